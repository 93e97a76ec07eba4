"""From the words that a rule of the grammar matched to a time expression."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import replace

from rasid.text.date_expression import DateExpression, DateKind
from rasid.text.date_match import Match
from rasid.text.date_words import Token

_UNITS = ("unit", "units")
_SHIFTED = ("last", "past", "previous", "this", "that", "same", "next", "following")
_SPANS = frozenset({"day", "week"})


def build(rule: str, text: str, tokens: Sequence[Token]) -> DateExpression | None:
    """Return what `tokens`, matched by `rule`, say; None where they name no time ("30 February", an age)."""
    return _BUILDERS[rule](Match(text, tokens))


def _possible(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day; a year not given or of two digits may be a leap year."""
    full = year if year is not None and 99 < year < 10_000 else 2000
    return 1 <= month <= 12 and 1 <= day <= monthrange(full, month)[1]


def _calendar_day(match: Match, year: int, month: int, day: int) -> DateExpression | None:
    if year == 0 or not _possible(year, month, day):
        return None
    return match.make(DateKind.day, year=year, month=month, day=day, **match.pick("weekday"))


def _iso(match: Match) -> DateExpression | None:
    year, month, day = map(int, re.split("[-/]", str(match.value("iso"))))
    return _calendar_day(match, year, month, day)


def _numeric(match: Match) -> DateExpression | None:
    """Read 14/01/2022 and 01/14/2022; 10/01/2022 could be either and is left alone."""
    first, second, year = map(int, re.split("[-/.]", str(match.value("numeric"))))
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = (second, first) if second <= 12 else (first, second)
    return _calendar_day(match, year, month, day)


def _whole(match: Match) -> tuple[DateExpression, ...]:
    """Return the longer period that a shorter one lies in, as in "July 25 of that year"."""
    if "year" in match.fields:
        return ()
    first, last = match.find(*_SHIFTED), match.find_last(*_UNITS)
    if first is None or last is None or first > last:
        return ()
    while first > 0 and match.names[first - 1] == "the":
        first -= 1
    inner = _period(match.cut(first, last + 1))
    return (inner,) if inner else ()


def _day(match: Match) -> DateExpression | None:
    fields = match.pick("year", "month", "day", "weekday", "daypart")
    if "day" not in fields:  # "the twenty-first of March"
        fields["day"] = match.fields["rank"] + (match.count() or 0)
    if not _possible(fields.get("year"), fields["month"], fields["day"]):
        return None
    parts = _whole(match)
    return match.make(DateKind.day, **fields, parts=parts, shift=-1 if match.has("last") and not parts else None)


def _days(match: Match) -> DateExpression | None:
    """Read "14-15 March", "March 3 and 5": two days that share month and year."""
    join = match.find_last("and", "hyphen", "to")
    month, first = match.find("month", "loose_month"), match.find("day", "ordinal")
    if join is None or month is None or first is None:
        return None
    shared = match.pick("month", "year") | {"parts": _whole(match)}
    left = match.cut(min(month, first) if month < first else first, match.find_last("comma", before=join) or join)
    right = match.cut(join + 1)
    days = [int(part.tokens[part.find("day", "ordinal") or 0].value) for part in (left, right)]
    shared["year"] = right.fields.get("year")
    if not all(_possible(shared["year"], shared["month"], day) for day in days):
        return None
    ends = tuple(
        part.make(DateKind.day, day=day, **shared) for part, day in zip((left, right), days, strict=True)
    )
    return match.make(DateKind.range, parts=ends, **match.pick("daypart"))


def _month(match: Match) -> DateExpression:
    parts = _whole(match)
    fields = match.pick("month", "year", "part") if parts else match.pick("month", "year", "part", "shift")
    return match.make(DateKind.month, **fields, parts=parts)


def _nth(match: Match) -> DateExpression | None:
    """Read "the first week of August", "the last two weeks of February 1951", "the second half of 2008"."""
    unit = "half" if match.has("half") else match.fields["unit"]
    rank = match.fields.get("rank", -1 if match.has("last", "part", "edge") else None)
    if unit in {"hour", "minute"} or (match.fields.get("part") == "early"):
        rank = 1 if match.fields.get("part") == "early" else None
    if rank is None:
        return None
    of = match.find("of", "in") or 0
    whole = _period_after(match.cut(of + 1))
    if whole is None:
        return None
    count = match.cut(0, of).count() or 1
    return match.make(DateKind.nth, unit=unit, rank=rank, count=count, parts=(whole,))


def _period_after(match: Match) -> DateExpression | None:
    if match.has("month", "loose_month"):
        return _month(match)
    if match.has("year", "old_year"):
        return _year(match)
    return _period(match)


def _year(match: Match) -> DateExpression:
    return match.make(DateKind.year, **match.pick("year", "part"))


def _years(match: Match) -> DateExpression | None:
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


def _era(match: Match) -> DateExpression:
    return match.make(DateKind.year, year=-int(match.tokens[0].value))


def _decade(match: Match) -> DateExpression:
    return match.make(DateKind.decade, **match.pick("year", "part"))


def _century(match: Match) -> DateExpression | None:
    rank = match.fields.get("rank", match.fields.get("day"))
    if match.fields["unit"] != "century" or rank is None:
        return None
    year = (rank - 1) * 100 + 1
    return match.make(DateKind.century, year=-year if match.has("era") else year, **match.pick("part"))


def _season(match: Match) -> DateExpression:
    season = str(match.value("season", "loose_season"))
    parts = _whole(match) if match.has(*_UNITS) else ()
    fields = match.pick("year", "part") if parts else match.pick("year", "part", "shift")
    return match.make(DateKind.season, unit=season, **fields, parts=parts)


def _ago(match: Match) -> DateExpression:
    return match.make(DateKind.ago, unit=match.fields["unit"], count=match.count())


def _later(match: Match) -> DateExpression:
    """Read "three days later", "the day before", "weeks earlier"."""
    earlier = match.fields.get("part") == "earlier" or match.has("previous")
    count = 1 if match.names[0] == "the" else match.count()
    if count is not None and earlier:
        count = -count
    return match.make(DateKind.later, unit=match.fields["unit"], count=count, part="earlier" if earlier else "later")


def _period(match: Match) -> DateExpression | None:
    """Read "late last week", "this month", "the following year", "the end of the month"."""
    unit, part = match.fields["unit"], match.fields.get("part")
    if unit in {"hour", "minute"}:
        return None
    shift = match.fields.get("shift", -1 if match.has("past_unit") else 0)
    anchored = match.anchored or (unit == "day" and shift == 0)
    if anchored:
        return match.make(DateKind.later, unit=unit, count=shift, shift=shift, part=part, **match.pick("daypart"))
    if unit == "day":
        return None
    return match.make(DateKind.period, unit=unit, shift=shift, part=part)


def _weekday(match: Match) -> DateExpression:
    fields = match.pick("weekday", "daypart")
    if match.has("near"):
        return match.make(DateKind.weekday, **fields)
    shift = None if match.has("that", "same") else match.fields.get("shift")
    return match.make(DateKind.weekday, **fields, shift=shift)


def _weekday_of(match: Match) -> DateExpression:
    return match.make(DateKind.weekday, **match.pick("weekday", "daypart"), parts=_whole(match))


def _near(match: Match) -> DateExpression:
    return match.make(DateKind.near, **match.pick("shift", "daypart", "part"))


def _this_daypart(match: Match) -> DateExpression:
    """Read "last night", "this morning", "the same evening", "the night before"."""
    fields = match.pick("daypart", "part")
    shift = match.fields.get("shift")
    if shift is None:
        shift = -1 if match.fields.get("part") == "earlier" else 1
        return match.make(DateKind.later, unit="day", count=shift, shift=shift, daypart=fields["daypart"])
    if match.anchored:
        return match.make(DateKind.later, unit="day", count=shift, shift=shift, **fields)
    return match.make(DateKind.near, shift=shift, **fields)


def _nights(match: Match) -> DateExpression:
    return match.make(DateKind.nights, **match.pick("weekday"), daypart="night")


def _past(match: Match) -> DateExpression:
    return match.make(DateKind.past, unit=match.fields["unit"], count=_past_count(match), shift=-1)


def _past_count(match: Match) -> int | None:
    return match.count() or (1 if match.has("unit") else None)


def _weekend(match: Match) -> DateExpression:
    return match.make(DateKind.weekend, **match.pick("shift"))


def _holiday(match: Match) -> DateExpression:
    month, day = divmod(int(match.value("holiday")), 100)
    return match.make(DateKind.holiday, month=month, day=day, **match.pick("year", "daypart"))


def _span(match: Match) -> DateExpression:
    unit = match.fields["unit"]
    kind = DateKind.span if unit in _SPANS else DateKind.duration
    return match.make(kind, unit=unit, count=match.count())


def _duration(match: Match) -> DateExpression:
    if match.has("each"):
        return match.make(DateKind.frequency, unit=match.fields["unit"])
    return match.make(DateKind.duration, unit=match.fields["unit"], count=match.count())


def _frequency(match: Match) -> DateExpression:
    return match.make(DateKind.frequency, **match.pick("unit"))


def _clock(match: Match) -> DateExpression:
    return match.make(DateKind.clock, clock=str(match.value("clock", "year", "old_year", "digits")))


def _recent(match: Match) -> DateExpression:
    return match.make(DateKind.recent)


def _vague(match: Match) -> DateExpression:
    return match.make(DateKind.vague, unit=str(match.value("vague")))


def _age(_: Match) -> None:
    return None


def wrap(kind: DateKind, text: str, start: int, inner: DateExpression) -> DateExpression:
    """Return `inner` bounded by the word that begins at `start` ("since Thursday")."""
    return DateExpression(start=start, end=inner.end, words=text[start : inner.end], kind=kind, parts=(inner,))


def span_of(text: str, start: int, first: DateExpression, last: DateExpression) -> DateExpression:
    """Return the range from `first` to `last`; the first takes over month and year of the last where it has none."""
    if first.kind == last.kind and first.year is None and not first.parts and first.shift is None:
        first = replace(first, year=last.year, parts=last.parts)
    words = text[start : last.end]
    return DateExpression(start=start, end=last.end, words=words, kind=DateKind.range, parts=(first, last))


_BUILDERS: dict[str, Callable[[Match], DateExpression | None]] = {
    "age": _age,
    "iso": _iso,
    "numeric": _numeric,
    "month": _month,
    "days": _days,
    "day": _day,
    "half": _nth,
    "nth": _nth,
    "century": _century,
    "decade": _decade,
    "month_year": _month,
    "bare_month": _month,
    "season": _season,
    "ago": _ago,
    "weekday_of": _weekday_of,
    "nights": _nights,
    "weekday": _weekday,
    "near": _near,
    "this_daypart": _this_daypart,
    "later": _later,
    "period": _period,
    "next_daypart": _period,
    "past": _past,
    "coming": _duration,
    "weekend": _weekend,
    "span": _span,
    "duration": _duration,
    "years": _years,
    "era": _era,
    "clock": _clock,
    "year": _year,
    "holiday": _holiday,
    "recent": _recent,
    "frequency": _frequency,
    "vague": _vague,
}
