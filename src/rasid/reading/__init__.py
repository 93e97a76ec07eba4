"""Reports to readings: what stands in the text, and where."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from rasid.errors import ReaderError, UnknownNameError
from rasid.model import Reading, Report, Scored
from rasid.reading.lexicon.prefilter import is_relevant
from rasid.reading.lexicon.reader import LexiconReader
from rasid.reading.neural import shipped

READERS = ("lexicon", "neural")
"""The names that `load_reader` knows."""

__all__ = ["READERS", "LexiconReader", "Reader", "Weighing", "default_reader", "is_relevant", "load_reader"]


class Reader(Protocol):
    """What every reader offers: its name with version, and reading one report."""

    @property
    def name(self) -> str:
        """The reader's name and version, as kept in each claim."""
        ...

    def read(self, report: Report) -> Reading:
        """Return what stands in the report."""
        ...


@runtime_checkable
class Weighing(Protocol):
    """A reader that also says how likely each incident is to be in a key of notable incidents."""

    def score(self, report: Report) -> Scored:
        """Return the reading with those chances."""
        ...


def default_reader() -> str:
    """Return the name of the reader that reads when none is named: the neural one where all that it needs is there.

    A coding names its reader, so that an installation without the network is never taken for one with it.
    """
    return "lexicon" if any(shipped.missing()) else "neural"


def load_reader(name: str | None = None) -> Reader:
    """Return the reader of that name, or the default one.

    Raises UnknownNameError for a name that is not registered, ReaderError for a reader whose network or runtime is missing.
    """
    chosen = name or default_reader()
    if chosen == "lexicon":
        return LexiconReader()
    if chosen == "neural":
        return _neural()
    msg = f"no reader is called {name!r}; known: {', '.join(READERS)}"
    raise UnknownNameError(msg)


def _neural() -> Reader:
    try:
        from rasid.reading.neural.reader import NeuralReader  # noqa: PLC0415 - its runtime is opened only when asked for
    except ModuleNotFoundError as error:
        msg = f"the neural reader needs the package {error.name!r}, which is not installed; install it (pip install {error.name}) or use the lexicon reader"
        raise ReaderError(msg) from error
    return NeuralReader()
