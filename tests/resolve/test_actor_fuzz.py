from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.resolve import load_actors
from rasid.resolve.actor_candidates import candidates

RESOLVER = load_actors()
PIECES = st.sampled_from(
    [
        "ISIS", "the Iraqi army", "داعش", "U.S.", "-backed", "_", "’s", "\x00", "\u200f", "🔥", "ﷺ", "İ", "ß", "é", "al-", " of ", "and ", "\r\n", "(FMLN)", "Mexico state",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map("".join))
DAYS = st.none() | st.dates()
COUNTRIES = st.none() | st.sampled_from(["IQ", "MX", "MM", "ZZ", ""])


@given(TEXTS, COUNTRIES, DAYS)
def test_any_words_on_any_day_resolve_and_show_their_candidates(
    words: str, country: str | None, on: date | None
) -> None:
    ref, found = candidates(RESOLVER, words, country=country, on=on)

    assert ref.words == words
    assert 0.0 <= ref.confidence <= 1.0
    assert ref.actor_id is None or ref.actor_id in RESOLVER.register
    assert sum(one.chosen for one in found) == (ref.actor_id is not None)


@given(TEXTS, COUNTRIES, DAYS, st.booleans())
def test_what_is_found_lies_in_the_text_and_apart(
    text: str,
    country: str | None,
    on: date | None,
    members: bool,  # noqa: FBT001 - drawn
) -> None:
    end = 0
    for start, stop, actor_id in RESOLVER.find(text, country=country, on=on, members=members):
        assert end <= start < stop <= len(text)
        assert actor_id in RESOLVER.register
        end = stop


@pytest.mark.parametrize(
    "piece", ["ISIS ", "the ", "al-", "of the Iraqi ", "United Nations ", "(", "ا", "U.S. ", "army of "]
)
def test_a_long_run_of_one_piece_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))

    assert all(stop <= len(text) for _, stop, _ in RESOLVER.find(text))
    assert RESOLVER.resolve(text).words == text
