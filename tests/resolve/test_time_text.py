from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.resolve.time_text import resolve_text

STORIES = tomllib.loads((Path(__file__).parents[1] / "cases" / "narratives.toml").read_text(encoding="utf-8"))["story"]
WORDS = st.sampled_from(
    [
        "in late 1943",
        "On 3 May",
        "the previous year",
        "had left",
        "next summer",
        ".\n",
        "\n\n",
        "(",
        "next",
        "أمس",
        "1 مايو 2015",
    ]
)


@pytest.mark.parametrize("row", STORIES, ids=lambda row: row["name"])
def test_a_narrative_completes_its_dates_from_those_before(row: dict[str, Any]) -> None:
    days = [str(time.when.earliest or "") for time in resolve_text(row["text"], published=None)]
    assert days == row["days"]


def test_a_news_text_counts_from_its_own_day() -> None:
    text = "The army said Sunday that a post was attacked the previous day."
    days = [str(time.when.earliest) for time in resolve_text(text, published=date(2022, 1, 24))]
    assert days == ["2022-01-23", "2022-01-22"]


@given(st.lists(WORDS, max_size=12), st.none() | st.dates())
def test_times_stand_in_the_order_of_the_text_with_its_own_words(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    found = resolve_text(text, published=published)
    spans = [(time.expression.start, time.expression.end) for time in found]
    assert spans == sorted(spans)
    assert all(text[time.expression.start : time.expression.end] == time.expression.words for time in found)
