"""Fiscal years: "fiscal year 2019", "the 2019-20 fiscal year", by the country whose government counts in them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from rasid.model.when import DateBasis
from rasid.resolve import time_calendar as calendar
from rasid.resolve.time_calendar import Days
from rasid.resolve.time_named import full_year
from rasid.resolve.time_reference import Answer, Reference, answer
from rasid.text.dates import DateExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalYear:
    """The day on which the fiscal year of a country begins, for the years from `since` to `until`.

    `named` is how many years after its beginning the year lies that names it alone (0 or 1), None where usage differs.
    """

    month: int
    day: int
    named: int | None
    since: int
    until: int

    def days(self, begin: int) -> Days | None:
        """Return the days of the year that begins in `begin`; None where the country counted otherwise then."""
        if not self.since <= begin <= self.until:
            return None
        return Days(date(begin, self.month, self.day), date(begin + 1, self.month, self.day) - timedelta(days=1))


@cache
def fiscal_years() -> dict[str, tuple[FiscalYear, ...]]:
    """Return the fiscal years of `data/times/fiscal_years.toml` by the country's code; read once."""
    path = files("rasid") / "data" / "times" / "fiscal_years.toml"
    found: dict[str, tuple[FiscalYear, ...]] = {}
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["year"]:
        month, day = (int(part) for part in row["begins"].split("-"))
        named = {"end": 1, "begin": 0}[row["named"]] if "named" in row else None
        year = FiscalYear(
            month=month,
            day=day,
            named=named,
            since=row.get("since", date.min.year),
            until=row.get("until", date.max.year - 1),
        )
        found[row["country"]] = (*found.get(row["country"], ()), year)
    return found


def fiscal(expression: DateExpression, reference: Reference, _: Days | None) -> Answer | None:
    """Resolve a fiscal year in the country of the reference; without one, or where that is not known, as calendar years."""
    year = full_year(expression.year or 0, reference)
    both = expression.count == _BOTH
    for known in fiscal_years().get(reference.country or "", ()):
        begin = year if both else None if known.named is None else year - known.named
        days = known.days(begin) if begin is not None else None
        if days is not None:
            return answer(days, f"fiscal year of {reference.country}", None, DateBasis.explicit)
    last = calendar.year(year + 1 if both else year)
    first = calendar.year(year)
    days = Days(first.first, last.last) if first is not None and last is not None else None
    return answer(days, "fiscal year, read as calendar year", None, DateBasis.explicit)


_BOTH = 2
"""Number of calendar years that "2019-20" names."""
