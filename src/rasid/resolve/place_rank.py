"""Which of the places that share a name is meant: a score summed from named signs.

The signs and their weights are those of `place_weights`. `signs` tells each with its amount, so that a choice can be explained;
`rank` sums them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, log1p
from typing import NamedTuple

from rasid.resolve.gazetteer import Candidate, Place
from rasid.resolve.place_geometry import Point, away_km, nearness
from rasid.resolve.place_kinds import ADMINISTRATIVE, FEATURES, SETTLEMENTS, is_area, size_of
from rasid.resolve.place_phrase import Part
from rasid.resolve.place_weights import DEFAULT, Weights

_CONSIDERED = 60
# A country is meant before a town of its name, a capital before another city; a second-level unit (county, district)
# only where a word says so or nothing else bears the name.
_KIND = {"country": 4.0, "continent": 2.0, "capital": 4.0, "admin1": 1.0, "admin2": -4.0, "sea": 1.0, "region": -0.5}
# A first-level unit with a large town of its name in it ("Kirkuk", "New York"), and what bears its country's name ("México").
_BEHIND_A_NAMESAKE = -5.0
_LARGE_TOWN = 30_000
_EXACT, _MAIN, _LISTED, _ALTERNATE = 1.5, 1.0, 1.5, -1.5
_NO_POINT = -3.0
# "Lake Vermont" and "Camp Nevada" are named after a state and mostly lie elsewhere: the unit is as unlikely as an unknown town.
_NAMED_AFTER = -6.0
_SOFTNESS = 1.5


class Scored(NamedTuple):
    """A candidate with its score (higher is likelier; differences of 3 and more are plain)."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of the report: countries and units it is about, most important first, and places near by.

    `near` holds points with a belief in [0, 1].
    """

    countries: tuple[str, ...] = ()
    admin1: frozenset[str] = frozenset()
    near: tuple[tuple[Point, float], ...] = ()
    weights: Weights = DEFAULT


def rank(part: Part, found: Sequence[Candidate], context: Context) -> list[Scored]:
    """The candidates of a part by score, best first; ties by size, then id, so that the order is always the same."""
    towns = namesakes(found)
    return in_order(Scored(one.place, sum(amount for _, amount in signs(one, part, towns, context))) for one in found)[
        :_CONSIDERED
    ]


def namesakes(found: Sequence[Candidate]) -> frozenset[str | None]:
    """The first-level units in which a large town of the name lies, and the countries of the name."""
    large = (c.place for c in found if c.place.population >= _LARGE_TOWN)
    return frozenset(
        place.admin1_id if place.kind in SETTLEMENTS else place.id
        for place in large
        if place.kind in SETTLEMENTS or place.kind == "country"
    )


def in_order(scored: Iterable[Scored]) -> list[Scored]:
    """Best first; ties by size, then id."""
    return sorted(scored, key=lambda s: (-s.score, -s.place.population, s.place.id))


def signs(
    candidate: Candidate, part: Part, towns: frozenset[str | None], context: Context
) -> tuple[tuple[str, float], ...]:
    """What speaks for a candidate (above 0) and against it, each with the sign's name in `Weights`."""
    place, weights = candidate.place, context.weights
    return (
        ("size", weights.size * log(size_of(place.kind, place.population))),
        ("kind", weights.kind * _kind(place, part, towns)),
        ("word", weights.word / 6.0 * _word(place, part, weights.kind)),
        ("spelling", weights.spelling * _spelling(candidate)),
        ("countries", weights.countries * _rank_of_country(place, context)),
        ("units", weights.units * (place.admin1_id in context.admin1)),
        ("company", company(sum(belief * nearness(place, point) for point, belief in context.near), weights)),
        ("point", _NO_POINT * (place.lat is None)),
    )


def _kind(place: Place, part: Part, towns: frozenset[str | None]) -> float:
    behind = place.country in towns or (place.kind == "admin1" and place.id in towns)
    behind = behind and place.kind not in {"country", *part.kinds}
    return _KIND.get(place.kind, 0.0) + (_BEHIND_A_NAMESAKE if behind else 0.0)


def _word(place: Place, part: Part, kind_weight: float) -> float:
    if not part.kinds or part.kind in {"urban", "rural", "border", "land", "capital"}:
        return 0.0
    if place.kind in part.kinds:
        return 6.0 - kind_weight * _KIND.get(place.kind, 0.0)
    if part.leads and part.kind in FEATURES and place.kind in ADMINISTRATIVE:
        return _NAMED_AFTER - kind_weight * _KIND.get(place.kind, 0.0)
    return -1.0 if place.kind in SETTLEMENTS else -4.0 if not is_area(place.kind) else -2.0


def _spelling(candidate: Candidate) -> float:
    own = _EXACT * candidate.exact + _MAIN * candidate.main + _LISTED * candidate.listed
    return own if candidate.main or candidate.listed else own + _ALTERNATE


def _rank_of_country(place: Place, context: Context) -> float:
    if place.country not in context.countries:
        return 0.0
    return float((1 + context.countries.index(place.country)) ** -0.5)


def company(support: float, weights: Weights) -> float:
    """Score for the places named near by: `support` is their number, each weighed by nearness and belief."""
    return weights.company * log1p(2.0 * support) if support else 0.0


def holds(container: Place, place: Place) -> float:
    """How surely the one lies in the other, from 0 to 1: 1 by the units of the gazetteer, less by distance alone."""
    if container.id == place.id:
        return 0.0
    if container.kind == "country":
        return float(place.country == container.id)
    if container.kind == "admin1":
        return float(place.admin1_id == container.id)
    if container.kind == "admin2" and place.admin2_id == container.id:
        return 1.0
    if size_of(place.kind, place.population) > size_of(container.kind, container.population) and not is_area(
        place.kind
    ):
        return 0.0
    return 0.6 if away_km(container, place) <= container.extent_km + 10.0 else 0.0


def with_containers(
    heads: Sequence[Scored], containers: Sequence[Sequence[Scored]], weights: Weights = DEFAULT
) -> list[Scored]:
    """The candidates of a name, scored anew by how well the other names of the phrase hold them.

    A name that holds none of the candidates changes nothing: it was not a container, or the gazetteer is wrong.
    """
    for candidates in containers:
        heads = [Scored(head.place, head.score + held(head.place, candidates, weights)) for head in heads]
    return in_order(heads)


def held(place: Place, candidates: Sequence[Scored], weights: Weights = DEFAULT) -> float:
    """Bonus of a place for the best of the candidates that holds it: the weight, and a little more for a likelier one."""
    found = ((holds(candidate.place, place), candidate.score) for candidate in candidates)
    return max((weights.holder * (surely + 0.02 * score) for surely, score in found if surely), default=0.0)


def share(scored: Sequence[Scored], among_km: float = 25.0) -> list[float]:
    """Each candidate's share of belief in [0, 1]; entries of the same spot as the best one count for it."""
    if not scored:
        return []
    best = scored[0]
    weights = [exp((s.score - best.score) / _SOFTNESS) for s in scored]
    same = [
        i
        for i, s in enumerate(scored)
        if i and s.place.kind == best.place.kind and away_km(s.place, best.place) <= among_km
    ]
    for index in same:
        weights[0] += weights[index]
        weights[index] = 0.0
    total = sum(weights)
    return [weight / total for weight in weights]
