"""Status and sureness of one incident."""

from __future__ import annotations

import pytest

from tests.coding.conftest import Coded, One
from tests.reading.texts import SENTENCES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gunmen attacked a bus near Mosul on Sunday.", "reported"),
        ("Police said that gunmen attacked a bus near Mosul on Sunday.", "reported"),
        ("Rebels tried to blow up a bridge near Mosul on Sunday.", "attempted"),
        ("Police foiled an attack on the embassy in Baghdad on Sunday.", "foiled"),
        ("Residents accused soldiers of killing two farmers near Mosul.", "alleged"),
        ("The army said that its troops had killed 30 rebels near Mosul on Sunday.", "claimed"),
        ("The rebels said their fighters attacked a base near Mosul.", "claimed"),
        ("Police said they arrested six suspects in Mosul.", "reported"),
        ("The army denied that its troops had attacked a village near Mosul on Sunday.", "denied"),
        ("Two teachers were reportedly killed by gunmen near Mosul.", "alleged"),
    ],
)
def test_the_status_of_a_report(text: str, value: str, one: One) -> None:
    claim = one(text).status
    assert claim.value == value
    assert claim.rule.startswith("status.")


def test_a_plain_telling_outweighs_a_hedge(one: One) -> None:
    hedged = "Two teachers were reportedly killed near Mosul on Sunday."
    assert one(hedged).status.value == "alleged"
    assert one(f"Gunmen attacked a school near Mosul on Sunday. {hedged}").status.value == "reported"


def test_what_was_only_tried_is_not_made_done_by_the_harm_beside_it(one: One) -> None:
    text = "Rebels tried to kill the mayor of Mosul on Sunday, and two guards were wounded."
    assert one(text).status.value == "attempted"


def test_the_status_is_one_that_a_trigger_tells_and_sureness_a_part_of_one(coded: Coded) -> None:
    for text in SENTENCES:
        for mention in coded(text).mentions:
            assert set(mention.status.evidence) <= set(mention.triggers)
            assert 0 < mention.confidence <= 1


def test_more_told_makes_surer(one: One) -> None:
    texts = [
        "Gunmen attacked a bus.",
        "Gunmen attacked a bus near Mosul.",
        "Gunmen attacked a bus near Mosul on Sunday.",
        "Gunmen attacked a bus near Mosul on Sunday, killing two passengers.",
    ]
    sure = [one(text).confidence for text in texts]
    assert sure == sorted(set(sure))
