"""All times of a text in their order, each resolved against those named before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rasid.model.when import When
from rasid.resolve.times import TimeResolver
from rasid.text.dates import DateExpression, DateKind, find_times

_WRAPPED = frozenset({DateKind.range, DateKind.since, DateKind.until, DateKind.around, DateKind.eve})
_SHORT = frozenset({"minute", "hour", "day", "week", "fortnight"})
# A year alone carries the story on by at most three years and back by one; other years are asides. Measured on the
# WikiWars development half: value F1 0.886 without this limit, 0.890 with it.
_YEARS_ON, _YEARS_BACK = 3, 1


class ResolvedTime(NamedTuple):
    """A time expression, its days, and the day named before it in the text."""

    expression: DateExpression
    when: When
    anchor: date | None


@dataclass(slots=True)
class _Thread:
    """Where a story stands: the middle of the time last named, and the day last named as such."""

    middle: date | None = None
    day: date | None = None

    def before(self, expression: DateExpression) -> date | None:
        """Return the day that the expression counts from: a day for "two days later", else the last time."""
        short = expression.kind is DateKind.later and expression.unit in _SHORT
        return (self.day if short else None) or self.middle

    def follow(self, expression: DateExpression, when: When) -> None:
        """Go on to the time just named, unless it is a length, an era or an aside."""
        if not expression.dated or when.earliest is None or when.latest is None:
            return
        if expression.kind in {DateKind.decade, DateKind.century} or self._aside(expression, when.earliest.year):
            return
        self.middle = date.fromordinal((when.earliest.toordinal() + when.latest.toordinal()) // 2)
        if when.earliest == when.latest:
            self.day = when.earliest

    def _aside(self, expression: DateExpression, year: int) -> bool:
        if expression.kind is not DateKind.year or self.middle is None:
            return False
        return not -_YEARS_BACK <= year - self.middle.year <= _YEARS_ON


def resolve_text(text: str, *, published: date | None) -> list[ResolvedTime]:
    """Return the time expressions of `text` with their days, undated kinds included.

    With `published` the text is news and its days without a year are past; without, it is a narrative whose dates
    follow each other, and each is completed from the one before. The ends of a range stand one by one.
    """
    resolver = TimeResolver()
    thread = _Thread()
    found: list[ResolvedTime] = []
    for expression in _single(find_times(text)):
        anchor = thread.before(expression)
        when = resolver.resolve_expression(expression, published=published, anchor=anchor)
        found.append(ResolvedTime(expression, when, anchor))
        thread.follow(expression, when)
    return found


def _single(expressions: Iterable[DateExpression]) -> Iterator[DateExpression]:
    for expression in expressions:
        if expression.kind in _WRAPPED:
            yield from _single(expression.parts)
        else:
            yield expression
