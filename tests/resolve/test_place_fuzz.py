"""Any text is read without a fault, and the work grows with the text and no faster."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.resolve.gazetteer import Gazetteer
from rasid.resolve.place_phrase import parse
from rasid.resolve.places import PlaceResolver
from rasid.text.names import fold, name_key

_PIECES = st.sampled_from(
    ["between ", "Mosul", " and ", "12 km ", "north of ", "north-east ", "near ", "province", "al-", "ash-", "’", "'", "-", ", ", " (",
     "Paris", "Texas", "ديالى", "شمال ", "وب", "Київ", "U.S.", "\u0640", "\u200f", "\x00", "\n", "9" * 30, "İ", "ﬃ", "𝔐", "🏴"]
)  # fmt: skip
_ANY = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=12).map("".join))
_MEGABYTES = [
    unit * (1_000_000 // len(unit))
    for unit in (
        "Mosul ",
        "al-",
        "between Mosul and ",
        "a",
        "a'",
        "'",
        "ah",
        "12 km north of ",
        "ديالى ",
        ", ",
        "U.S.",
        "\u0301",
        "ou",
    )
]


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver.open()


@settings(max_examples=120, deadline=None)
@given(_ANY, st.lists(st.sampled_from(["IQ", "US", "XX", ""]), max_size=3))
def test_any_phrase_is_resolved_or_not(resolver: PlaceResolver, words: str, countries: list[str]) -> None:
    where = resolver.resolve(words, countries=countries)
    assert where is None or (where.words == words and 0.0 < where.confidence <= 1.0 and 1 <= where.ucdp_prec <= 7)
    assert resolver.resolve(words, countries=countries) == where


@settings(max_examples=60, deadline=None)
@given(st.lists(_ANY, max_size=6))
def test_any_phrases_are_settled_in_their_order(resolver: PlaceResolver, phrases: list[str]) -> None:
    found = resolver.resolve_all(phrases)
    assert len(found) == len(phrases)
    assert all(where is None or where.words == words for where, words in zip(found, phrases, strict=True))


@settings(max_examples=100, deadline=None)
@given(_ANY)
def test_a_key_is_a_fixed_point(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", _MEGABYTES, ids=lambda text: repr(text[:8]))
def test_a_megabyte_ends(resolver: PlaceResolver, text: str) -> None:
    where = resolver.resolve(text)
    assert where is None or where.words == text
    assert name_key(name_key(text[:20_000])) == name_key(text[:20_000])


@pytest.mark.parametrize("text", _MEGABYTES[:4], ids=lambda text: repr(text[:8]))
def test_finding_asks_the_gazetteer_in_step_with_the_text(text: str) -> None:
    assert (
        _asked(lambda r, part: r.find(part), text[:40_000])
        <= 4.2 * _asked(lambda r, part: r.find(part), text[:10_000]) + 50
    )


def _asked(work: Callable[[PlaceResolver, str], object], text: str) -> int:
    gazetteer, asked = Gazetteer.open(), 0
    begins = gazetteer.begins

    def counted(key: str) -> tuple[bool, bool]:
        nonlocal asked
        asked += 1
        return begins(key)

    gazetteer.begins = counted  # type: ignore[assignment]
    work(PlaceResolver(gazetteer), text)
    return asked


@pytest.mark.parametrize("length", [200, 20_000])
def test_a_phrase_is_read_to_its_sixtieth_word(length: int) -> None:
    asked = []

    def known(name: str) -> None:
        asked.append(name)

    assert parse("Nowhere " * length, known)
    assert len(asked) <= 60 * 7 * 2
