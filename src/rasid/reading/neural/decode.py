"""Chances of pieces into spans: triggers, arguments, statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rasid.learn.session import Floats
from rasid.reading.neural.labels import BEGINS, INSIDE, PARTS, ROLES, STATEMENT_KINDS
from rasid.reading.neural.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSpan:
    """Pieces `[first, last]` of a window with a label's index and its chance."""

    first: int
    last: int
    label: int
    chance: float


def word_starts(window: Window, text: str) -> list[bool]:
    """Tell for each piece whether a word begins with it."""
    return [
        at == 0 or window.ends[at - 1] < start or not (text[start].isalnum() and text[start - 1].isalnum())
        for at, start in enumerate(window.starts)
    ]


def triggers(chances: Floats, starts: list[bool], least: Floats) -> list[FoundSpan]:
    """Return the spans that begin with a chance of at least `least` (one a piece), each with its likeliest type."""
    begins = chances[:, BEGINS:].sum(axis=1)
    found: list[FoundSpan] = []
    at = 0
    while at < len(starts):
        if starts[at] and begins[at] >= least[at]:
            last = _run(at, starts, chances[:, INSIDE], 0.5)
            kind = int(np.argmax(chances[at, BEGINS:]))
            found.append(FoundSpan(first=at, last=last, label=kind, chance=float(begins[at])))
            at = last
        at += 1
    return found


def arguments(roles: Floats, starts: list[bool], least: float) -> Iterator[FoundSpan]:
    """Yield the spans of each role whose first piece has a chance of at least `least`."""
    for role in range(len(ROLES)):
        begins, inside = roles[:, 2 * role], roles[:, 2 * role + 1]
        yield from _spans(begins, inside, starts, role, least)


def statements(chances: Floats, starts: list[bool], least: float) -> list[FoundSpan]:
    """Return the clauses of statements, by kind."""
    return [
        span
        for kind in range(len(STATEMENT_KINDS))
        for span in _spans(chances[:, 2 * kind], chances[:, 2 * kind + 1], starts, kind, least)
    ]


def part_of(parts: Floats, span: FoundSpan) -> str:
    """Return how a casualty phrase stands to the others."""
    return PARTS[int(np.argmax(parts[span.first]))]


def _spans(begins: Floats, inside: Floats, starts: list[bool], label: int, least: float) -> Iterator[FoundSpan]:
    at = 0
    while at < len(starts):
        if starts[at] and begins[at] >= least:
            last = _run(at, starts, inside, 0.5)
            yield FoundSpan(first=at, last=last, label=label, chance=float(begins[at]))
            at = last
        at += 1


def _run(first: int, starts: list[bool], inside: Floats, least: float) -> int:
    """Return the last piece of the span that begins at `first`: while it goes on, and to the end of the word."""
    last = first
    while last + 1 < len(starts) and (not starts[last + 1] or inside[last + 1] >= least):
        last += 1
    return last
