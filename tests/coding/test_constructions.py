from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rasid.codebook.entries import Example, ExpectedMention
from rasid.evaluate.codebook import check_example
from rasid.model import Count, EventType, Status
from tests.coding.conftest import Coded

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "constructions.toml").read_text(encoding="utf-8"))["case"]
COUNTS = {"killed", "killed_perpetrators", "injured", "abducted", "arrested", "displaced"}
READ: dict[str, Callable[[Any], Any]] = {"type": EventType, "status": Status, "weapons": tuple, "tactics": tuple}


def _count(words: str) -> Count:
    low, best, high = (None if bound == "?" else int(bound) for bound in words.split("/"))
    return Count(low=low, best=best, high=high)


def _mention(row: dict[str, Any]) -> ExpectedMention:
    fields: dict[str, Any] = {
        key: _count(value) if key in COUNTS else READ[key](value) if key in READ else value or None
        for key, value in row.items()
    }
    return ExpectedMention(**fields)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] + ": " + case["text"][:40] for case in CASES])
def test_a_construction_is_coded_as_it_says(case: dict[str, Any], coded: Coded) -> None:
    example = Example(
        text=case["text"], country="", actor_kind="", mentions=tuple(_mention(row) for row in case["mentions"])
    )
    told = {"mentions", "type", *(key for row in case["mentions"] for key in row)}
    differences = [one for one in check_example(example, coded(case["text"])) if one.partition(":")[0] in told]
    assert not differences
