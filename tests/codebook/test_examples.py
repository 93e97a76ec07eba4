from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rasid.codebook import load_codebook
from rasid.codebook.entries import Example
from rasid.evaluate.codebook import check_example
from rasid.model import make_report
from rasid.pipeline import Engine, load_engine

MISSES = Path(__file__).parents[1] / "cases" / "known_misses.toml"
EXAMPLES = [example for event in load_codebook().events for example in event.examples]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("lexicon")


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.text[:60] for example in EXAMPLES])
def test_each_example_is_coded_as_the_codebook_says(example: Example, engine: Engine) -> None:
    report = make_report(example.text, published=example.published)
    assert not check_example(example, engine.code(report))


def test_no_example_of_the_codebook_is_left_as_a_known_miss() -> None:
    assert tomllib.loads(MISSES.read_text(encoding="utf-8")) == {}
