"""Clauses: who a verb is said of, and what it is done to."""

from __future__ import annotations

from typing import Any

import pytest

from rasid.reading.lexicon.clauses import attached
from rasid.reading.lexicon.clauses import objects as objects_of
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.subjects import subject
from tests.reading.lexicon.see import cases, name_of, sentence_of, words


@pytest.mark.parametrize("row", cases("reading")["clause"], ids=name_of)
def test_subject_objects_and_voice(row: dict[str, Any]) -> None:
    sentence = sentence_of(row["text"])
    group = next(one for one in sentence.groups if words(sentence, one) == row["verb"])
    assert words(sentence, subject(sentence, group)) == row.get("subject")
    assert group.passive == row.get("passive", False)
    assert group.negated == row.get("negated", False)
    if not group.passive:
        assert [words(sentence, one) for one in objects_of(sentence, group)] == row.get("objects", [])
    if "tense" in row:
        assert group.tense == row["tense"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Soldiers, policemen and a teacher were killed.", ["soldiers", "policemen", "a teacher"]),
        ("Soldiers as well as two guards were killed.", ["soldiers", "two guards"]),
        ("Soldiers were killed and guards fled.", ["soldiers"]),
    ],
)
def test_what_is_coordinated(text: str, listed: list[str]) -> None:
    sentence = sentence_of(text)
    group = next(one for one in sentence.groups if one.passive)
    assert [words(sentence, one) for one in members(sentence, sentence.phrases[0], before=group.start)] == listed


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A group of fighters of the front attacked.", "a group of fighters of the front"),
        ("The National Front (NF) attacked.", "the national front ( nf )"),
        ("A group of fighters, numbering about ten, attacked.", "a group of fighters , numbering about ten"),
    ],
)
def test_a_phrase_with_what_belongs_to_it(text: str, whole: str) -> None:
    sentence = sentence_of(text)
    first = sentence.phrases[0]
    assert sentence.words(first.start, of_end(sentence, first)) == whole


def test_prepositional_phrases_come_with_their_preposition() -> None:
    sentence = sentence_of("Gunmen fired from a car at the guards in Gao.")
    found = [(sentence.form(one.preposition), words(sentence, one.phrase)) for one in attached(sentence, 2)]
    assert found == [("from", "a car"), ("at", "the guards"), ("in", "gao")]
