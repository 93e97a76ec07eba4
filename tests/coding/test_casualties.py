"""Casualty phrases with their numbers, before the total is made."""

from __future__ import annotations

import pytest

from rasid.coding.casualties import victims_of
from rasid.model import Count, VictimClass
from tests.coding.conftest import One
from tests.coding.test_tolls import totals


def test_a_definite_plural_gives_no_number(one: One) -> None:
    assert one("Gunmen attacked a base near Mosul on Sunday and killed the guards.").killed == ()


def test_an_age_is_no_number_of_people(one: One) -> None:
    mention = one("Gunmen kidnapped Omar Khalid, 12, in Mosul on Monday.")
    assert totals(mention, "abducted") == [(Count.exactly(1), "counts.exact")]


def test_the_class_of_victims_is_the_codebooks() -> None:
    assert [victims_of(code) for code in ("military", "medical", None)] == [
        VictimClass.armed, VictimClass.civilian, VictimClass.unknown,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gunmen killed Carlos Torres in Cali on Sunday.", Count.exactly(1)),
        ("Relatives of four miners said that gunmen had killed the miners near Mosul.", Count.exactly(4)),
        ("Gunmen killed a family of five in Mosul on Sunday.", Count.exactly(5)),
    ],
)
def test_a_name_is_one_and_those_named_before_keep_their_number(text: str, number: Count, one: One) -> None:
    assert [count for count, _ in totals(one(text), "killed")] == [number]


def test_those_of_a_number_told_beside_them_are_not_counted_again(one: One) -> None:
    text = "Two policemen saw gunmen kill four men near Mosul on Sunday. The men were killed with rifles."
    assert [count for count, _ in totals(one(text), "killed")] == [Count.exactly(4)]
