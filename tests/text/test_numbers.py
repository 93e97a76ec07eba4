from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.text.numbers import find_numbers, parse_number, parse_ordinal

SPELT = {
    "eleven": 11,
    "ELEVEN": 11,
    "twenty-three": 23,
    "Twenty three": 23,
    "a hundred": 100,
    "one hundred and five": 105,
    "nineteen hundred": 1900,
    "three thousand": 3000,
    "one thousand nine hundred and ninety": 1990,
    "two million three hundred thousand and five": 2_300_005,
    "a dozen": 12,
    "two dozen": 24,
    "half a dozen": 6,
    "3 thousand": 3000,
    "2.5 million": 2_500_000,
    "zero": 0,
    "1,200": 1200,
    "12\u202f000": 12_000,
    "٢٤": 24,
    "\u0661\u066c\u0662\u0660\u0660": 1200,
    "۲۵": 25,
}


@pytest.mark.parametrize(("words", "value"), SPELT.items())
def test_exact_numbers(words: str, value: int) -> None:
    assert parse_number(words) == value
    assert find_numbers(f"about {words} men") == [(6, 6 + len(words), value)]


@pytest.mark.parametrize(
    "words",
    [
        *("", "dozens", "several hundred", "hundred", "a", "half", "third", "3rd", "2.5", "1,23", "5:34", "10/01/2022"),
        *("AK-47", "F-16", "T72", "two-thirds", "30mm", "eleven men", "9" * 5000),
    ],
)
def test_what_is_no_exact_number(words: str) -> None:
    assert parse_number(words) is None


def test_neighbours_stay_apart() -> None:
    text = "between 10-15 men, eleven of them and one hundred and two hundred more"
    assert [value for *_, value in find_numbers(text)] == [10, 15, 11, 102]


def test_a_range_of_words_is_two_numbers() -> None:
    assert find_numbers("four or five") == [(0, 4, 4), (8, 12, 5)]


def test_arabic_text_keeps_its_offsets() -> None:
    text = "قتل \u0661\u0661 جنديا و3 مدنيين في 2022"
    assert [text[start:end] for start, end, _ in find_numbers(text)] == ["\u0661\u0661", "2022"]


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("third", 3),
        ("3rd", 3),
        ("21ST", 21),
        ("twenty-first", 21),
        ("Twenty First", 21),
        ("three", None),
        ("first two", None),
    ],
)
def test_ordinals(words: str, rank: int | None) -> None:
    assert parse_ordinal(words) == rank


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_digits_round_trip_with_and_without_separators(value: int) -> None:
    assert parse_number(str(value)) == value
    assert parse_number(f"{value:,}") == value


@given(st.text())
def test_any_text_gives_ordered_spans_that_parse_back(text: str) -> None:
    found = find_numbers(text)
    ends = [place for start, end, _ in found for place in (start, end)]
    assert ends == sorted(ends)
    assert all(parse_number(text[start:end]) == value for start, end, value in found)


@given(
    st.lists(
        st.sampled_from(["one", "twenty", "hundred", "and", "a", "half", "dozen", "-", "five", "thousand", "3", "و"])
    )
)
def test_any_mix_of_number_words_gives_ordered_spans(words: list[str]) -> None:
    found = find_numbers(" ".join(words))
    assert all(0 <= start < end and value >= 0 for start, end, value in found)


@pytest.mark.parametrize("unit", [" ", "one ", "one-", "1,", "9", "and ", "one hundred and ", "a half ", "\n"])
def test_long_runs_of_one_thing_are_read_once(unit: str) -> None:
    text = unit * (100_000 // len(unit))  # a quadratic reading would take minutes
    assert all(text[start:end].strip() for start, end, _ in find_numbers(text))
