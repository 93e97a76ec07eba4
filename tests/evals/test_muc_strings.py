"""Strings in the form of the 1992 key: names without titles, heads without what follows, organisations."""

from __future__ import annotations

import pytest
from hypothesis import given

from evals.muc_strings import Names, clean, head_phrase, is_name_token
from rasid.model import make_report
from tests.make import s
from tests.reading.texts import unhurried
from tests.text.texts import ANY_TEXT

TEXT = (
    "COLONEL RAMIRO QUINTANILLA WAS KILLED BY GUERRILLAS IN SAN MIGUEL. QUINTANILLA HAD COMMANDED THE BRIGADE. MAYOR ESTELA"
    " TELLEZ DE RIVAS, WHO WAS WITH HIM, WAS WOUNDED."
)


def test_words_are_cleaned_to_one_line_without_marks() -> None:
    assert clean("  TWO  MEN\n OF THE [MADE] “UNION” ") == "two men of the made union"


@pytest.mark.parametrize("form", ["quintanilla", "tellez", "ponce"])
def test_words_that_english_does_not_know_may_be_names(form: str) -> None:
    assert is_name_token(form)


@pytest.mark.parametrize("form", ["soldiers", "base", "col.", "the", "salvadoran", "guerrillas", "1989", "arce-"])
def test_nouns_titles_and_peoples_are_no_names(form: str) -> None:
    assert not is_name_token(form)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("COLONEL RAMIRO QUINTANILLA", "ramiro quintanilla"),
        ("MAYOR ESTELA TELLEZ DE RIVAS", "estela tellez de rivas"),
        ("DR. OVIDIO ZALDANA", "ovidio zaldana"),
        ("QUINTANILLA", "ramiro quintanilla"),
        ("THE COLONEL", None),
        ("TWO SOLDIERS", None),
        ("THE SON OF ESTELA TELLEZ", None),
        ("SAN MIGUEL", None),
        ("GUERRILLAS", None),
    ],
)
def test_a_phrase_stands_for_a_person_or_only_describes_one(words: str, name: str | None) -> None:
    assert Names.of(TEXT).person(words) == name


def test_a_single_word_is_no_name_that_the_text_gives_in_full() -> None:
    assert Names.of("QUINTANILLA WAS KILLED.").full == ()
    assert Names.of("QUINTANILLA WAS KILLED.").person("QUINTANILLA") is None


@unhurried
@given(ANY_TEXT)
def test_names_of_any_text_are_two_to_five_words(text: str) -> None:
    assert all(2 <= len(name) <= 5 for name in Names.of(text).full)


@pytest.mark.parametrize(
    ("phrase", "head", "words"),
    [
        ("THE THREE ARMED MEN OF THE UNION", "MEN", "three armed men"),
        ("A BRIDGE IN THE NORTH", "BRIDGE", "bridge"),
        ("HIS HOUSE", "HOUSE", "house"),
    ],
)
def test_a_phrase_ends_at_its_head_and_begins_behind_its_article(phrase: str, head: str, words: str) -> None:
    report = make_report(f"THEY SAW {phrase} ON SATURDAY.")
    assert head_phrase(report, s(report, phrase), s(report, head)) == words
