"""What is told of a choice adds up to it."""

from __future__ import annotations

import pytest

from rasid.resolve.place_explain import explain
from rasid.resolve.places import PlaceResolver


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver.open()


@pytest.mark.parametrize(
    ("words", "countries", "others"),
    [
        ("Tripoli", ["LB"], []),
        ("Paris, Texas", [], []),
        ("Paris", [], ["Tyler", "Texas"]),
        ("near Mosul", ["IQ"], ["Sinjar"]),
    ],
)
def test_reasons_add_up_to_the_score(
    resolver: PlaceResolver, words: str, countries: list[str], others: list[str]
) -> None:
    found = explain(resolver, words, countries=countries, others=others)
    assert found.where is not None
    assert found.candidates[0].place.id == found.where.place_id
    for candidate in found.candidates:
        assert sum(amount for _, amount in candidate.reasons) == pytest.approx(candidate.score, abs=0.6)
        assert [abs(amount) for _, amount in candidate.reasons] == sorted(
            (abs(amount) for _, amount in candidate.reasons), reverse=True
        )


def test_the_other_places_of_the_report_are_a_reason(resolver: PlaceResolver) -> None:
    texan = explain(resolver, "Paris", others=["Tyler", "Texas", "Nacogdoches"])
    assert texan.where is not None
    assert texan.where.admin1 == "Texas"
    assert dict(texan.candidates[0].reasons)["others"] > 0


def test_words_without_a_place_are_told_as_such(resolver: PlaceResolver) -> None:
    found = explain(resolver, "nowhere at all")
    assert (found.where, found.candidates) == (None, ())
