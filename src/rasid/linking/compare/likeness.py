"""The outcome of comparing one facet of two mentions."""

from __future__ import annotations

from typing import NamedTuple


class Likeness(NamedTuple):
    """`value` in [-1, 1]: 1 as alike as the facet can tell, -1 as different, 0 says nothing; `text` says why."""

    value: float
    text: str


SILENT = Likeness(0.0, "")
