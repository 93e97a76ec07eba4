"""Names of those harmed stay out of the record's words unless a project asks for them."""

from __future__ import annotations

import pytest

from rasid.coding.witnesses import WITHHELD
from rasid.model import Coding, Mention
from tests.coding.conftest import Coded, One

HARMED = (
    "Soldiers killed Ahmed Hassan in Mosul on Monday.",
    "Gunmen killed Ahmed Hassan, a teacher, in Mosul on Monday.",
    "Gunmen killed teacher Ahmed Hassan in Mosul on Monday.",
    "Gunmen killed Governor Ahmed Hassan in Mosul on Monday.",
    "Gunmen killed 34-year-old Ahmed Hassan in Mosul on Monday.",
    "Ahmed Hassan, 34, was killed by gunmen in Mosul on Monday.",
    "Gunmen killed two policemen and Ahmed Hassan in Mosul on Monday.",
    "Gunmen kidnapped Ahmed Hassan in Mosul on Monday.",
    "Police arrested Ahmed Hassan in Mosul on Monday.",
    "Gunmen wounded Ahmed Hassan in Mosul on Monday.",
    "The victims of the attack in Mosul were identified as Ahmed Hassan and Ana Ruiz.",
    "The killing of Ahmed Hassan by gunmen in Mosul was condemned.",
    "Gunmen killed Ahmed Hassan's brother in Mosul on Monday.",
    "Gunmen killed the wife of Ahmed Hassan in Mosul on Monday.",
    "Gunmen kidnapped the son of Sheikh Ahmed al-Hassan in Mosul on Monday.",
    "Soldiers raped Ahmed Hassan in Mosul on Monday.",
    "Soldiers arrested Hassan, 14, in Mosul on Monday.",
    "GUNMEN KILLED AHMED HASSAN IN SAN SALVADOR ON MONDAY.",
)


def words(mention: Mention) -> list[str]:
    """Return all words of a mention's victims and targets, as they are kept."""
    tolls = [claim for harm in ("killed", "injured", "abducted", "arrested") for claim in getattr(mention, harm)]
    named = [claim.value.actor.words for claim in mention.targets if claim.value.actor is not None]
    labels = [claim.value.label for claim in mention.targets]
    reasons = [claim.reason for claim in tolls]
    return [*(claim.value.words for claim in (*tolls, *mention.targets)), *named, *labels, *reasons]


def all_words(coding: Coding) -> str:
    return "\n".join(word for mention in coding.mentions for word in words(mention)).lower()


@pytest.mark.parametrize("text", HARMED)
def test_a_name_is_withheld(text: str, coded: Coded) -> None:
    coding = coded(text)
    assert coding.mentions
    assert "hassan" not in all_words(coding)
    assert WITHHELD in all_words(coding)


@pytest.mark.parametrize("text", HARMED)
def test_a_project_that_asks_for_names_keeps_them(text: str, coded: Coded) -> None:
    kept = coded(text, keep_names=True)
    assert "hassan" in all_words(kept)
    assert WITHHELD not in all_words(kept)


@pytest.mark.parametrize("text", HARMED)
def test_the_evidence_still_points_to_the_words(text: str, coded: Coded) -> None:
    quotes = [
        span.quote(text).lower()
        for mention in coded(text).mentions
        for harm in ("killed", "injured", "abducted", "arrested")
        for claim in getattr(mention, harm)
        for span in claim.evidence
    ]
    assert any("hassan" in quote for quote in quotes)


def test_withholding_changes_nothing_but_the_words(coded: Coded) -> None:
    for text in HARMED:
        withheld, kept = coded(text), coded(text, keep_names=True)
        counts = [
            [(claim.value.count, claim.rule, claim.evidence) for mention in coding.mentions for claim in mention.killed]
            for coding in (withheld, kept)
        ]
        assert counts[0] == counts[1]
        assert [one.event_type for one in withheld.mentions] == [one.event_type for one in kept.mentions]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Gunmen killed two policemen in Mosul.", "two policemen"),
        ("Gunmen killed a teacher in Mosul.", "a teacher"),
        ("Gunmen killed Shiite Muslims in Mosul.", "Shiite Muslims"),
        ("Troops killed a Taliban bomb specialist in Kandahar.", "a Taliban bomb specialist"),
        ("Gunmen attacked the house of a judge in Mosul.", "the house of a judge"),
        ("Gunmen kidnapped two members of the Red Cross in Kabul.", "two members of the Red Cross"),
        ("Gunmen attacked the headquarters of the Kurdistan Democratic Party in Mosul.", "the headquarters of the Kurdistan Democratic Party"),
        ("Iraqi forces killed ten Islamic State fighters near Mosul.", "ten Islamic State fighters"),
    ],
)  # fmt: skip
def test_people_told_by_a_noun_and_organisations_stay(text: str, kept: str, one: One) -> None:
    assert kept in words(one(text))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Gunmen attacked the house of Ahmed Hassan in Mosul on Monday.", "the house of (name withheld)"),
        ("Gunmen attacked the home of Judge Ahmed Hassan in Mosul.", "the home of Judge (name withheld)"),
        ("Gunmen blew up Ahmed Hassan's house in Mosul.", "(name withheld)'s house"),
        ("Gunmen blew up the car of Umm Ali al-Obeidi in Mosul.", "the car of (name withheld)"),
    ],
)
def test_whose_house_it_is_is_withheld(text: str, kept: str, one: One) -> None:
    assert kept in words(one(text))


@pytest.mark.parametrize("name", ["John Evans", "Mary Davis", "Ahmed Hassan", "Rosa Collins", "Abu Bakr al-Hassan"])
def test_a_surname_like_the_plural_of_a_people_is_withheld(name: str, one: One) -> None:
    assert name not in " ".join(words(one(f"Gunmen killed {name} in Mosul on Monday.")))


SPEAKERS = (
    ("Gunmen killed two people in Mosul on Monday, said Ahmed Hassan, a witness.", "(name withheld)"),
    ("Gunmen killed two people in Mosul on Monday, witness Ahmed Hassan said.", "witness (name withheld)"),
    ("Gunmen killed two people in Mosul, his brother Omar al-Hassan said.", "his brother (name withheld)"),
    ("Gunmen killed two people in Mosul, Governor Ahmed Hassan said.", "Governor Ahmed Hassan"),
    ("Gunmen killed two people in Mosul, police spokesman Ahmed Hassan said.", "police spokesman Ahmed Hassan"),
    ("Gunmen killed two people in Mosul, residents said.", "residents"),
)


@pytest.mark.parametrize(("text", "kept"), SPEAKERS)
def test_a_witness_is_no_name_and_who_speaks_in_office_is(text: str, kept: str, one: One) -> None:
    assert [speaker.words for speaker in one(text).sources] == [kept]


def test_a_project_that_asks_for_names_keeps_those_of_witnesses(coded: Coded) -> None:
    (mention,) = coded(SPEAKERS[0][0], keep_names=True).mentions
    assert "Ahmed Hassan" in mention.sources[0].words
