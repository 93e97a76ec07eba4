"""Warnings, threats, condemnations, claims, denials and assessments; and links between incidents that a text states."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reading.lexicon.see import cases, name_of, read

CASES = cases("statements")


@pytest.mark.parametrize("row", CASES["statement"], ids=name_of)
def test_a_statement_with_its_speaker(row: dict[str, Any]) -> None:
    text = row["text"]
    found = [one for one in read(text)[1].statements if one.kind == row["kind"] and one.topic == row.get("topic")]
    assert found
    if "speaker" in row:
        assert {one.speaker and one.speaker.quote(text) for one in found} == {row["speaker"]}


@pytest.mark.parametrize("row", [row for row in CASES["statement"] if "about" in row], ids=name_of)
def test_what_a_statement_is_about(row: dict[str, Any]) -> None:
    text = row["text"]
    _, reading = read(text)
    about = {trigger.incident for trigger in reading.triggers if trigger.span.quote(text) == row["about"]}
    assert {one.incident for one in reading.statements if one.kind.value == row["kind"]} == about != set()


@pytest.mark.parametrize("row", CASES["none"], ids=name_of)
def test_what_is_no_statement(row: dict[str, Any]) -> None:
    assert read(row["text"])[1].statements == ()


@pytest.mark.parametrize("row", CASES["relation"], ids=name_of)
def test_a_stated_link(row: dict[str, Any]) -> None:
    text = row["text"]
    _, reading = read(text)
    number = {trigger.span.quote(text): trigger.incident for trigger in reversed(reading.triggers)}
    found = [(one.source, one.kind.value, one.target) for one in reading.relations]
    assert found == [(number[row["source"]], row["kind"], number[row["target"]])]


def test_incidents_told_side_by_side_are_not_linked() -> None:
    text = "Gunmen attacked a bus near Gao on Monday. A bomb exploded at a bank in Kabul on Tuesday."
    assert read(text)[1].relations == ()
