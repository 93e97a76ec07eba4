"""Every time of a text, what it was taken for, and what else the same words could have meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rasid.model.when import When
from rasid.resolve.time_text import resolve_text
from rasid.resolve.times import TimeResolver
from rasid.text.dates import DateExpression, DateKind

_YEAR = 366
_TURNS = (None, -1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReading:
    """A time expression at `[start, end)` code points, its days, the day it counted from, and its other readings."""

    start: int
    end: int
    words: str
    kind: DateKind
    when: When
    anchor: date | None
    others: tuple[When, ...]


def explain_times(text: str, *, published: date | None) -> list[TimeReading]:
    """Return the times of `text` in order, undated kinds included; each counts from those before it."""
    return [
        TimeReading(
            start=found.expression.start,
            end=found.expression.end,
            words=found.expression.words,
            kind=found.expression.kind,
            when=found.when,
            anchor=found.anchor,
            others=_others(found.expression, found.when, published, found.anchor),
        )
        for found in resolve_text(text, published=published)
    ]


def _others(expression: DateExpression, taken: When, published: date | None, anchor: date | None) -> tuple[When, ...]:
    """Return the other days that the words could mean: those of the week or year before or after."""
    others: dict[tuple[date | None, date | None], When] = {}
    for when in _variants(expression, published, anchor):
        days = (when.earliest, when.latest)
        if when.known and days != (taken.earliest, taken.latest):
            others.setdefault(days, when)
    return tuple(others.values())


def _variants(expression: DateExpression, published: date | None, anchor: date | None) -> Iterator[When]:
    if expression.kind is DateKind.weekday and not expression.parts:
        for shift in _TURNS:
            turned = replace(expression, shift=shift)
            yield TimeResolver().resolve_expression(turned, published=published, anchor=anchor)
    elif expression.year is None and expression.kind in {DateKind.day, DateKind.month, DateKind.season}:
        yield TimeResolver(ahead=_YEAR).resolve_expression(expression, published=published, anchor=anchor)
    if anchor is not None and published is not None and anchor != published:
        yield TimeResolver().resolve_expression(expression, published=None, anchor=anchor)
