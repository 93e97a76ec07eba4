"""The engine under measure: one report read and coded, the way every measure does it."""

from __future__ import annotations

from functools import cache

from rasid.model import Coding, Report, Resolvers
from rasid.pipeline import Engine, load_engine


@cache
def engine() -> Engine:
    """Load the shipped engine once a process."""
    return load_engine()


def resolvers() -> Resolvers:
    """Return the engine's resolvers."""
    return engine().resolvers


def code_report(report: Report) -> Coding:
    """Return the mentions, statements and relations of one report."""
    return engine().code(report)
