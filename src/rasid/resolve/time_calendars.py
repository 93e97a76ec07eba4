"""Days of the Islamic and the Persian calendar as days of the Gregorian one, by arithmetic.

The Islamic months begin with the sighted moon and so differ by country: the civil (tabular) calendar of 30-year cycles
with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 is right within a day, and its days are given as three. The
Persian year begins with the equinox: the arithmetic of 33-year cycles equals it for the years 1178 to 1633 (1799 to
2255). Both as in Reingold and Dershowitz, Calendrical Calculations.
"""

from __future__ import annotations

from datetime import date

from rasid.resolve.time_calendar import Days, day_span

_ISLAMIC_EPOCH = 227_015
_PERSIAN_EPOCH = 226_895
_PERSIAN_YEARS = range(1178, 1634)
_LONG_MONTHS = 6


def islamic(year: int, month: int, day: int) -> Days | None:
    """Return the tabular day with the day before and after it; None outside the calendar."""
    if year < 1 or not 1 <= day <= 29 + month % 2 + (month == 12):
        return None
    ordinal = _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return day_span(date.fromordinal(ordinal), 1, 1) if ordinal < date.max.toordinal() else None


def persian(year: int, month: int, day: int) -> Days | None:
    """Return the day; None outside the calendar or its years."""
    if year not in _PERSIAN_YEARS or not 1 <= day <= 30 + (month <= _LONG_MONTHS):
        return None
    found = date.fromordinal(_new_year(year) + 30 * (month - 1) + min(month - 1, _LONG_MONTHS) + day - 1)
    return day_span(found) if found.toordinal() < _new_year(year + 1) else None


def _new_year(year: int) -> int:
    return _PERSIAN_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33


def islamic_year(day: date) -> int:
    """Return the tabular year of a day."""
    return max((30 * (day.toordinal() - _ISLAMIC_EPOCH) + 10_646) // 10_631, 1)


def persian_year(day: date) -> int:
    """Return the year that begins with the spring of the day's Gregorian year."""
    return day.year - 621
