"""Arithmetic of local calendar days: spans of days, weeks, months and years, both ends inclusive."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from rasid.model.when import DatePrecision

# First and last day of early, mid and late March, and first and last month of early, mid and late 1999 (UCDP).
_PARTS_OF_MONTH = {"early": (1, 10), "mid": (10, 20), "late": (15, 31)}
_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
# UCDP has only late last week, Friday to Sunday; the others are like it.
_PARTS_OF_WEEK = {"early": (0, 2), "mid": (1, 3), "late": (4, 6)}
_CLASSES = (
    (1, DatePrecision.day),
    (6, DatePrecision.days),
    (7, DatePrecision.week),
    (31, DatePrecision.month),
    (366, DatePrecision.year),
)
_FIRST_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


class Days(NamedTuple):
    """A span of days, both inclusive."""

    first: date
    last: date

    @property
    def precision(self) -> DatePrecision:
        """The UCDP class of the length; spans of more than a year have none."""
        length = (self.last - self.first).days + 1
        return next((name for limit, name in _CLASSES if length <= limit), DatePrecision.unknown)


def shifted(day: date, days: int) -> date:
    """Return the day that many days later, stopping at the ends of the calendar."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def day_span(day: date, before: int = 0, after: int = 0) -> Days:
    """Return the days from `before` days before `day` to `after` days after it."""
    return Days(shifted(day, -before), shifted(day, after))


def week(day: date, shift: int = 0, part: str | None = None) -> Days:
    """Return Monday to Sunday of the week of `day`, `shift` weeks on, or its early, mid or late part."""
    monday = shifted(day, 7 * shift - day.weekday())
    first, last = _PARTS_OF_WEEK.get(part or "", (0, 6))
    return Days(shifted(monday, first), shifted(monday, last))


def month(year: int, number: int, part: str | None = None) -> Days | None:
    """Return the month, or its part; None outside the calendar."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    length = monthrange(year, number)[1]
    first, last = _PARTS_OF_MONTH.get(part or "", (1, length))
    return Days(date(year, number, first), date(year, number, min(last, length)))


def months_on(day: date, months: int) -> tuple[int, int]:
    """Return year and month `months` months after those of `day`."""
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, index + 1


def months_back(day: date, months: int) -> date:
    """Return the same day of the month `months` months before, or that month's last day."""
    year, number = months_on(day, -months)
    span = month(year, number)
    return day if span is None else span.first.replace(day=min(day.day, span.last.day))


def year(first: int, part: str | None = None, length: int = 1) -> Days | None:
    """Return `length` years from `first`, or the early, mid or late third of them; None outside the calendar."""
    if first < MINYEAR or first + length - 1 > MAXYEAR:
        return None
    start, end = _PARTS_OF_YEAR.get(part or "", (1, 12))
    begin, finish = (start - 1) * length, end * length - 1
    opening, closing = month(first + begin // 12, begin % 12 + 1), month(first + finish // 12, finish % 12 + 1)
    return Days(opening.first, closing.last) if opening and closing else None


def season(first: int, name: str) -> Days | None:
    """Return the three months of a northern season that begins in the year `first`."""
    opening = month(first, _FIRST_MONTHS[name])
    closing = month(*months_on(opening.first, 2)) if opening else None
    return Days(opening.first, closing.last) if opening and closing else None


def cut(days: Days, last: date) -> Days:
    """Return `days` up to `last`, where they have begun by then."""
    return Days(days.first, min(days.last, last)) if days.first <= last else days


def day_of(year_number: int, month_number: int, day_number: int) -> date | None:
    """Return the day, or None where the calendar lacks it."""
    if not (MINYEAR <= year_number <= MAXYEAR and 1 <= day_number <= monthrange(year_number, month_number)[1]):
        return None
    return date(year_number, month_number, day_number)
