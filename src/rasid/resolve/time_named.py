"""Days, months and years called by their names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rasid.model.when import DateBasis
from rasid.resolve import time_calendar as calendar
from rasid.resolve import time_calendars
from rasid.resolve.time_calendar import Days
from rasid.resolve.time_reference import Answer, Reference, answer
from rasid.text.dates import DateExpression

EXPLICIT = DateBasis.explicit


def full_year(year: int, reference: Reference) -> int:
    """Return the year that two digits mean: the latest not in the future of the text, else 1950 to 2049."""
    if not 0 <= year < 100:
        return year
    last = 2049 if reference.now is None else reference.now.year
    return last - (last - year) % 100


def _basis(expression: DateExpression, reference: Reference) -> DateBasis:
    return EXPLICIT if expression.year is not None and expression.year > 99 else reference.basis


def day(expression: DateExpression, reference: Reference, whole: Days | None) -> Answer | None:
    """Resolve "14 January (2011)" and "last 8 November"."""
    month, number = expression.month or 0, expression.day or 0
    if expression.year is not None:
        found = calendar.day_of(full_year(expression.year, reference), month, number)
    elif expression.parts:
        found = calendar.day_of(whole.last.year, month, number) if whole else None
    else:
        found = reference.day_of_year(month, number)
        if expression.shift == -1 and found is not None and found == reference.published:
            found = calendar.day_of(found.year - 1, month, number)
    rule = "holiday" if expression.kind == "holiday" else "day"
    return answer(calendar.day_span(found) if found else None, rule, None, _basis(expression, reference))


def other_calendar(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "15 Ramadan 1443" and "22 Bahman"; without a year the latest such day begun, by the day of reporting."""
    convert, year_of, rule = _CALENDARS[expression.kind.value]
    month, number, now = expression.month or 0, expression.day or 0, reference.now
    if expression.year is not None:
        return answer(convert(expression.year, month, number), rule, None, EXPLICIT)
    if now is None:
        return None
    years = range(year_of(now), year_of(now) - 3, -1)
    found = (days for year in years if (days := convert(year, month, number)) and days.first <= now)
    return answer(next(found, None), rule, None, reference.basis)


_CALENDARS: dict[str, tuple[Callable[[int, int, int], Days | None], Callable[[date], int], str]] = {
    "lunar": (time_calendars.islamic, time_calendars.islamic_year, "Islamic calendar, a day either side"),
    "solar": (time_calendars.persian, time_calendars.persian_year, "Persian calendar"),
}


def month(expression: DateExpression, reference: Reference, whole: Days | None) -> Answer | None:
    """Resolve "January 2022", "last March" and "early March"."""
    number = expression.month or 0
    if expression.year is not None:
        year: int | None = full_year(expression.year, reference)
    elif expression.parts:
        year = whole.last.year if whole else None
    else:
        year = _year_of_month(number, expression.shift, reference)
    days = calendar.month(year, number, _third(expression)) if year is not None else None
    rule = "part of a month" if _third(expression) else "month"
    return answer(days, rule, None, _basis(expression, reference))


def _year_of_month(number: int, shift: int | None, reference: Reference) -> int | None:
    """Return the year of the latest month of that name begun by the day of publication, else the one nearest."""
    found = reference.of_months().day_of_year(number, 1 if reference.published else 15)
    if found is None or reference.published is None:
        return _turned(found, shift, reference)
    current = (found.year, number) == (reference.published.year, reference.published.month)
    return found.year - (shift == -1 and current) + (shift == 1)


def _third(expression: DateExpression) -> str | None:
    return expression.part if expression.part in {"early", "mid", "late"} else None


def year(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve "1995" and "mid-1999"; years before our era have no days."""
    number = full_year(expression.year or 0, reference)
    days = calendar.year(number, _third(expression))
    rule = "part of a year" if _third(expression) else "year"
    return answer(days, rule, None, _basis(expression, reference))


def decade(expression: DateExpression, _: Reference, __: Days | None) -> Answer | None:
    """Resolve "the late 1980s"."""
    return answer(calendar.year(expression.year or 0, _third(expression), 10), "decade", None, EXPLICIT)


def century(expression: DateExpression, _: Reference, __: Days | None) -> Answer | None:
    """Resolve "the early 19th century"."""
    return answer(calendar.year(expression.year or 0, _third(expression), 100), "century", None, EXPLICIT)


def season(expression: DateExpression, reference: Reference, whole: Days | None) -> Answer | None:
    """Resolve "the summer of 2007" and "last winter"; without a year the latest one begun."""
    name = expression.unit or ""
    if expression.year is not None:
        year: int | None = full_year(expression.year, reference)
    elif expression.parts:
        year = whole.last.year if whole else None
    else:
        year = _year_of_season(name, expression.shift, reference)
    days = calendar.season(year, name) if year is not None else None
    return answer(days, "season", None, _basis(expression, reference))


def _year_of_season(name: str, shift: int | None, reference: Reference) -> int | None:
    opening = calendar.season(2000, name)
    found = reference.of_months().day_of_year(opening.first.month, 1) if opening else None
    if found is None or reference.published is None:
        return _turned(found, shift, reference)
    span = calendar.season(found.year, name)
    running = span is not None and span.last >= reference.published
    return found.year - (shift == -1 and running) + (shift == 1)


def _turned(nearest: date | None, shift: int | None, reference: Reference) -> int | None:
    """Return the year of the day nearest to the anchor, or of the next after it ("the following spring"), or the last before."""
    if nearest is None or reference.anchor is None:
        return None
    return nearest.year + (shift == 1 and nearest <= reference.anchor) - (shift == -1 and nearest >= reference.anchor)


def nth(expression: DateExpression, _: Reference, whole: Days | None) -> Answer | None:
    """Resolve "the first week of August" within the period named after it; a first week is its days 1 to 7."""
    if whole is None or expression.rank is None:
        return None
    rank, count, unit = expression.rank, expression.count or 1, expression.unit
    if unit in {"month", "quarter", "half"}:
        size = max(_months(whole) // 2, 1) if unit == "half" else count * (3 if unit == "quarter" else 1)
        days = _months_within(whole, rank, size)
    else:
        days = _days_within(whole, rank, count * {"day": 1, "week": 7, "fortnight": 14}.get(unit or "", 0))
    basis = EXPLICIT if expression.parts[0].year is not None else None
    return answer(days, f"{unit} of a period", None, basis)


def _months(whole: Days) -> int:
    return (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1


def _months_within(whole: Days, rank: int, size: int) -> Days | None:
    skip = _months(whole) - size if rank < 0 else (rank - 1) * size
    opening = calendar.month(*calendar.months_on(whole.first, skip))
    closing = calendar.month(*calendar.months_on(whole.first, skip + size - 1))
    if skip < 0 or opening is None or closing is None or closing.last > whole.last:
        return None
    return Days(opening.first, closing.last)


def _days_within(whole: Days, rank: int, length: int) -> Days | None:
    if length == 0:
        return None
    first = calendar.shifted(whole.last, 1 - length) if rank < 0 else calendar.shifted(whole.first, (rank - 1) * length)
    last = min(calendar.shifted(first, length - 1), whole.last)
    return Days(first, last) if whole.first <= first <= last else None
