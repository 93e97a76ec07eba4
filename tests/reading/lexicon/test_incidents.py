"""Which triggers tell one incident."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.model import EventType
from rasid.reading.lexicon.evidence import singular
from rasid.reading.lexicon.incidents import compatible
from tests.reading.lexicon.see import cases, incidents, name_of, read

CASES = cases("reading")


@pytest.mark.parametrize("row", CASES["together"], ids=name_of)
def test_one_incident(row: dict[str, Any]) -> None:
    found = incidents(row["text"])
    assert any({row["left"], row["right"]} <= words for words in found), found


@pytest.mark.parametrize("row", CASES["apart"], ids=name_of)
def test_two_incidents(row: dict[str, Any]) -> None:
    found = incidents(row["text"])
    assert {row["left"], row["right"]} <= {word for words in found for word in words}
    assert not any({row["left"], row["right"]} <= words for words in found), found


@pytest.mark.parametrize("row", CASES["together"] + CASES["apart"], ids=name_of)
def test_incidents_are_numbered_from_one_in_the_order_of_the_text(row: dict[str, Any]) -> None:
    _, reading = read(row["text"])
    first = {one.incident: one.span for one in sorted(reading.triggers, key=lambda one: one.span, reverse=True)}
    assert sorted(first) == list(range(1, len(first) + 1))
    assert sorted(first.values()) == [first[number] for number in sorted(first)]


@given(st.sampled_from(EventType), st.sampled_from(EventType))
def test_what_may_be_one_incident_does_not_depend_on_the_order(left: EventType, right: EventType) -> None:
    assert compatible(left, right) == compatible(right, left)
    assert compatible(left, left)


def test_heads_are_compared_in_the_singular() -> None:
    assert [singular(word) for word in ("soldiers", "policemen", "boss", "base")] == [
        "soldier",
        "policeman",
        "boss",
        "base",
    ]
