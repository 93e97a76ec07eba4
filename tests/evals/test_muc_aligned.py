"""Date and place of aligned templates; with the scorer beside the data, so skipped where that is not at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.muc_aligned import aligned, credit, load_scorer

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "muc4"
DAY, PLACE = "incident_date", "incident_location"


@pytest.fixture(scope="module")
def scorer() -> Any:
    if not FOLDER.exists():
        pytest.skip("the MUC-4 pack and its scorer are not at hand")
    return load_scorer(FOLDER)


def made(day: str, place: str, victim: str) -> dict[str, Any]:
    slots = {"incident_type": ["ATTACK"], "hum_name": [victim], DAY: [day], PLACE: [place]}
    return {slot: [{"alts": fills}] for slot, fills in slots.items()}


def test_templates_are_aligned_by_their_victims(scorer: Any) -> None:
    keys = [{"slots": made("1990-01-01", "PERU", name)} for name in ("ANA", "LUIS")]
    found = [made("1990-01-02", "PERU", name) for name in ("LUIS", "PABLO")]
    pairs = list(aligned(scorer, keys, found))
    assert pairs == [(keys[1]["slots"], found[0])]
    assert list(aligned(scorer, keys, [])) == []


@pytest.mark.parametrize(
    ("slot", "fill", "earned"),
    [
        (DAY, "1990-01-01", 1.0),
        (DAY, "/1990-01-01", 0.5),
        (DAY, "1990-01-02", 0.0),
        (PLACE, "PERU: LIMA (CITY)", 1.0),
        (PLACE, "PERU", 0.5),
        (PLACE, "CHILE", 0.0),
    ],
)
def test_credit_of_a_slot(slot: str, fill: str, earned: float, scorer: Any) -> None:
    key = made("1990-01-01", "PERU: LIMA (CITY)", "ANA")
    assert credit(scorer, slot, key, {slot: [fill]}) == earned


def test_a_slot_without_a_key_is_not_counted(scorer: Any) -> None:
    assert credit(scorer, DAY, {}, {DAY: ["1990-01-01"]}) is None
