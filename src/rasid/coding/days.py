"""The days that a report names, in the order of its text: what "the next day" counts from, and when a story goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rasid.coding.day_names import of_another
from rasid.model import Span, When
from rasid.model.resolving import TimeResolver
from rasid.text.dates import DateExpression, DateKind, find_dates

_NONE: Mapping[int, bool] = MappingProxyType({})
_HEAD_LINES = 8
_HEADED = re.compile(r"(?:[^\W\d_][\w .'’-]{1,40},\s*)?")
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|declared|added|noted|stressed|revealed|learned|demanded|urged"
    r"|called|warned|claimed|denied|rejected|condemned|denounced|deplored|criticised|criticized|issued|published|released"
    r"|accused|blamed|interviewed|communique|statement|found|discovered)\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:will|shall|planned|scheduled|due|expected|slated|postponed|upcoming|elections)\b[^.;!?]{0,70}$",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"^[^a-z\n]{0,60}\([A-Z][^()\n]{2,40}\)\s*[-–—]")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_LOOK_BACK = 90
"""Code points before a day within which a verb of the future makes it a day to come."""
_BESIDE = 22
"""Code points beside a day within which a verb of saying makes it the day of speaking."""


class NamedDay(NamedTuple):
    """A time expression at `[start, end)` code points with its days; `spoken` tells that it dates what was said or is to come, and no act."""

    start: int
    end: int
    when: When
    spoken: bool
    in_passing: bool = False
    """Whether it is a "today" or "yesterday" that no act is tied to: the news of the day, and not that of the story."""

    @property
    def single(self) -> date | None:
        """The day, where it is one."""
        return self.when.earliest if self.when.earliest == self.when.latest else None


@dataclass(frozen=True)
class Days:
    """The days named in one text."""

    named: tuple[NamedDay, ...]

    def before(self, offset: int) -> date | None:
        """Return the day named last before `offset`, of speech or not."""
        return next((day.single for day in reversed(self.named) if day.end <= offset and day.single is not None), None)

    def told_before(self, offset: int, floor: int) -> NamedDay | None:
        """Return the last single day from code point `floor` up to `offset` that is not only one of speech."""
        near = (day for day in reversed(self.named) if floor <= day.start and day.end <= offset)
        told = (day for day in near if not day.spoken and not day.in_passing)
        return next((day for day in told if day.single is not None), None)

    def told_after(self, offset: int, stop: int) -> NamedDay | None:
        """Return the first single day from code point `offset` up to `stop` that is not only one of speech."""
        near = (day for day in self.named if offset <= day.start and day.end <= stop)
        return next((day for day in near if day.single is not None and not day.spoken), None)


def days_in(
    text: str,
    resolver: TimeResolver,
    published: date | None,
    acts: Mapping[int, bool] = _NONE,
    told: Sequence[Span] = (),
) -> Days:
    """Return the days that `text` names, each resolved against those before it; those of a dateline are left out.

    `acts` holds the code points at which acts are told, and whether by a verb; `told` the times that a reader tied to them.
    """
    return Days(tuple(_named(text, resolver, published, acts, told)))


def _named(
    text: str, resolver: TimeResolver, published: date | None, acts: Mapping[int, bool], told: Sequence[Span]
) -> Iterator[NamedDay]:
    anchor: date | None = None
    dateline = _AGENCY.match(text)
    for expression in find_dates(text):
        if expression.end <= (dateline.end() if dateline is not None else 0) or _alone(
            text, expression.start, expression.end
        ):
            continue
        when = resolver.resolve(expression.words, published=published, anchor=anchor)
        if not when.known:
            continue
        beside = (
            _SENTENCE_END.split(text[max(0, expression.start - _BESIDE) : expression.start])[-1],
            _SENTENCE_END.split(text[expression.end : expression.end + _BESIDE])[0],
        )
        spoken = any(_SAYING.search(words) is not None for words in beside) or _to_come(text, expression)
        spoken = spoken or of_another(text, expression.start, expression.end, acts)
        tied = any(one.start < expression.end and expression.start < one.end for one in told)
        in_passing = expression.kind is DateKind.near and not tied
        day = NamedDay(expression.start, expression.end, when, spoken, in_passing)
        anchor = day.single or anchor
        yield day


def _to_come(text: str, expression: DateExpression) -> bool:
    """Tell whether a day without a year is one still to come: "elections planned for 12 November"."""
    whence = max(0, expression.start - _LOOK_BACK)
    return expression.year is None and _COMING.search(text, whence, expression.start) is not None


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether a day is all that its line holds behind a place: the day of the text and not of an act."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)]
    return _HEADED.fullmatch(text[line_start:start].lstrip()) is not None and not rest.strip(" .")


def own_day(text: str) -> date | None:
    """Return the day that stands alone, or behind a place, on a line at the head of a text: "Baghdad, 20 November 2022"."""
    for line in text.strip().splitlines()[:_HEAD_LINES]:
        for expression in find_dates(line):
            dated = expression.kind is DateKind.day and None not in {expression.year, expression.month, expression.day}
            if dated and _alone(line, expression.start, expression.end):
                return date(expression.year or 1, expression.month or 1, expression.day or 1)
    return None
