from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rasid.model import Count, DatePrecision, EventType, Side, Status, Toll, VictimClass, When
from rasid.products.show import show_count, show_days, show_stated, show_toll, show_value, show_when, show_where
from tests.make import a, p
from tests.products import sample

CASES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "show.toml").read_text(encoding="utf-8")
)


def _bound(value: int | str) -> int | None:
    return None if isinstance(value, str) else value


@pytest.mark.parametrize("case", CASES["count"], ids=lambda case: case["words"])
def test_counts_keep_what_is_unknown_unknown(case: dict[str, Any]) -> None:
    low, best, high = map(_bound, case["count"])

    assert show_count(Count(low=low, best=best, high=high)) == case["words"]


@pytest.mark.parametrize("case", CASES["when"], ids=lambda case: case["words"])
def test_dates_are_shown_at_their_precision(case: dict[str, Any]) -> None:
    when = When(
        earliest=case.get("first"), latest=case.get("last"), precision=DatePrecision(case.get("precision", "unknown"))
    )

    assert show_when(when) == case["words"]


def test_a_stretch_over_two_years_names_both() -> None:
    assert show_days(date(2021, 12, 30), date(2022, 1, 2)) == "30 December 2021 to 2 January 2022"


def test_a_coarse_place_says_so_and_a_town_does_not() -> None:
    assert show_where(sample.AZIM) == "Al-Azim, Diyala, Iraq"
    assert show_where(sample.DIYALA) == "Diyala, Iraq (somewhere in the division)"
    assert show_where(sample.IRAQ) == "Iraq (no finer place told)"
    assert show_where(None) == "unknown"


def test_an_unknown_country_code_is_shown_as_it_is() -> None:
    assert show_where(p("Kut", country="ZZ", admin1=None)) == "Kut, ZZ"


def test_a_toll_names_the_group_it_counts() -> None:
    toll = Toll(count=Count.exactly(3), words="three gunmen", side=Side.perpetrator, victims=VictimClass.armed)

    assert show_toll(toll) == "3 members of armed bodies of the acting side"
    assert show_toll(Toll(count=Count.exactly(3), words="three")) == "3"
    assert (
        show_toll(Toll(count=Count.exactly(1), words="a sniper", victims=VictimClass.armed))
        == "1 member of an armed body"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (EventType.prison_break, "Prison break"),
        (Status.claimed, "Claimed by the acting side"),
        ("ied", "Improvised explosive device"),
        ("no_such_code", "No such code"),
        (None, "unknown"),
        (a("the gunmen"), "The gunmen"),
        (sample.SOLDIERS, "Military of Iraq"),
    ],
)
def test_every_kind_of_value_has_words(value: object, words: str) -> None:
    assert show_value(value) == words


def test_a_conflicting_value_is_said_as_the_settled_one_is() -> None:
    assert show_stated("killed", "11/11/?") == "at least 11"
    assert show_stated("status", "claimed") == "Claimed by the acting side"
    assert show_stated("perpetrators", "islamic_state", sample.PAPER_ATTACK) == "Islamic State"
    assert show_stated("where", "Kut") == "Kut"
