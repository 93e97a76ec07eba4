from __future__ import annotations

import pytest

from rasid.reading.lexicon.names import armed_names, name_of
from rasid.reading.lexicon.vocabulary import vocabulary

NAMES = dict(armed_names())


@pytest.mark.parametrize(
    ("name", "target_class"),
    [("boko haram", "armed_group"), ("hezbollah", "armed_group"), ("wagner group", "military")],
)
def test_armed_bodies_are_known_by_name(name: str, target_class: str) -> None:
    assert NAMES[name] == target_class


def test_names_that_are_plain_words_are_left_out() -> None:
    assert not {"coalition", "let", "plan", "far", "front", "action"} & NAMES.keys()
    assert all(len(name) >= 3 for name in NAMES)


def test_the_vocabulary_holds_them_as_people() -> None:
    found = {words for words, _ in vocabulary().people["boko"]}
    assert ("boko", "haram") in found


@pytest.mark.parametrize(
    "forms", [("al-shabaab",), ("lord", "'s", "resistance", "army"), ("kurdistan", "workers", "'", "party")]
)
def test_names_with_hyphens_and_apostrophes_are_known_too(forms: tuple[str, ...]) -> None:
    assert vocabulary().bodies[name_of(forms)].target_class == "armed_group"
