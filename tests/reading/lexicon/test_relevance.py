"""Scenes that only sound violent, counts over long periods, and texts that are not worth reading."""

from __future__ import annotations

import pytest
from hypothesis import given

from rasid.reading import is_relevant
from rasid.reading.lexicon.relevance import armed_weight, scene_of, tells_aggregate, words_of
from tests.reading.lexicon.see import cases, name_of, read
from tests.reading.texts import unhurried
from tests.text.texts import ANY_TEXT, grows_linearly

VIOLENT = [row["text"] for row in cases("reading")["act"] if row["name"] not in {"looting", "withdrawal", "protest"}]


@pytest.mark.parametrize("row", cases("status")["scene"], ids=name_of)
def test_a_scene_is_told_by_its_words(row: dict[str, str]) -> None:
    if row["name"] != "disease":
        assert scene_of(words_of(row["text"])) == row["name"]


def test_armed_words_outweigh_a_scene() -> None:
    scene = "The match at the stadium ended with a goal of the striker for the team of the league"
    assert scene_of(words_of(scene)) == "sport"
    armed = "gunmen attacked soldiers with rifles and grenades, killed police, army troops and rebels"
    assert scene_of(words_of(f"{scene}; {armed}")) is None
    assert armed_weight(words_of(armed)) > armed_weight(words_of(scene)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "since January", "in 2015", "this year", "in the last five years", "over the past decade", "between 1980 and 1992",
        "every year", "per year", "since the start of the war", "in recent months",
    ],
)  # fmt: skip
def test_a_long_period_is_an_aggregate(text: str) -> None:
    assert tells_aggregate(f"Rebels killed 300 people {text}.")


@pytest.mark.parametrize("text", ["on Monday", "last night", "on 5 May", "in Gao", "during the attack", "at dawn"])
def test_a_day_or_place_is_none(text: str) -> None:
    assert not tells_aggregate(f"Rebels killed 300 people {text}.")


@pytest.mark.parametrize("text", VIOLENT)
def test_a_text_that_tells_violence_is_relevant(text: str) -> None:
    assert is_relevant(text)
    assert is_relevant(f"The council met.\n\n{text}\n\nIt rained.")


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday to discuss the new road and the school.",
        "Farmers in the valley expect a good harvest of maize and beans.",
        "The minister opened the bridge and thanked the engineers.",
        "انعقد المجلس يوم الاثنين",
        "",
    ],
)
def test_a_text_without_violence_is_not_and_comes_back_empty(text: str) -> None:
    assert not is_relevant(text)
    if text:
        reading = read(text)[1]
        assert (reading.sentences, reading.triggers, reading.statements, reading.dropped) == ((), (), (), ())


@unhurried
@given(ANY_TEXT)
def test_case_decides_nothing_and_one_sentence_is_enough(text: str) -> None:
    assert is_relevant(text) == is_relevant(text.lower())
    assert is_relevant(text + ". Gunmen attacked a bus.")


@pytest.mark.parametrize("unit", ["The council met on Monday. ", "word ", "x", ". "], ids=repr)
def test_the_look_takes_time_in_proportion(unit: str) -> None:
    assert grows_linearly(is_relevant, unit, 20_000)
