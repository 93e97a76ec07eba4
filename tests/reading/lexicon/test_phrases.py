"""Phrases of the vocabulary in running text."""

from __future__ import annotations

from rasid.reading.lexicon.phrases import every, first
from tests.reading.lexicon.see import sentence_of

TEXT = "In response to the attack,\nin  Response\nto threats, troops came. In response to that they left."


def test_phrases_are_found_in_any_case_and_over_line_breaks() -> None:
    sentence = sentence_of(TEXT)
    assert [span.quote(TEXT).split() for span in every(sentence, ["in response to"])] == [
        ["In", "response", "to"], ["in", "Response", "to"],
    ]  # fmt: skip


def test_only_the_sentence_is_searched_and_only_whole_words_are_found() -> None:
    sentence = sentence_of(TEXT)
    assert first(sentence, ["left"]) is None
    assert first(sentence, ["troop"]) is None
    assert first(sentence, ["troops"]) is not None


def test_the_longest_phrase_wins() -> None:
    sentence = sentence_of(TEXT)
    found = first(sentence, ["in response", "in response to the attack"])
    assert found is not None
    assert found.quote(TEXT) == "In response to the attack"
