"""The vocabulary: every word leads to a type or class of the codebook; sentences without such words are not analysed."""

from __future__ import annotations

import pytest

from rasid.codebook import load_codebook
from rasid.model import EventType
from rasid.reading.lexicon.names import armed_names
from rasid.reading.lexicon.reader import read_sentence
from rasid.reading.lexicon.statements import statements
from rasid.reading.lexicon.vocabulary import Phrases, match, vocabulary
from rasid.reading.lexicon.worth import is_worth
from tests.reading.lexicon.see import sentence_of
from tests.reading.texts import SENTENCES

TABLE = vocabulary()
BOOK = load_codebook()


def entries(phrases: Phrases) -> list[object]:
    return [entry for rows in phrases.values() for _, entry in rows]


def test_it_is_loaded_once() -> None:
    assert vocabulary() is TABLE


def test_weapons_tactics_and_people_are_of_the_codebooks_classes() -> None:
    assert set(entries(TABLE.weapons)) <= {one.id for one in BOOK.weapons}
    assert set(entries(TABLE.tactics)) <= {one.id for one in BOOK.tactics}
    groups = [*entries(TABLE.people), *entries(TABLE.things)]
    assert {one.target_class for one in groups} <= {one.id for one in BOOK.targets}  # type: ignore[attr-defined]


def test_most_types_of_event_have_words() -> None:
    told = {one.event_type for one in (*entries(TABLE.verbs), *entries(TABLE.nouns))}  # type: ignore[attr-defined]
    assert set(EventType) - told <= {EventType.other}


@pytest.mark.parametrize(
    "phrases", [TABLE.verbs, TABLE.nouns, TABLE.people, TABLE.things, TABLE.weapons, TABLE.tactics]
)
def test_phrases_stand_under_their_first_word_the_longest_first(phrases: Phrases) -> None:
    for first, rows in phrases.items():
        assert all(words[0] == first for words, _ in rows)
        assert [len(words) for words, _ in rows] == sorted((len(words) for words, _ in rows), reverse=True)


def test_the_longest_phrase_is_taken() -> None:
    found = match(TABLE.weapons, ["car", "bomb", "attack"], 0)
    assert found is not None
    assert found == (2, "vehicle_bomb")
    assert match(TABLE.weapons, ["harvest"], 0) is None


def test_names_of_armed_bodies_are_in_small_letters_and_no_plain_words() -> None:
    names = dict(armed_names())
    assert names["boko haram"] == "armed_group"
    assert all(name == name.lower() and len(name) >= 3 for name in names)
    assert set(names.values()) <= {"military", "armed_group"}
    assert not {"front", "action", "unity", "national"} & set(names)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_that_is_not_worth_it_tells_nothing(text: str) -> None:
    sentence = sentence_of(text)
    if not is_worth(text[sentence.start : sentence.end]):
        assert read_sentence(sentence) == []
        assert statements(sentence, violent=True) == []
