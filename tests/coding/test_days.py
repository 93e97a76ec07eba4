"""The days that a report names, each against those before it."""

from __future__ import annotations

from datetime import date

import pytest

from rasid.coding.days import days_in, own_day
from rasid.resolve.times import TimeResolver
from tests.coding.conftest import MONDAY

TEXT = (
    "Gunmen attacked a bus on 5 January. Two days later they burned it. The army said on Sunday that nobody was hurt."
)


def test_days_are_in_the_order_of_the_text_and_quote_it() -> None:
    days = days_in(TEXT, TimeResolver(), MONDAY)
    assert next(TEXT[day.start : day.end].lower().removeprefix("on ") for day in days.named) == "5 january"
    assert [str(day.single) for day in days.named] == ["2022-01-05", "2022-01-07", "2022-01-23"]


def test_a_story_goes_on_on_the_day_told_last_and_not_on_one_of_speech() -> None:
    days = days_in(TEXT, TimeResolver(), MONDAY)
    assert days.before(len(TEXT)) == date(2022, 1, 23)
    told = days.told_before(len(TEXT), 0)
    assert told is not None
    assert told.single == date(2022, 1, 7)
    assert days.told_before(len(TEXT), len(TEXT) - 5) is None
    assert days.before(0) is None


def test_without_a_day_of_publication_only_what_is_dated_is_named() -> None:
    days = days_in("They came yesterday. They left on 5 May 2020.", TimeResolver(), None)
    assert [str(day.single) for day in days.named] == ["2020-05-05"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Baghdad, 20 November 2022\nGunmen attacked a bus.", date(2022, 11, 20)),
        ("20 November 2022\n\nGunmen attacked a bus.", date(2022, 11, 20)),
        ("Gunmen attacked a bus on 20 November 2022.", None),
        ("Baghdad\nGunmen attacked a bus.", None),
    ],
)
def test_the_day_that_a_text_gives_itself(text: str, day: date | None) -> None:
    assert own_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["THE VOTE PLANNED FOR 12 NOVEMBER GOES ON.", "He will take office on 1 June.", "Bodies were found on Sunday."],
)
def test_a_day_to_come_or_of_a_find_dates_no_act(text: str) -> None:
    days = days_in(text, TimeResolver(), MONDAY)
    assert [day.spoken for day in days.named] == [True]
