"""Times told by their distance from the day of reporting, or from a day named before."""

from __future__ import annotations

from datetime import date

from rasid.model.when import DatePrecision
from rasid.resolve import time_calendar as calendar
from rasid.resolve.time_calendar import Days, day_span
from rasid.resolve.time_reference import Answer, Reference, answer
from rasid.text.dates import DateExpression

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_SOME = frozenset({"day", "week", "month"})
_YEARS = {"year": 1, "decade": 10, "century": 100}
_SPAN = DatePrecision.days
_THIRDS = frozenset({"early", "mid", "late"})


def weekday(expression: DateExpression, reference: Reference, whole: Days | None) -> Answer | None:
    """Resolve "Sunday morning", "last Tuesday", "Thursday of last week"."""
    number = (expression.weekday or 1) - 1
    rule = "night" if expression.daypart == "night" else "day"
    if expression.parts:
        return answer(day_span(calendar.shifted(whole.first, number)) if whole else None, rule)
    now = reference.now
    if now is None:
        return None
    ahead, back = (number - now.weekday()) % 7, (now.weekday() - number) % 7
    if expression.shift == 1:
        days = ahead or 7
    elif expression.shift == -1:
        days = -(back or 7)
    else:
        days = ahead if reference.published is None else -back
    return answer(day_span(calendar.shifted(now, days)), rule)


def near(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "today", "yesterday afternoon", "last night", "the other day"."""
    if reference.published is None:
        return None
    night = expression.daypart == "night" and expression.shift == -1
    return answer(day_span(calendar.shifted(reference.published, expression.shift or 0)), "night" if night else "day")


def recent(_: DateExpression, reference: Reference, __: Days | None) -> Answer | None:
    """Resolve "recently"."""
    return no_time(reference)


def no_time(reference: Reference) -> Answer | None:
    """Return the three days before publication, UCDP's reading of "recently", "past few days" and no time at all."""
    if reference.published is None:
        return None
    days = day_span(calendar.shifted(reference.published, -1), before=2)
    return answer(days, "recently, or no time stated", _SPAN)


def ago(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "two days ago"; weeks are a span up to publication, as UCDP reads "a fortnight ago"."""
    now, unit, count = reference.published, expression.unit or "", expression.count
    if now is None:
        return None
    if unit in {"hour", "minute"}:
        return _past_hours(now, count or 1)
    if unit == "day":
        return no_time(reference) if count is None else answer(day_span(calendar.shifted(now, -count)), "days ago")
    if unit in _DAYS:
        return answer(day_span(now, _DAYS[unit] * (count or 3) - 1), "weeks ago, recent weeks")
    if unit == "month":
        return _past_months(now, None) if count is None else answer(_month(now, -count), "months ago")
    return answer(_years(now, unit, -count), "years ago") if count is not None else None


def _month(now: date, shift: int, part: str | None = None) -> Days | None:
    return calendar.month(*calendar.months_on(now, shift), part)


def _years(now: date, unit: str, shift: int, part: str | None = None) -> Days | None:
    length = _YEARS[unit]
    first = now.year + shift if length == 1 else now.year - now.year % length + shift * length
    return calendar.year(first, part, length)


def later(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "three days later", "the previous day", "that month" from the day named before."""
    anchor, unit, count = reference.anchor, expression.unit or "", expression.count
    if anchor is None:
        return None
    rule = "counted from a day named before"
    if expression.shift is not None and unit != "day":
        return answer(_calendar_period(anchor, unit, expression.shift, expression.part), rule)
    if count is None:
        return answer(_some(anchor, unit, expression.part), rule)
    return answer(_counted(anchor, unit, count), rule)


def _counted(anchor: date, unit: str, count: int) -> Days | None:
    if unit in {"hour", "minute"}:
        hours = count if unit == "hour" else count // 60
        return day_span(calendar.shifted(anchor, hours // 24), after=hours % 24 > 0)
    if unit == "day":
        return day_span(calendar.shifted(anchor, count))
    if unit in _DAYS:
        return day_span(calendar.shifted(anchor, count * _DAYS[unit]), 3, 3)
    return _month(anchor, count) if unit == "month" else _years(anchor, unit, count)


def _some(anchor: date, unit: str, side: str | None) -> Days | None:
    """Return the days of "a few days later": two to six units on; None for units of years."""
    length = {"day": 1, "week": 7, "month": 30}.get(unit)
    if length is None:
        return None
    near_end, far_end = 2 * length, 6 * length
    if side == "earlier":
        near_end, far_end = -far_end, -near_end
    return Days(calendar.shifted(anchor, near_end), calendar.shifted(anchor, far_end))


def _calendar_period(now: date, unit: str, shift: int, part: str | None) -> Days | None:
    third = part if part in _THIRDS else None
    if unit == "month":
        days = _month(now, shift, third)
    elif unit in _YEARS:
        days = _years(now, unit, shift, third)
    else:
        days = calendar.week(now, shift, third)
    if days is None or shift != 0 or not days.first <= now <= days.last:
        return days
    if part == "later":
        return Days(now, days.last)
    return Days(days.first, now) if part == "earlier" else days


def period(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "this week", "late last week", "earlier this month", "last year"."""
    now, unit, shift, part = reference.now, expression.unit or "", expression.shift or 0, expression.part
    if now is None:
        return None
    days = whole_period(expression, reference)
    if days is None:
        return None
    if shift == 0 and part == "earlier":
        days = Days(days.first, max(days.first, calendar.shifted(now, -1)))
    elif shift == 0 and part != "later":
        days = calendar.cut(days, now)
    name = {-2: "before last", -1: "last", 0: "this", 1: "next"}[shift]
    precision = {"week": _SPAN, "month": DatePrecision.month, "year": DatePrecision.year}.get(unit)
    return answer(days, " ".join(filter(None, (part, name, unit))), precision if shift == 0 else None)


def whole_period(expression: DateExpression, reference: Reference) -> Days | None:
    """Return a named period to its very end, also where it is not over on the day of reporting."""
    now = reference.anchor if expression.kind == "later" else reference.now
    if now is None:
        return None
    return _calendar_period(now, expression.unit or "", expression.shift or 0, expression.part)


def past(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "past 24 hours", "the last two days", "in recent weeks", "past few months"."""
    now, unit, count = reference.now, expression.unit or "", expression.count
    if now is None:
        return None
    if unit in {"hour", "minute"}:
        return _past_hours(now, count or 1)
    if unit == "day":
        return _past_days(now, count)
    if unit in _DAYS:
        rule = "past week" if count == 1 else "weeks ago, recent weeks"
        return answer(day_span(now, _DAYS[unit] * (count or 3) - 1), rule)
    return _past_months(now, count) if unit == "month" else _past_years(now, count and count * _YEARS[unit])


def _past_years(now: date, count: int | None) -> Answer | None:
    if count is None:
        return None
    days = Days(calendar.months_back(now, 12 * count), now)
    return answer(days, "past years", None if count > 1 else DatePrecision.year)


def _past_hours(now: date, hours: int) -> Answer | None:
    """Return UCDP's days: 24 h reach back one day, 48 h and 72 h two; longer ones one day less than they count."""
    days = -(-hours // 24)
    return answer(day_span(now, max(min(days, 2), days - 1, 1)), "past hours", _SPAN)


def _past_days(now: date, count: int | None) -> Answer | None:
    if count == 1:
        return _past_hours(now, 24)
    rule = "recently, or no time stated" if count is None else "past days"
    return answer(day_span(calendar.shifted(now, -1), before=(count or 3) - 1), rule)


def _past_months(now: date, count: int | None) -> Answer | None:
    first = calendar.months_back(now, count or 3)
    if count == 1:
        return answer(Days(first, now), "past month", DatePrecision.month)
    return answer(Days(max(first, date(now.year, 1, 1)), now), "past months", DatePrecision.year)


def weekend(expression: DateExpression, reference: Reference, whole: Days | None) -> Answer | None:
    """Resolve "over the weekend": the Saturday and Sunday last begun and ended, or ending on the day of reporting."""
    if expression.parts:
        return answer(day_span(calendar.week(whole.first).last, before=1), "weekend") if whole else None
    now = reference.now
    if now is None:
        return None
    sunday = calendar.shifted(now, -((now.weekday() + 1) % 7))
    if expression.shift == -1 and sunday == now:
        sunday = calendar.shifted(sunday, -7)
    if expression.shift == 1:
        sunday = calendar.shifted(now, 6 - now.weekday())
    return answer(day_span(sunday, before=1), "weekend")


def nights(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "the night between Sunday and Monday" as both days, bare "overnight" as UCDP's "last night": the day before."""
    now = reference.now
    if now is None:
        return None
    if expression.words.lower() == "overnight":
        return answer(day_span(calendar.shifted(now, -1)), "overnight, the day before")
    back = 1 if expression.weekday is None else (now.isoweekday() - expression.weekday) % 7
    return answer(day_span(calendar.shifted(now, -(back or 1)), after=1), "night over two days")


def several(expression: DateExpression, reference: Reference, whole: Days | None) -> Answer | None:
    """Resolve "several weeks" as UCDP does, up to the day of reporting; a counted length says no days."""
    return past(expression, reference, whole) if expression.count is None and expression.unit in _SOME else None


def span(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "a five-day offensive": five days up to the day of reporting."""
    if reference.now is None or not expression.count:
        return None
    length = expression.count * _DAYS.get(expression.unit or "", 1)
    return answer(day_span(reference.now, before=length - 1), "days up to reporting")
