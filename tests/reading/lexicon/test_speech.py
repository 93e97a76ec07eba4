"""Who says it, and with which stance."""

from __future__ import annotations

from typing import Any

import pytest

from rasid.model.reading import ArgumentRole
from tests.reading.lexicon.see import cases, name_of, read, trigger_of

CASES = cases("speech")


@pytest.mark.parametrize("row", CASES["attribution"], ids=name_of)
def test_who_says_it(row: dict[str, Any]) -> None:
    attribution = trigger_of(row["text"], row["trigger"]).attribution
    if "stance" not in row:
        assert attribution is None
        return
    assert attribution is not None
    speaker = attribution.speaker
    assert (speaker and speaker.quote(row["text"])) == row.get("speaker")
    assert attribution.stance == row["stance"]


@pytest.mark.parametrize("row", CASES["blame"], ids=name_of)
def test_how_far_those_who_acted_are_vouched_for(row: dict[str, Any]) -> None:
    _, reading = read(row["text"])
    found = {
        (one.span.quote(row["text"]), one.stance.value)
        for trigger in reading.triggers
        for one in trigger.arguments
        if one.role is ArgumentRole.perpetrator
    }
    assert found == {(row["perpetrator"], row["stance"])}


def test_what_is_said_is_inside_the_scope_and_the_cue_is_not() -> None:
    for row in CASES["attribution"]:
        trigger = trigger_of(row["text"], row["trigger"])
        if trigger.attribution is not None:
            assert trigger.attribution.scope.covers(trigger.span)
            assert not trigger.attribution.cue.overlaps(trigger.span)
