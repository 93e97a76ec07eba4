"""All times of a text in their order, each resolved against those named before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rasid.model.when import When
from rasid.resolve.times import TimeResolver
from rasid.text.dates import DateExpression, DateKind, find_times

_WRAPPED = frozenset({DateKind.range, DateKind.since, DateKind.until, DateKind.around, DateKind.eve})
_ERAS = frozenset({DateKind.decade, DateKind.century})
_COUNTED = frozenset({DateKind.later, DateKind.period})
_NAMED = frozenset({DateKind.month, DateKind.season})
_SHORT = frozenset({"minute", "hour", "day", "week", "fortnight"})
# Measured on the WikiWars development half, value F1: 0.893 without paragraphs, looks back and whole years; 0.908 with
# paragraphs, 0.913 with times seen from the story too, 0.916 with whole years too; the past perfect brings 0.002.
# Lines may be wrapped, so a line feed inside a sentence ends no paragraph.
_PARAGRAPH = re.compile(r"""\n\s*\n|[.!?:"')\]\u201d][^\S\n]*\n""")
# "The forces that had invaded in late 1943" look back from the story.
_PERFECT = re.compile(r"\bha(?:d|ving)\b[^.;]*$")
_CLAUSE = 90
"""Code points before the end of a time within which a past perfect takes it out of the story."""
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
    """Where a story stands: the middle of the time last named, that of the paragraph's first, and the day last named."""

    middle: date | None = None
    opening: date | None = None
    day: date | None = None

    def turn(self) -> None:
        """Begin a paragraph: it tells on from where the one before it began, not from the outlook that closed it."""
        self.middle = self.opening or self.middle
        self.opening = None

    def before(self, expression: DateExpression) -> date | None:
        """Return the day that the expression counts from: a day for "two days later", else the last time."""
        short = expression.kind is DateKind.later and expression.unit in _SHORT
        return (self.day if short else None) or self.middle

    def behind(self, when: When) -> bool:
        """Whether a time lies before the one last named."""
        return when.latest is not None and self.middle is not None and when.latest < self.middle

    def follow(self, expression: DateExpression, when: When) -> None:
        """Go on to the time just named, unless it is a length, an era, a look back or an aside."""
        if not expression.dated or when.earliest is None or when.latest is None:
            return
        if expression.kind in _ERAS or _seen_from_here(expression) or self._aside(expression, when.earliest.year):
            return
        self.middle = _middle(expression, when.earliest, when.latest)
        self.opening = self.opening or self.middle
        if when.earliest == when.latest:
            self.day = when.earliest

    def _aside(self, expression: DateExpression, year: int) -> bool:
        if expression.kind is not DateKind.year or self.middle is None:
            return False
        return not -_YEARS_BACK <= year - self.middle.year <= _YEARS_ON


def _seen_from_here(expression: DateExpression) -> bool:
    """Whether it is told as seen from the story, which stays ("a year earlier", "in recent months", "by next summer")."""
    if expression.kind is DateKind.past or (expression.kind in _NAMED and expression.shift):
        return True
    counted = expression.kind in _COUNTED and expression.unit not in _SHORT
    return counted and (expression.count or expression.shift or 0) < 0


def _middle(expression: DateExpression, first: date, last: date) -> date:
    """Return the middle day; that of the whole year for "late 1949", after which "April" is mostly told of 1949."""
    if expression.kind is DateKind.year:
        return date(first.year, 7, 2)
    return date.fromordinal((first.toordinal() + last.toordinal()) // 2)


def resolve_text(text: str, *, published: date | None) -> list[ResolvedTime]:
    """Return the time expressions of `text` with their days, undated kinds included.

    With `published` the text is news and its days without a year are past; without, it is a narrative whose dates
    follow each other, and each is completed from the one before. The ends of a range stand one by one.
    """
    resolver = TimeResolver()
    thread = _Thread()
    found: list[ResolvedTime] = []
    end = 0
    for expression in _single(find_times(text)):
        if "\n" in text[end : expression.start] and _PARAGRAPH.search(text, end, expression.start):
            thread.turn()
        end = expression.end
        anchor = thread.before(expression)
        when = resolver.resolve_expression(expression, published=published, anchor=anchor)
        found.append(ResolvedTime(expression, when, anchor))
        if not (thread.behind(when) and _PERFECT.search(text, max(end - _CLAUSE, 0), expression.start)):
            thread.follow(expression, when)
    return found


def _single(expressions: Iterable[DateExpression]) -> Iterator[DateExpression]:
    for expression in expressions:
        if expression.kind in _WRAPPED:
            yield from _single(expression.parts)
        else:
            yield expression
