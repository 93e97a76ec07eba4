from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.products.brief.days import MOST_TICKS, Axis, axis_of, ticks


def test_an_axis_leaves_a_day_to_spare() -> None:
    assert axis_of([date(2022, 1, 21)]) == Axis(first=date(2022, 1, 20), last=date(2022, 1, 22))
    assert axis_of([]) is None


def test_shares_are_of_the_middle_of_a_day() -> None:
    axis = Axis(first=date(2022, 1, 20), last=date(2022, 1, 22))

    assert axis.share(date(2022, 1, 21)) == pytest.approx(50)
    assert axis.share(date(2022, 1, 19)) < 0


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (5, ["20 Jan", "21 Jan", "22 Jan", "23 Jan", "24 Jan"]),
        (40, ["21 Jan", "28 Jan", "4 Feb", "11 Feb", "18 Feb", "25 Feb"]),
        (150, ["Feb 2022", "Mar 2022", "Apr 2022", "May 2022", "Jun 2022"]),
        (365 * 5, ["2023", "2024", "2025", "2026", "2027"]),
    ],
)
def test_ticks_are_named_by_day_week_month_or_year(days: int, names: list[str]) -> None:
    first = date(2022, 1, 20)
    axis = Axis(first=first, last=first + timedelta(days=days - 1))

    assert [name for _, name in ticks(axis)][: len(names)] == names


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 36_000))
def test_ticks_lie_on_the_axis_and_are_few(first: date, days: int) -> None:
    axis = Axis(first=first, last=first + timedelta(days=days))
    found = ticks(axis)

    assert len(found) <= MOST_TICKS + 1
    assert all(axis.holds(day) for day, _ in found)
