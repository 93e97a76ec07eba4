"""The engine under measure: one report read and coded, the way every measure does it."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from functools import cache

from rasid.model import Coding, Report, Resolvers
from rasid.pipeline import Engine, load_engine
from rasid.reading import READERS, default_reader

Code = Callable[[Report], Coding]
"""What codes a report: `engine(name).code`."""

_load = cache(load_engine)


def engine(reader: str | None = None) -> Engine:
    """Return the shipped engine with the reader of that name, or the default one, loaded once a process; raises as `load_engine` does."""
    return _load(reader or default_reader())


def resolvers() -> Resolvers:
    """Return the resolvers, which are the same for every reader."""
    return engine("lexicon").resolvers


def add_reader(parser: ArgumentParser) -> None:
    """Give a measure the option `--reader`, so that readers can be put side by side."""
    parser.add_argument("--reader", choices=READERS, default=default_reader(), help="which reader is measured")
