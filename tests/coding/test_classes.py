"""Weapons and tactics of an incident: each class once, with the words that tell it."""

from __future__ import annotations

import pytest

from rasid.codebook import load_codebook
from tests.coding.conftest import Coded, One
from tests.reading.texts import SENTENCES

BOOK = load_codebook()


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("Gunmen with assault rifles attacked a bus near Mosul.", {"small_arms"}),
        ("Gunmen shot dead a farmer near Mosul.", {"small_arms"}),
        ("Militants fired rockets at an army base in Mosul.", {"rocket"}),
        ("The army shelled the town of Tikrit with mortars.", {"mortar"}),
        ("The army shelled the town of Tikrit.", {"artillery"}),
        ("A car bomb exploded outside a bank in Baghdad.", {"vehicle_bomb"}),
        ("A roadside bomb killed two soldiers near Mosul.", {"ied"}),
        ("A suicide bomber blew himself up near a mosque in Kabul, killing nine worshippers.", {"suicide_vest"}),
        ("A drone strike killed three militants in Mosul.", {"armed_drone"}),
        ("Men with machetes killed four farmers near Mosul.", {"machete"}),
        ("Gunmen stabbed a farmer to death near Mosul.", {"knife"}),
        ("Protesters threw stones at police in Baghdad.", {"stones"}),
        ("Gunmen attacked a police station in Mosul.", set()),
    ],
)
def test_weapons_named_and_those_an_act_cannot_be_done_without(text: str, weapons: set[str], one: One) -> None:
    assert {claim.value for claim in one(text).weapons} == weapons


def test_a_weapon_that_is_handed_in_or_found_is_not_used(one: One) -> None:
    assert one("Police arrested six suspects with rifles in Mosul on Monday.").weapons == ()


@pytest.mark.parametrize(
    ("text", "tactic"),
    [
        ("Two soldiers were killed in an ambush near Mosul.", "ambush"),
        ("Gunmen disguised as policemen attacked a bus near Mosul.", "disguise"),
        ("Gunmen attacked a checkpoint near Mosul on Monday.", "checkpoint"),
        ("Rebels attacked a military base near Mosul.", "military_site"),
        ("A suicide bomber killed nine people in Kabul on Monday.", "suicide"),
        (
            "Militants attacked a camp near Mosul while the soldiers slept, killing ten soldiers as they slept.",
            "victims_asleep",
        ),
    ],
)
def test_tactics_told(text: str, tactic: str, one: One) -> None:
    assert tactic in {claim.value for claim in one(text).tactics}


def test_every_class_is_the_codebooks_stands_once_and_has_its_words(coded: Coded) -> None:
    weapons, tactics = {one.id for one in BOOK.weapons}, {one.id for one in BOOK.tactics}
    for text in SENTENCES:
        for mention in coded(text).mentions:
            used = [claim.value for claim in mention.weapons]
            told = [claim.value for claim in mention.tactics]
            assert len(used) == len(set(used))
            assert len(told) == len(set(told))
            assert set(used) <= weapons
            assert set(told) <= tactics
