from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.resolve.time_explain import explain_times

MONDAY = date(2022, 1, 24)


@pytest.mark.parametrize(
    ("words", "taken", "others"),
    [
        ("on Friday", "2022-01-21", ["2022-01-28"]),
        ("on Monday", "2022-01-24", ["2022-01-17", "2022-01-31"]),
        ("on 26 January", "2021-01-26", ["2022-01-26"]),
        ("on 26 January 2021", "2021-01-26", []),
        ("yesterday", "2022-01-23", []),
    ],
)
def test_what_else_the_words_could_mean(words: str, taken: str, others: list[str]) -> None:
    (reading,) = explain_times(words, published=MONDAY)
    assert str(reading.when) == taken
    assert [str(other) for other in reading.others] == others


@given(st.text(max_size=80), st.none() | st.dates())
def test_any_text_is_explained_with_exact_spans(text: str, published: date | None) -> None:
    for reading in explain_times(text, published=published):
        assert text[reading.start : reading.end] == reading.words
        assert reading.when not in reading.others
