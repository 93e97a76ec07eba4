"""Chances of pieces into spans: triggers, arguments, statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rasid.learn.session import Floats
from rasid.reading.neural.labels import BEGINS, INSIDE, PARTS
from rasid.reading.neural.windows import Window

Flags = NDArray[np.bool_]
_GOES_ON = 0.5
"""Least chance at which a span goes on over the beginning of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSpan:
    """Pieces `[first, last]` of a window with a label's index and its chance."""

    first: int
    last: int
    label: int
    chance: float


def word_starts(window: Window, text: str) -> Flags:
    """Tell for each piece whether a word begins with it."""
    told = (
        at == 0 or window.ends[at - 1] < start or not (text[start].isalnum() and text[start - 1].isalnum())
        for at, start in enumerate(window.starts)
    )
    return np.fromiter(told, dtype=np.bool_, count=len(window.starts))


def triggers(chances: Floats, words: Flags, least: Floats) -> Iterator[FoundSpan]:
    """Yield the spans that begin with a chance of at least `least` (one a piece), each with its likeliest type."""
    begins = chances[:, BEGINS:]
    for span in _spans(begins.sum(axis=1), chances[:, INSIDE], words, least):
        yield replace(span, label=int(np.argmax(begins[span.first])))


def part_of(parts: Floats, span: FoundSpan) -> str:
    """Return how a casualty phrase stands to the others."""
    return PARTS[int(np.argmax(parts[span.first]))]


def spans_by_label(chances: Floats, words: Flags, least: Sequence[float]) -> Iterator[FoundSpan]:
    """Yield the spans of each label whose first piece has a chance of at least that label's `least`.

    `chances` has two columns a label: the chances that one begins and that one goes on.
    """
    for label, chance in enumerate(least):
        yield from _spans(chances[:, 2 * label], chances[:, 2 * label + 1], words, chance, label)


def _spans(begins: Floats, inside: Floats, words: Flags, least: Floats | float, label: int = 0) -> Iterator[FoundSpan]:
    """Yield spans one after the other; each lasts while it goes on, and to the end of its last word."""
    firsts = np.flatnonzero(words & (begins >= least))
    if not len(firsts):
        return
    ends = np.append(np.flatnonzero(words & (inside < _GOES_ON)), len(words))
    last = -1
    for first in firsts.tolist():
        if first > last:
            last = int(ends[np.searchsorted(ends, first, side="right")]) - 1
            yield FoundSpan(first=first, last=last, label=label, chance=float(begins[first]))
