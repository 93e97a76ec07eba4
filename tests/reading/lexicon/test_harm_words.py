"""Words of harm beside no verb, and the toll that counts the report's main incident."""

from __future__ import annotations

import pytest

from rasid.model.reading import ArgumentRole
from tests.reading.lexicon.see import read

_BEFORE = "Gunmen attacked the market of Toula on Monday. "


@pytest.mark.parametrize(
    ("sentence", "word", "harmed"),
    [
        ("A clinic received four people with bullet wounds.", "wounds", (ArgumentRole.injured, "four people")),
        ("A trader and his nephew are dead.", "dead", (ArgumentRole.killed, "A trader")),
    ],
)
def test_a_word_of_harm_adds_to_the_act_told_before(sentence: str, word: str, harmed: tuple[ArgumentRole, str]) -> None:
    text = _BEFORE + sentence
    _, reading = read(text)
    told = next(one for one in reading.triggers if word in one.span.quote(text))
    assert told.incident == reading.triggers[0].incident
    assert harmed in {(one.role, one.span.quote(text)) for one in told.arguments}


def test_a_word_of_harm_tells_no_act_of_its_own() -> None:
    assert not read("The soldiers of the garrison honoured the dead of the village.")[1].triggers


def test_a_word_that_only_modifies_another_names_no_harm() -> None:
    text = _BEFORE + "The road ends in a dead end."
    assert all("dead" not in one.span.quote(text) for one in read(text)[1].triggers)


def test_a_bare_toll_counts_the_main_incident_and_not_the_pursuit() -> None:
    text = (
        "At least 14 villagers were killed when gunmen raided the village of Tarbila. The army said it had killed three "
        "attackers in a pursuit on Thursday. A local rights group put the toll at 17."
    )
    _, reading = read(text)
    incidents = {one.span.quote(text): one.incident for one in reading.triggers}
    assert incidents["toll"] == incidents["raided"]


def test_the_taken_who_are_killed_on_the_spot_are_not_abducted() -> None:
    text = "Militants dragged three shepherds from their tents near Hatra on Sunday and shot them dead."
    roles = {one.role for trigger in read(text)[1].triggers for one in trigger.arguments}
    assert ArgumentRole.killed in roles
    assert ArgumentRole.abducted not in roles
