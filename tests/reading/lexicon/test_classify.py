"""What kind of thing a phrase names."""

from __future__ import annotations

from typing import Any

import pytest

from rasid.codebook import load_codebook
from rasid.model import VictimClass
from rasid.reading.lexicon.classify import Kind, is_actor, is_person, kind_of
from rasid.reading.lexicon.vocabulary import vocabulary
from tests.reading.lexicon.see import cases, sentence_of

KINDS = cases("reading")["kind"]


def kind(words: str) -> Kind:
    sentence = sentence_of(f"Police saw {words} near Gao.")
    return kind_of(vocabulary(), sentence, next(one for one in sentence.phrases if one.start >= 2))


@pytest.mark.parametrize("row", KINDS, ids=lambda row: row["words"])
def test_the_kind_of_a_phrase(row: dict[str, Any]) -> None:
    found = kind(row["words"])
    assert found.name == row["kind"]
    if "code" in row:
        assert (found.group.target_class if found.group is not None else found.entry) == row["code"]


def test_only_people_names_pronouns_and_numbers_can_act() -> None:
    able = {row["words"] for row in KINDS if is_actor(kind(row["words"]))}
    assert able == {row["words"] for row in KINDS if row["kind"] in {"people", "name", "pronoun", "number"}}
    assert all(is_person(kind(words)) for words in able)
    assert not is_person(Kind("pronoun", entry=False))


def test_the_class_of_victims_is_the_one_of_the_codebook() -> None:
    book = load_codebook()
    for row in KINDS:
        if row["kind"] == "people":
            assert kind(row["words"]).victims == (book.target(row["code"]).victims or VictimClass.unknown)
    assert kind("a bridge").victims is VictimClass.unknown
