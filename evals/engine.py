"""The engine under measure: one report read and coded, the way every measure does it."""

from __future__ import annotations

from functools import cache

from rasid.coding import code
from rasid.model import Coding, Report, Resolvers
from rasid.reading import load_reader
from rasid.resolve import load_resolvers


@cache
def resolvers() -> Resolvers:
    """Load the register, the gazetteer and the calendar once a process."""
    return load_resolvers()


def code_report(report: Report) -> Coding:
    """Return the mentions, statements and relations of one report."""
    return code(load_reader().read(report), report, resolvers())
