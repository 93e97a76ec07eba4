"""Who did what to whom, where, when and with what, around verbs and nouns."""

from __future__ import annotations

from typing import Any

import pytest

from rasid.model.reading import ArgumentRole
from tests.reading.lexicon.see import cases, name_of, quotes, read, trigger_of


@pytest.mark.parametrize("row", cases("reading")["act"], ids=name_of)
def test_the_act_and_its_participants(row: dict[str, Any]) -> None:
    text = row["text"]
    trigger = trigger_of(text, row["trigger"])
    asked = [role for role in ArgumentRole if role.value in row]
    assert {role.value: quotes(text, trigger, role) for role in asked} == {role.value: row[role] for role in asked}
    assert trigger.event_type == row.get("type", trigger.event_type)


@pytest.mark.parametrize("row", cases("reading")["circumstance"], ids=name_of)
def test_the_circumstances(row: dict[str, Any]) -> None:
    text = row["text"]
    _, reading = read(text)
    found = {
        (one.span.quote(text), one.code)
        for trigger in reading.triggers
        for one in trigger.arguments
        if one.role == row["role"]
    }
    assert (row["quote"], row.get("code")) in found


@pytest.mark.parametrize(
    ("left", "right"),
    [("soldiers", "rebels"), ("policemen", "militants"), ("government forces", "Taliban fighters")],
)
def test_the_same_rules_hold_for_every_armed_actor(left: str, right: str) -> None:
    for text in (
        "{} attacked a bus near Gao.",
        "Two farmers were killed by {} in Bara.",
        "An attack by {} on a police station in Gao began.",
    ):
        roles = [
            [(one.role, one.rule) for trigger in read(text.format(side))[1].triggers for one in trigger.arguments]
            for side in (left, right)
        ]
        assert roles[0] == roles[1] != []
