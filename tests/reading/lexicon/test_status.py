"""How far an act went, and which trigger words tell no incident at all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.lexicon.see import cases, dropped, name_of, read, trigger_of

CASES = cases("status")


@pytest.mark.parametrize("row", CASES["told"], ids=name_of)
def test_how_far_the_act_went(row: dict[str, Any]) -> None:
    trigger = trigger_of(row["text"], row["trigger"])
    assert trigger.status == row["status"]
    assert trigger.status_rule.startswith("status.")


@pytest.mark.parametrize("row", CASES["dropped"], ids=name_of)
def test_what_tells_no_incident_is_dropped_by_a_named_rule(row: dict[str, Any]) -> None:
    assert (row["trigger"], row["rule"]) in dropped(row["text"])
    _, reading = read(row["text"])
    assert row["trigger"] not in {one.span.quote(row["text"]) for one in reading.triggers}


@pytest.mark.parametrize("row", CASES["scene"], ids=name_of)
def test_nothing_happens_in_a_scene_that_only_sounds_violent(row: dict[str, Any]) -> None:
    _, reading = read(row["text"])
    assert reading.triggers == ()


@pytest.mark.parametrize("row", CASES["scene_with_violence"], ids=name_of)
def test_violence_in_such_a_scene_is_kept(row: dict[str, Any]) -> None:
    assert trigger_of(row["text"], row["trigger"]).status == "reported"
