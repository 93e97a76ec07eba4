"""Countries and their peoples as words."""

from __future__ import annotations

import pytest

from rasid.reading.lexicon.nations import is_nation, nation_in
from tests.reading.lexicon.see import sentence_of


@pytest.mark.parametrize("word", ["Iraq", "Iraqi", "Iraqis", "France", "French", "Russian"])
def test_a_country_or_its_people(word: str) -> None:
    assert is_nation(sentence_of(f"The {word} fled."), 1, 2)


@pytest.mark.parametrize("word", ["soldier", "rebels", "Mosul", "the"])
def test_other_words_are_none(word: str) -> None:
    assert not is_nation(sentence_of(f"The {word} fled."), 1, 2)


def test_a_country_of_two_words_is_found_inside_a_phrase() -> None:
    sentence = sentence_of("Some Saudi Arabia warplanes came.")
    assert nation_in(sentence, 0, 4) == 1
    assert nation_in(sentence, 3, 4) is None
