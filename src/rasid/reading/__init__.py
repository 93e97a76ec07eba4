"""Reports to readings: what stands in the text, and where."""

from __future__ import annotations

from typing import Protocol

from rasid.errors import UnknownNameError
from rasid.model import Reading, Report
from rasid.reading.lexicon.prefilter import is_relevant
from rasid.reading.lexicon.reader import LexiconReader

__all__ = ["LexiconReader", "Reader", "is_relevant", "load_reader"]


class Reader(Protocol):
    """What every reader offers: its name with version, and reading one report."""

    @property
    def name(self) -> str:
        """The reader's name and version, as kept in each claim."""
        ...

    def read(self, report: Report) -> Reading:
        """Return what stands in the report."""
        ...


def load_reader(name: str = "lexicon") -> Reader:
    """Return the reader of that name; raises UnknownNameError for a name that is not registered."""
    if name != "lexicon":
        msg = f"no reader is called {name!r}; known: lexicon"
        raise UnknownNameError(msg)
    return LexiconReader()
