"""Who was killed, injured, abducted or displaced, and how the phrases stand to each other."""

from __future__ import annotations

from typing import Any

import pytest

from rasid.model.reading import ArgumentRole
from tests.reading.lexicon.see import cases, name_of, read

HARMS = ("killed", "injured", "abducted", "arrested", "displaced")


@pytest.mark.parametrize("row", cases("counts")["casualty"], ids=name_of)
def test_casualty_phrases_and_their_parts(row: dict[str, Any]) -> None:
    text = row["text"]
    _, reading = read(text)
    found = {
        harm: [
            [one.span.quote(text), one.part.value]
            for trigger in reading.triggers
            for one in trigger.arguments
            if one.role is ArgumentRole(harm)
        ]
        for harm in HARMS
        if harm in row
    }
    assert found == {harm: row[harm] for harm in HARMS if harm in row}


def test_a_casualty_phrase_belongs_to_the_act_of_its_sentence() -> None:
    _, reading = read("Gunmen attacked a bus in Cauca, leaving three passengers dead.")
    assert {trigger.incident for trigger in reading.triggers} == {1}


def test_a_number_of_things_is_no_casualty() -> None:
    _, reading = read("Gunmen attacked a depot in Cauca and left five cars destroyed.")
    assert not [one for trigger in reading.triggers for one in trigger.arguments if one.role.value in HARMS]
