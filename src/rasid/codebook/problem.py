"""One thing that is wrong with the codebook."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """Where (file and entry) and what, with the value and what to do."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"
