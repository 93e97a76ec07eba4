"""The names of one report settled together: each is more likely where the others are likely to lie.

Every phrase has its candidates with a share of belief; a candidate gains by the belief in places near it and in its
country among the other phrases. Three rounds are enough for the shares to come to rest on all texts tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rasid.resolve.gazetteer import Place
from rasid.resolve.place_rank import Scored, company, holds, in_order, nearness, share

_ROUNDS = 3
_CANDIDATES = 40
_WITNESSES = 6
_FAR_DEGREES = 7.0
_SAME_COUNTRY = 4.0
_NAMED_UNIT = 1.5


def settle(phrases: Sequence[Sequence[Scored]]) -> list[list[Scored]]:
    """The candidates of each distinct phrase, scored anew and best first."""
    alone = [list(scored[:_CANDIDATES]) for scored in phrases]
    if len(alone) < 2:
        return alone
    settled = alone
    for _ in range(_ROUNDS):
        believed = [_believed(scored) for scored in settled]
        settled = [_rescored(index, scored, believed) for index, scored in enumerate(alone)]
    return settled


def _believed(scored: Sequence[Scored]) -> list[tuple[Place, float]]:
    """The likeliest candidates with their shares of belief."""
    top = scored[:_WITNESSES]
    return [(s.place, belief) for s, belief in zip(top, share(top), strict=True) if belief > 0.0]


def _rescored(index: int, scored: Sequence[Scored], believed: Sequence[list[tuple[Place, float]]]) -> list[Scored]:
    others = [candidates for i, candidates in enumerate(believed) if i != index]
    countries: Counter[str | None] = Counter()
    for candidates in others:
        for place, belief in candidates:
            countries[place.country] += belief / len(others)  # type: ignore[assignment]
    return in_order(
        Scored(s.place, s.score + company(_support(s.place, others)) + _SAME_COUNTRY * countries[s.place.country])
        for s in scored
    )


def _support(place: Place, others: Sequence[list[tuple[Place, float]]]) -> float:
    """How many of the other phrases are likely to lie beside the place, in it or around it."""
    return sum(
        max((belief * _close(place, other) for other, belief in candidates), default=0.0) for candidates in others
    )


def _close(place: Place, other: Place) -> float:
    if "country" in {place.kind, other.kind} or other.lat is None or other.lon is None or place.lat is None:
        return 0.0
    if holds(other, place) == 1.0:
        return _NAMED_UNIT
    if holds(place, other) == 1.0:
        return 1.0
    if abs(place.lat - other.lat) > _FAR_DEGREES + (place.extent_km + other.extent_km) / 111.0:
        return 0.0
    return nearness(place, (other.lat, other.lon), other.extent_km)
