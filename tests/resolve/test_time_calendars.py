from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.resolve.time_calendars import islamic, islamic_year, persian, persian_year


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ((1443, 1, 1), date(2021, 8, 10)),
        ((1443, 9, 1), date(2022, 4, 3)),
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1400, 1, 1), date(1979, 11, 21)),
    ],
)
def test_islamic_days_are_given_with_a_day_either_side(told: tuple[int, int, int], day: date) -> None:
    assert islamic(*told) == (day - timedelta(days=1), day + timedelta(days=1))
    assert islamic_year(day) == told[0]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1401, 7, 5), date(2022, 9, 27)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
    ],
)
def test_persian_days(told: tuple[int, int, int], day: date) -> None:
    assert persian(*told) == (day, day)


@pytest.mark.parametrize("told", [(1400, 12, 30), (1400, 7, 31), (1400, 1, 0), (1177, 1, 1), (1634, 1, 1)])
def test_days_that_the_persian_calendar_lacks(told: tuple[int, int, int]) -> None:
    assert persian(*told) is None


@pytest.mark.parametrize("told", [(0, 1, 1), (1443, 2, 30), (1443, 1, 31), (99_999, 1, 1)])
def test_days_that_the_islamic_calendar_lacks(told: tuple[int, int, int]) -> None:
    assert islamic(*told) is None


@given(st.integers(1178, 1633), st.integers(1, 12))
def test_months_follow_each_other_without_gap(year: int, month: int) -> None:
    following = persian(year + month // 12, month % 12 + 1, 1)
    days = [found for number in range(1, 32) if (found := persian(year, month, number)) is not None]
    assert following is None or days[-1].last + timedelta(days=1) == following.first
    assert persian_year(days[0].first) in {year, year + 1}
