"""Phrases for people into low, best and high."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.codebook import CountRule, load_codebook
from rasid.coding.counts import count_of
from rasid.model import Count
from tests.reading.lexicon.see import cases

OF_TWO_PHRASES = {"two_values", "in_addition", "toll_update"}
"""Rules that weigh several phrases; tolls apply them."""
RULES = [rule for rule in load_codebook().count_rules if rule.id not in OF_TWO_PHRASES]


def count(numbers: list[int | str]) -> Count:
    low, best, high = (number if isinstance(number, int) else None for number in numbers)
    return Count(low=low, best=best, high=high)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_every_counting_rule_is_read_by_that_rule(rule: CountRule) -> None:
    counted = count_of(rule.example, rule.example.split()[-1].lower())
    assert counted is not None
    assert (counted.rule, counted.count) == (rule.id, rule.gives)


@pytest.mark.parametrize("row", cases("counts")["phrase"], ids=lambda row: row["words"])
def test_a_phrase_for_people(row: dict[str, Any]) -> None:
    counted = count_of(row["words"], row.get("head", row["words"].split()[-1].lower()))
    assert (counted and counted.count) == (count(row["count"]) if "count" in row else None)


@given(st.integers(0, 9_999_999))
def test_a_plain_number_is_itself_however_it_is_grouped(number: int) -> None:
    for words in (f"{number} people", f"{number:,} people"):
        counted = count_of(words, "people")
        assert counted is not None
        assert counted.count == Count.exactly(number)
        assert counted.stated


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_range_holds_its_bounds(low: int, width: int) -> None:
    counted = count_of(f"between {low} and {low + width} soldiers", "soldiers")
    assert counted is not None
    assert (counted.count.low, counted.count.high) == (low, low + width)


@given(st.text(max_size=40), st.text(max_size=12))
def test_any_words_give_a_count_or_none(words: str, head: str) -> None:
    counted = count_of(words, head)
    assert counted is None or counted.count.known


def test_only_a_number_in_the_words_is_stated() -> None:
    assert [count_of(words, words.split()[-1]).stated for words in ("two men", "dozens of men", "no men")] == [True] * 3  # type: ignore[union-attr]
    assert [count_of(words, words.split()[-1]).stated for words in ("a man", "men", "the man")] == [False] * 3  # type: ignore[union-attr]
