"""The stretch of days that a brief's timeline covers, and where a day lies on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rasid.products.show import show_month

MOST_TICKS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Days from `first` to `last`, both drawn whole."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days the axis holds."""
        return (self.last - self.first).days + 1

    def share(self, day: date) -> float:
        """Return where the middle of `day` lies, in percent of the axis from its start; outside it, below 0 or above 100."""
        return ((day - self.first).days + 0.5) / self.days * 100

    def holds(self, day: date) -> bool:
        """Tell whether the axis covers `day`."""
        return self.first <= day <= self.last


def axis_of(days: Iterable[date]) -> Axis | None:
    """Return the axis over `days` with a day to spare on each side, or None without any."""
    days = tuple(days)
    if not days:
        return None
    spare = timedelta(days=max(1, (max(days) - min(days)).days // 30))
    return Axis(first=min(days) - spare, last=max(days) + spare)


def near(days: Iterable[date], published: Iterable[date]) -> list[date]:
    """Return the days that lie within 60 days, or the width of the publications, of the publications; all without any.

    One date far off, true or misread, would press all others into a corner; it is told at the edge instead.
    """
    published = sorted(published)
    if not published:
        return list(days)
    reach = max(timedelta(days=60), published[-1] - published[0])
    return [day for day in days if published[0] - reach <= day <= published[-1] + reach]


def ticks(axis: Axis) -> list[tuple[date, str]]:
    """Return at most about six days to name on the axis, with their names: days, Mondays, months or years."""
    if axis.days <= 400:
        step = next((step for step in (1, 2, 7, 14) if axis.days / step <= MOST_TICKS), None)
        if step is not None:
            return [(day, f"{day.day} {show_month(day)[:3]}") for day in _every(axis, step)]
    starts = [day for day in _every(axis, 1) if day.day == 1]
    months = next(months for months in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if len(starts) / months <= MOST_TICKS)
    kept = [day for day in starts if (day.year * 12 + day.month - 1) % months == 0]
    return [(day, str(day.year) if months >= 12 else f"{show_month(day)[:3]} {day.year}") for day in kept]


def _every(axis: Axis, step: int) -> list[date]:
    return [axis.first + timedelta(days=offset) for offset in range(step > 1, axis.days, step)]
