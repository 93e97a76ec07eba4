"""Builders of expressions told by distance: weekdays, "two days ago", "last week", and lengths that tell no day."""

from __future__ import annotations

from rasid.text.date_expression import DateExpression, DateKind
from rasid.text.date_match import Match

UNITS = ("unit", "units")
_SHIFTED = ("last", "past", "previous", "this", "current", "that", "same", "next", "following")
_SPANS = frozenset({"day", "week"})


def whole(match: Match) -> tuple[DateExpression, ...]:
    """Return the longer period that a shorter one lies in, as in "July 25 of that year"."""
    if "year" in match.fields:
        return ()
    first, last = match.find(*_SHIFTED), match.find_last(*UNITS)
    if first is None or last is None or first > last:
        return ()
    while first > 0 and match.names[first - 1] == "the":
        first -= 1
    inner = period(match.cut(first, last + 1))
    return (inner,) if inner else ()


def period(match: Match) -> DateExpression | None:
    """Read "late last week", "this month", "the following year", "the end of the month"."""
    unit, part = match.fields["unit"], match.fields.get("part")
    if unit in {"hour", "minute"}:
        return None
    shift = match.fields.get("shift", -1 if match.has("past_unit") else int(match.has("next_unit")))
    anchored = match.anchored or (unit == "day" and shift == 0)
    if anchored:
        return match.make(DateKind.later, unit=unit, count=shift, shift=shift, part=part, **match.pick("daypart"))
    if unit == "day":
        return None
    return match.make(DateKind.period, unit=unit, shift=shift, part=part)


def ago(match: Match) -> DateExpression:
    """Read "two days ago"."""
    return match.make(DateKind.ago, unit=match.fields["unit"], count=match.count())


def after(match: Match) -> DateExpression:
    """Read the Arabic "after two days", as "two days later"."""
    return match.make(DateKind.later, unit=match.fields["unit"], count=match.count(), part="later")


def named_day(match: Match) -> DateExpression | None:
    """Read the Arabic "the following day", and "on the third day", which is two days after the first."""
    if match.fields.get("unit", "day") != "day":
        return None
    days = match.fields["rank"] - 1 if "rank" in match.fields else match.fields["shift"]
    return match.make(DateKind.later, unit="day", count=days, shift=days)


def before_last(match: Match) -> DateExpression | None:
    """Read "the night before last" and "the week before last"."""
    if match.has("daypart"):
        return match.make(DateKind.near, shift=-2, **match.pick("daypart"))
    unit = match.fields["unit"]
    return None if unit in {"hour", "minute"} else match.make(DateKind.period, unit=unit, shift=-2)


def later(match: Match) -> DateExpression:
    """Read "three days later", "the day before", "weeks earlier"."""
    earlier = match.fields.get("part") == "earlier"
    count = 1 if match.names[0] == "the" else match.count()
    if count is not None and earlier:
        count = -count
    return match.make(DateKind.later, unit=match.fields["unit"], count=count, part="earlier" if earlier else "later")


def weekday(match: Match) -> DateExpression:
    """Read "Sunday morning", "last Tuesday"."""
    fields = match.pick("weekday", "daypart")
    if match.has("near"):
        return match.make(DateKind.weekday, **fields)
    shift = None if match.has("that", "same") else match.fields.get("shift")
    return match.make(DateKind.weekday, **fields, shift=shift)


def near(match: Match) -> DateExpression:
    """Read "yesterday afternoon"."""
    return match.make(DateKind.near, **match.pick("shift", "daypart", "part"))


def this_daypart(match: Match) -> DateExpression:
    """Read "last night", "this morning", "the same evening", "the night before"."""
    fields = match.pick("daypart", "part")
    shift = match.fields.get("shift")
    if shift is None:
        shift = -1 if match.fields.get("part") == "earlier" else 1
        return match.make(DateKind.later, unit="day", count=shift, shift=shift, daypart=fields["daypart"])
    if match.anchored:
        return match.make(DateKind.later, unit="day", count=shift, shift=shift, **fields)
    return match.make(DateKind.near, shift=shift, **fields)


def nights(match: Match) -> DateExpression:
    """Read "overnight", "the night between Sunday and Monday", "overnight into Monday"."""
    fields = match.pick("weekday")
    if match.find("to", before=match.find("weekday")) is not None:
        fields["weekday"] = (fields["weekday"] - 2) % 7 + 1
    return match.make(DateKind.nights, **fields, daypart="night")


def past(match: Match) -> DateExpression:
    """Read "past 24 hours", "in recent weeks"."""
    return match.make(DateKind.past, unit=match.fields["unit"], count=_past_count(match), shift=-1)


def _past_count(match: Match) -> int | None:
    return match.count() or (1 if match.has("unit") else None)


def weekend(match: Match) -> DateExpression:
    """Read "over the weekend"."""
    return match.make(DateKind.weekend, **match.pick("shift"))


def recent(match: Match) -> DateExpression:
    """Read "recently"."""
    return match.make(DateKind.recent)


def span(match: Match) -> DateExpression:
    """Read "five-day" as a span; of hours or years it is only a length."""
    unit = match.fields["unit"]
    kind = DateKind.span if unit in _SPANS else DateKind.duration
    return match.make(kind, unit=unit, count=match.count())


def duration(match: Match) -> DateExpression:
    """Read "two months"."""
    return match.make(DateKind.duration, unit=match.fields["unit"], count=match.count())


def habit(match: Match) -> DateExpression:
    """Read a part of the day alone ("at night")."""
    return match.make(DateKind.frequency, unit=match.fields["daypart"], daypart=match.fields["daypart"])


def any_season(match: Match) -> DateExpression:
    """Read a season that no year is meant of ("winter clothing")."""
    return match.make(DateKind.frequency, unit=str(match.value("season")))


def frequency(match: Match) -> DateExpression:
    """Read "daily", "every week"."""
    return match.make(DateKind.frequency, **match.pick("unit"))


def clock(match: Match) -> DateExpression:
    """Read "5:34 AM", "at 1430 GMT"."""
    return match.make(DateKind.clock, clock=str(match.value("clock", "year", "old_year", "round_year", "digits")))


def vague(match: Match) -> DateExpression:
    """Read "now", "former", "current"."""
    unit = (
        "present"
        if match.has("current")
        else "past"
        if match.has("recently_past")
        else match.value("vague", "loose_vague")
    )
    return match.make(DateKind.vague, unit=str(unit))


def weekday_of(match: Match) -> DateExpression:
    """Read "Thursday of last week"."""
    return match.make(DateKind.weekday, **match.pick("weekday", "daypart"), parts=whole(match))
