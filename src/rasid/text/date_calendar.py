"""Builders of expressions that name days, months and years."""

from __future__ import annotations

import re
from calendar import monthrange

from rasid.text.date_expression import DateExpression, DateKind, span_of
from rasid.text.date_match import Match
from rasid.text.date_relative import UNITS, period, whole

_MONTHS = ("month", "short_month", "loose_month")
_YEARS = ("year", "old_year", "round_year")
_FISCAL = (*_YEARS, "pair", "day")
_RANKS = {"early": 1, "late": -1}


def _possible(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day; a year not given or of two digits may be a leap year."""
    full = year if year is not None and 99 < year < 10_000 else 2000
    return 1 <= month <= 12 and 1 <= day <= monthrange(full, month)[1]


def _calendar_day(match: Match, year: int, month: int, day: int) -> DateExpression | None:
    if year == 0 or not _possible(year, month, day):
        return None
    return match.make(DateKind.day, year=year, month=month, day=day, **match.pick("weekday"))


def lunar(match: Match) -> DateExpression | None:
    """Read "15 Ramadan 1443"."""
    return _of_another_calendar(match, DateKind.lunar)


def solar(match: Match) -> DateExpression | None:
    """Read "22 Bahman 1357"."""
    return _of_another_calendar(match, DateKind.solar)


def _of_another_calendar(match: Match, kind: DateKind) -> DateExpression | None:
    fields = match.pick("year", "month", "day")
    return match.make(kind, **fields) if "day" in fields else None


def iso(match: Match) -> DateExpression | None:
    """Read 2011-01-10 and 2011/01/10."""
    year, month, day = map(int, re.split("[-/]", str(match.value("iso"))))
    return _calendar_day(match, year, month, day)


def numeric(match: Match) -> DateExpression | None:
    """Read 14/01/2022 and 01/14/2022; 10/01/2022 could be either and is left alone."""
    first, second, year = map(int, re.split("[-/.]", str(match.value("numeric"))))
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if second <= 12 else (first, second)
    return _calendar_day(match, year, month, day)


def day(match: Match) -> DateExpression | None:
    """Read "14 January", "Sun. 12 Jan 2011", "the twenty-first of March", "last 8 November"."""
    fields = match.pick("year", "month", "day", "weekday", "daypart")
    if "day" not in fields:  # "the twenty-first of March"
        fields["day"] = match.fields["rank"] + (match.count() or 0)
    if not _possible(fields.get("year"), fields["month"], fields["day"]):
        return None
    parts = whole(match)
    return match.make(DateKind.day, **fields, parts=parts, shift=-1 if match.has("last") and not parts else None)


def weekend_of(match: Match) -> DateExpression | None:
    """Read "the weekend of January 15"."""
    inner = day(match.cut((match.find("of") or 0) + 1))
    return match.make(DateKind.weekend, parts=(inner,)) if inner else None


def days(match: Match) -> DateExpression | None:
    """Read "14-15 March", "14, 15 and 16 March", "March 3 and 5": first and last day, which share month and year."""
    join = match.find_last("and", "hyphen", "to")
    named, first = match.find(*_MONTHS), match.find("day", "ordinal")
    if join is None or named is None or first is None:
        return None
    right = match.cut(join + 1)
    left = match.cut(min(named, first), match.find("comma", after=first, before=join) or join)
    shared = {"month": match.fields["month"], "year": right.fields.get("year"), "parts": whole(match)}
    numbers = (int(match.tokens[first].value), int(right.value("day", "ordinal")))
    if numbers[0] > numbers[1] or not _possible(shared["year"], shared["month"], numbers[1]):
        return None
    ends = (left.make(DateKind.day, day=numbers[0], **shared), right.make(DateKind.day, day=numbers[1], **shared))
    return match.make(DateKind.range, parts=ends, **match.pick("daypart"))


def months(match: Match) -> DateExpression | None:
    """Read "August-September 1950": two months that share the year."""
    join = match.find("to", "hyphen", "and")
    while join is not None and match.find(*_MONTHS, before=join) is None:
        join = match.find("to", "hyphen", "and", after=join)  # "mid-May to June"
    if join is None:
        return None
    first = 1 if match.has("from", "between") else 0
    return span_of(match.text, match.tokens[0].start, month(match.cut(first, join)), month(match.cut(join + 1)))


def month(match: Match) -> DateExpression:
    """Read "January 2022", "mid-March", "last May"."""
    parts = whole(match)
    fields = match.pick("month", "year", "part") if parts else match.pick("month", "year", "part", "shift")
    return match.make(DateKind.month, **fields, parts=parts)


def nth(match: Match) -> DateExpression | None:
    """Read "the first week of August", "the last two weeks of February 1951", "the second half of 2008"."""
    unit = "half" if match.has("half") else match.fields["unit"]
    rank = match.fields.get("rank") or _RANKS.get(match.fields.get("part", "")) or (-1 if match.has("last") else None)
    of = match.find("of", "in") or 0
    period_after = _period_after(match.cut(of + 1))
    if rank is None or period_after is None or unit in {"hour", "minute"}:
        return None
    count = match.cut(0, of).count() or 1
    return match.make(DateKind.nth, unit=unit, rank=rank, count=count, parts=(period_after,))


def quarter(match: Match) -> DateExpression | None:
    """Read "Q1 2021"."""
    rank = match.fields["day"]
    named = match.cut(match.find(*_YEARS) or 0)
    return match.make(DateKind.nth, unit="quarter", rank=rank, count=1, parts=(year(named),)) if rank <= 4 else None


def _period_after(match: Match) -> DateExpression | None:
    if match.has(*_MONTHS):
        return month(match)
    if match.has(*_YEARS):
        return year(match)
    return period(match)


def year(match: Match) -> DateExpression:
    """Read "1995", "late 1999", "'89"."""
    return match.make(DateKind.year, **match.pick("year", "part"))


def fiscal(match: Match) -> DateExpression | None:
    """Read "fiscal year 2019", "the 2019-20 fiscal year" as one, and "FY 2019-2025" as a range; None if it runs backwards."""
    named = [int(token.value) for token, name in zip(match.tokens, match.names, strict=True) if name in _FISCAL]
    first, *rest = named
    if rest and rest[0] not in {first + 1, (first + 1) % 100}:
        ends = [match.make(DateKind.fiscal, year=year, count=1) for year in (first, rest[0])]
        return match.make(DateKind.range, parts=tuple(ends)) if first < rest[0] else None
    return match.make(DateKind.fiscal, year=first, count=len(named))


def years(match: Match) -> DateExpression | None:
    """Read "1939-45" and "1936-1939" as a range; "2011-01", where no later year fits, is a month."""
    left, right = match.cut(0, 1), match.cut(2)
    first, last = int(left.tokens[0].value), int(right.tokens[0].value)
    if last < 100 and last <= first % 100:
        return match.make(DateKind.month, year=first, month=last) if 1 <= last <= 12 else None
    last += first - first % 100 if last < 100 else 0
    if last < first:
        return None
    ends = (left.make(DateKind.year, year=first), right.make(DateKind.year, year=last))
    return match.make(DateKind.range, parts=ends)


def era(match: Match) -> DateExpression:
    """Read "264 BC" as the year -264."""
    return match.make(DateKind.year, year=-int(match.tokens[0].value))


def decade(match: Match) -> DateExpression:
    """Read "the late 1980s"."""
    return match.make(DateKind.decade, **match.pick("year", "part"))


def century(match: Match) -> DateExpression | None:
    """Read "the 19th century" as its first year; None for other units ("the third day")."""
    rank = match.fields.get("rank", match.fields.get("day"))
    if match.fields["unit"] != "century" or rank is None:
        return None
    first = (rank - 1) * 100 + 1
    return match.make(DateKind.century, year=-first if match.has("era") else first, **match.pick("part"))


def season(match: Match) -> DateExpression:
    """Read "the summer of 2007", "next spring"."""
    name = str(match.value("season", "loose_season"))
    parts = whole(match) if match.has(*UNITS) else ()
    fields = match.pick("year", "part") if parts else match.pick("year", "part", "shift")
    return match.make(DateKind.season, unit=name, **fields, parts=parts)


def holiday(match: Match) -> DateExpression:
    """Read "Christmas Eve"."""
    in_month, on_day = divmod(int(match.value("holiday")), 100)
    return match.make(DateKind.holiday, month=in_month, day=on_day, **match.pick("year", "daypart"))
