from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rasid.codebook import load_codebook
from rasid.codebook.entries import Example
from rasid.evaluate.codebook import check_example
from rasid.model import make_report
from rasid.pipeline import Engine, load_engine

KNOWN = {
    miss["text"]
    for miss in tomllib.loads((Path(__file__).parents[1] / "cases" / "known_misses.toml").read_text(encoding="utf-8"))[
        "miss"
    ]
}
EXAMPLES = [example for event in load_codebook().events for example in event.examples]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.text[:60] for example in EXAMPLES])
def test_each_example_is_coded_as_the_codebook_says_or_is_a_known_miss(example: Example, engine: Engine) -> None:
    report = make_report(example.text, published=example.published)
    found = check_example(example, engine.code(report))
    if example.text in KNOWN:
        assert found, "this example passes now: take it off tests/cases/known_misses.toml"
    else:
        assert not found


def test_the_known_misses_are_examples_of_the_codebook() -> None:
    assert {example.text for example in EXAMPLES} >= KNOWN
