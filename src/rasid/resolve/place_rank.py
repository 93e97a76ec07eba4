"""Which of the places that share a name is meant: scores with their reasons in one scale, no training.

A score is a sum of log-like terms: the place's size, the fit of its kind and spelling, the countries and units the
report is about, nearness to other places named, and containment in the units the phrase itself names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log, log1p, radians, sin, sqrt
from typing import NamedTuple

from rasid.resolve.gazetteer import Candidate, Place
from rasid.resolve.place_kinds import SETTLEMENTS, is_area, size_of
from rasid.resolve.place_phrase import Part

_EARTH_KM = 6371.0
_NEAR_KM = 120.0
_CONSIDERED = 60
# A country is meant before a town of its name, a capital before another city; a second-level unit (county, district)
# only where a word says so or nothing else bears the name.
_KIND = {"country": 4.0, "continent": 2.0, "capital": 4.0, "admin1": 1.0, "admin2": -4.0, "sea": 1.0, "region": -0.5}
# A first-level unit with a large town of the same name in it ("Kirkuk", "New York"): the town is meant.
_BEHIND_ITS_TOWN = -5.0
_LARGE_TOWN = 30_000
_EXACT, _MAIN, _LISTED, _ALTERNATE = 1.5, 1.0, 1.5, -1.5


class Scored(NamedTuple):
    """A candidate with its score (higher is likelier; differences of 3 and more are plain)."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of the report: countries and units it is about, most important first, and places near by.

    `near` holds (latitude, longitude, belief in [0, 1]).
    """

    countries: tuple[str, ...] = ()
    admin1: frozenset[str] = frozenset()
    near: tuple[tuple[float, float, float], ...] = ()


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points in degrees."""
    (lat1, lon1), (lat2, lon2) = one, other
    half = sin(radians(lat2 - lat1) / 2) ** 2
    half += cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def away_km(one: Place, other: Place) -> float:
    """Distance between two places; infinite where a point is unknown."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return distance_km((one.lat, one.lon), (other.lat, other.lon))


def rank(part: Part, found: Sequence[Candidate], context: Context) -> list[Scored]:
    """The candidates of a part by score, best first; ties by size, then id, so that the order is always the same."""
    with_town = {c.place.admin1_id for c in found if c.place.kind in SETTLEMENTS and c.place.population >= _LARGE_TOWN}
    scored = [Scored(c.place, prior(c, part) + fit(c.place, context)) for c in found]
    if not part.kinds & {"admin1"}:
        scored = [Scored(p, s + _BEHIND_ITS_TOWN * (p.kind == "admin1" and p.id in with_town)) for p, s in scored]
    return in_order(scored)[:_CONSIDERED]


def in_order(scored: Iterable[Scored]) -> list[Scored]:
    """Best first; ties by size, then id."""
    return sorted(scored, key=lambda s: (-s.score, -s.place.population, s.place.id))


def prior(candidate: Candidate, part: Part) -> float:
    """Score of a candidate from its size, kind and spelling alone."""
    place = candidate.place
    score = log(size_of(place.kind, place.population)) + _KIND.get(place.kind, 0.0) + _kind_fit(place, part)
    score += _EXACT * candidate.exact + _MAIN * candidate.main + _LISTED * candidate.listed
    if not (candidate.main or candidate.listed):
        score += _ALTERNATE
    return score - 3.0 if place.lat is None else score


def _kind_fit(place: Place, part: Part) -> float:
    if not part.kinds or part.kind in {"urban", "rural", "border", "land", "capital"}:
        return 0.0
    if place.kind in part.kinds:
        return 6.0 - _KIND.get(place.kind, 0.0)
    return -1.0 if place.kind in SETTLEMENTS else -4.0 if not is_area(place.kind) else -2.0


def fit(place: Place, context: Context) -> float:
    """Score of a place from what the report is about."""
    score = 0.0
    if place.country in context.countries:
        score += 8.0 / (1 + context.countries.index(place.country)) ** 0.5
    if place.admin1_id in context.admin1:
        score += 5.0
    return score + company(sum(weight * nearness(place, (lat, lon)) for lat, lon, weight in context.near))


def company(support: float) -> float:
    """Score for the places named near by: `support` is their number, each weighed by nearness and belief."""
    return 3.0 * log1p(2.0 * support)


def nearness(place: Place, point: tuple[float, float], extent_km: float = 0.0) -> float:
    """1 beside the point, falling to a third at 120 km from the edges of both; 0 where nothing is known."""
    if place.lat is None or place.lon is None:
        return 0.0
    away = distance_km((place.lat, place.lon), point) - place.extent_km - extent_km
    return exp(-max(0.0, away) / _NEAR_KM)


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


def with_containers(heads: Sequence[Scored], containers: Sequence[Sequence[Scored]]) -> list[Scored]:
    """The candidates of a name, scored anew by how well the other names of the phrase hold them.

    A name that holds none of the candidates changes nothing: it was not a container, or the gazetteer is wrong.
    """
    for candidates in containers:
        heads = [Scored(head.place, head.score + _held(head.place, candidates)) for head in heads]
    return in_order(heads)


def _held(place: Place, candidates: Sequence[Scored]) -> float:
    """Bonus of a place for the best of the candidates that holds it: 10 and a little more for a likelier container."""
    held = ((holds(candidate.place, place), candidate.score) for candidate in candidates)
    return max((10.0 * surely + 0.2 * score for surely, score in held if surely), default=0.0)


def share(scored: Sequence[Scored], among_km: float = 25.0) -> list[float]:
    """Each candidate's share of belief in [0, 1]; entries of the same spot as the best one count for it."""
    if not scored:
        return []
    best = scored[0]
    weights = [exp((s.score - best.score) / 1.5) for s in scored]
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
