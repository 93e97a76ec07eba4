"""Tokens: words and signs with offsets that quote them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from rasid.text.tokens import tokenise
from tests.text.texts import ANY_TEXT, grows_linearly


def forms(text: str) -> list[str]:
    return [token.form for token in tokenise(text)]


@given(ANY_TEXT)
def test_tokens_quote_the_text_in_order_and_leave_only_blanks_out(text: str) -> None:
    found = tokenise(text)
    assert all(text[token.start : token.end].lower() == token.form != "" for token in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    covered = {at for token in found for at in range(token.start, token.end)}
    assert all(sign.isspace() for at, sign in enumerate(text) if at not in covered)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_offsets_count_from_the_start_of_the_text(before: str, middle: str, after: str) -> None:
    start, end = len(before), len(before) + len(middle)
    found = tokenise(before + middle + after, start, end)
    assert all(start <= token.start < token.end <= end for token in found)
    assert "".join(token.form for token in found) == "".join(middle.lower().split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen fled.", "gunmen|fled|."),
        ("the rebels' camp", "the|rebels|'|camp"),
        ("Iraq's army, the army’s men", "iraq|'s|army|,|the|army|’s|men"),
        ("didn't wasn’t", "did|n't|was|n’t"),
        ("U.S. troops", "u.s.|troops"),
        ("Gen. Smith on Jan. 5", "gen.|smith|on|jan.|5"),
        ("1,200 rounds of 7.62mm at 5:30", "1,200|rounds|of|7.62mm|at|5:30"),
        ("a 9-year-old and the 5th", "a|9-year-old|and|the|5th"),
        ("a car-bomb, Ba'quba, al-Qa’ida", "a|car-bomb|,|ba'quba|,|al-qa’ida"),
        ("20–25 men", "20|–|25|men"),
        ("“Go,” he said", "“|go|,|”|he|said"),
        ("SAN SALVADOR (FMLN)", "san|salvador|(|fmln|)"),
        ("قتل جنديا؟ نعم", "قتل|جنديا|؟|نعم"),
    ],
)
def test_words_and_signs(text: str, expected: str) -> None:
    assert forms(text) == expected.split("|")


def test_case_changes_no_offset() -> None:
    text = "Gunmen killed Gen. Smith's guard on Jan. 5; they didn't flee."
    assert tokenise(text.upper()) == tokenise(text) == tokenise(text.lower())


@pytest.mark.parametrize("unit", ["Gunmen attacked a base. ", "x", "x-", "n't", "1,", "'", "U.", "中"], ids=repr)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert grows_linearly(tokenise, unit, 10_000)
