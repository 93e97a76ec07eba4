"""Fiscal years by the country whose government counts in them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from rasid.resolve.time_fiscal import fiscal_years
from rasid.resolve.times import TimeResolver

MONDAY = date(2022, 1, 24)


@pytest.mark.parametrize(
    ("words", "country", "first", "last"),
    [
        ("fiscal year 2019", "US", "2018-10-01", "2019-09-30"),
        ("fiscal year 1975", "US", "1974-07-01", "1975-06-30"),
        ("FY19", "IN", "2018-04-01", "2019-03-31"),
        ("the 2019-20 fiscal year", "IN", "2019-04-01", "2020-03-31"),
        ("fiscal year 2019", "JP", "2019-04-01", "2020-03-31"),
        ("the 2018/19 fiscal year", "PK", "2018-07-01", "2019-06-30"),
        ("fiscal year 2019/20", "NP", "2019-07-16", "2020-07-15"),
        ("fiscal year 2010", "AF", "2009-03-21", "2010-03-20"),
        ("fiscal year 2019", "AF", "2018-12-21", "2019-12-20"),
        ("the 2022/23 fiscal year", "AF", "2022-03-21", "2023-03-20"),
        ("financial year 2019-20", "GB", "2019-04-01", "2020-03-31"),
        ("fiscal year 2019", "GB", "2019-01-01", "2019-12-31"),
        ("fiscal year 2019", "IQ", "2019-01-01", "2019-12-31"),
        ("fiscal year 2019", None, "2019-01-01", "2019-12-31"),
    ],
)
def test_a_fiscal_year_in_a_country(words: str, country: str | None, first: str, last: str) -> None:
    when = TimeResolver().resolve(words, published=MONDAY, country=country)
    assert (str(when.earliest), str(when.latest)) == (first, last)


def test_each_country_has_one_fiscal_year_at_a_time() -> None:
    for years in fiscal_years().values():
        for before, after in pairwise(years):
            assert before.until < after.since


def test_a_fiscal_year_ends_where_the_next_begins() -> None:
    for years in fiscal_years().values():
        year = years[-1]
        this, following = year.days(2023), year.days(2024)
        assert this is not None
        assert following is not None
        assert this.last + timedelta(days=1) == following.first
