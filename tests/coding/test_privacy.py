"""Names of those harmed stay out of the record's words unless a project asks for them."""

from __future__ import annotations

import pytest

from rasid.coding.privacy import WITHHELD
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
        ("Gunmen kidnapped two members of the Red Cross in Kabul.", "two members of the Red Cross"),
        ("Gunmen attacked the headquarters of the Kurdistan Democratic Party in Mosul.", "the headquarters of the Kurdistan Democratic Party"),
        ("Iraqi forces killed ten Islamic State fighters near Mosul.", "ten Islamic State fighters"),
    ],
)  # fmt: skip
def test_people_told_by_a_noun_and_organisations_stay(text: str, kept: str, one: One) -> None:
    assert kept in words(one(text))
