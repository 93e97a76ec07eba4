"""What a time expression says, before anybody knows when the text was written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class DateKind(StrEnum):
    """The form of a time expression; each kind has one rule of resolution."""

    day = "day"  # 14 January (2011), last 8 November
    month = "month"  # January 2022, early March
    year = "year"  # 1995, mid-1999; negative before our era
    fiscal = "fiscal"  # fiscal year 2019, the 2019-20 fiscal year: `count` tells how many calendar years it names
    decade = "decade"  # the 1980s
    century = "century"  # the 19th century
    season = "season"  # the summer of 2007
    holiday = "holiday"  # Christmas Eve
    lunar = "lunar"  # 15 Ramadan 1443
    solar = "solar"  # 22 Bahman 1357
    weekday = "weekday"  # Sunday morning, last Tuesday
    near = "near"  # today, yesterday afternoon, last night: `shift` days from the day of reporting
    recent = "recent"  # recently
    ago = "ago"  # two days ago
    later = "later"  # three days later, the previous day, that month: counted from a day named before
    period = "period"  # this week, late last month, next year: `shift` units from the current one
    past = "past"  # past 24 hours, in recent weeks: up to the day of reporting
    weekend = "weekend"  # over the weekend
    nights = "nights"  # overnight, the night between Sunday and Monday
    span = "span"  # a five-day offensive
    nth = "nth"  # the first week of August
    range = "range"  # from 3 to 5 May: two parts
    since = "since"  # since Thursday: one part
    until = "until"  # by Friday: one part
    eve = "eve"  # the eve of 14 January: one part
    around = "around"  # around 2 July: one part
    duration = "duration"  # two months: how long, not when
    clock = "clock"  # 5:34 AM
    frequency = "frequency"  # daily
    vague = "vague"  # now, former


UNDATED = frozenset({DateKind.duration, DateKind.clock, DateKind.frequency, DateKind.vague})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A time expression at `[start, end)` (code points) with the fields that its words fill; others are None.

    `weekday` is ISO (1 Monday .. 7 Sunday); `year` below 100 is the end of a year whose century is not said;
    `count` is None with a `unit` for "several", "recent"; `shift` is -1 for "last", 0 for "this", 1 for "next";
    `part` is early, mid or late; `rank` is the place of a unit in a longer one, -1 the last; `local` is how many days the local
    day lies from the one told, which is that of Greenwich.
    """

    start: int
    end: int
    words: str
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    count: int | None = None
    unit: str | None = None
    shift: int | None = None
    part: str | None = None
    rank: int | None = None
    daypart: str | None = None
    clock: str | None = None
    local: int = 0
    parts: tuple[DateExpression, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it names days on the calendar, and not only a length, an hour or a habit."""
        return self.kind not in UNDATED


def wrap(kind: DateKind, text: str, start: int, inner: DateExpression) -> DateExpression:
    """Return `inner` bounded by the word that begins at `start` ("since Thursday")."""
    return DateExpression(start=start, end=inner.end, words=text[start : inner.end], kind=kind, parts=(inner,))


def span_of(text: str, start: int, first: DateExpression, last: DateExpression) -> DateExpression:
    """Return the range from `first` to `last`; the first takes over month and year of the last where it has none."""
    if first.kind == last.kind and first.year is None and not first.parts and first.shift is None:
        first = replace(first, year=last.year, parts=last.parts)
    words = text[start : last.end]
    return DateExpression(start=start, end=last.end, words=words, kind=DateKind.range, parts=(first, last))
