"""What a time expression is resolved against, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from rasid.model.when import DateBasis, DatePrecision
from rasid.resolve.time_calendar import Days, day_of, shifted

# A 29 February may be eight years back (around 1900).
_LEAP = 9
_MONTH = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The day of reporting, the day named before in the text, and how many days ahead a date may lie."""

    published: date | None = None
    anchor: date | None = None
    ahead: int = 0
    country: str | None = None
    """ISO code of the country whose fiscal years are meant."""

    @property
    def now(self) -> date | None:
        """The day that "this week" counts from; a text without a date of its own counts from the day named before."""
        return self.published or self.anchor

    @property
    def basis(self) -> DateBasis:
        """What a date rests on that these days had to complete."""
        return DateBasis.relative if self.published is not None else DateBasis.inferred

    def of_months(self) -> Reference:
        """Return the reference for months and seasons, which a few days ahead bring no nearer."""
        return self if self.ahead > _MONTH else replace(self, ahead=0)

    def day_of_year(self, month: int, day: int) -> date | None:
        """Return the day meant by a day and month without a year.

        It is the latest such day not after publication (or not more than `ahead` days after it); without a
        publication day the one nearest to the anchor, the later of two.
        """
        if self.published is not None:
            limit = shifted(self.published, self.ahead)
            years = range(limit.year, limit.year - _LEAP, -1)
            return next((found for year in years if (found := day_of(year, month, day)) and found <= limit), None)
        if self.anchor is None:
            return None
        anchor = self.anchor
        around = (day_of(anchor.year + step, month, day) for step in (1, 0, -1, 4, -4))
        return min(filter(None, around), key=lambda found: abs((found - anchor).days), default=None)


class Answer(NamedTuple):
    """Days, the rule that gave them, and the precision and basis where the rule fixes them."""

    first: date | None
    last: date | None
    rule: str
    precision: DatePrecision | None = None
    basis: DateBasis | None = None

    @property
    def days(self) -> Days | None:
        """The days where both ends are known."""
        return None if self.first is None or self.last is None else Days(self.first, self.last)


def answer(
    days: Days | None, rule: str, precision: DatePrecision | None = None, basis: DateBasis | None = None
) -> Answer | None:
    """Return the answer of a rule; None where the rule found no days."""
    return None if days is None else Answer(days.first, days.last, rule, precision, basis)
