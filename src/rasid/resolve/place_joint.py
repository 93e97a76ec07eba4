"""The names of one report settled together: each is more likely where the others are likely to lie.

Every name has its candidates with a share of belief; a candidate gains by the belief in places near it, in the units it lies
in and in its country among the other names. A name bears witness for other names only: "Dublin" and "Dublin Road" agree
whichever Dublin is meant. Three rounds are enough for the shares to come to rest on all texts tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rasid.resolve.gazetteer import Place
from rasid.resolve.place_geometry import nearness
from rasid.resolve.place_rank import Scored, company, in_order, share
from rasid.resolve.place_weights import DEFAULT, Weights

_ROUNDS = 3
_CANDIDATES = 40
_WITNESSES = 6
_LEAST_BELIEF = 0.02
# Belief counts by its root: two doubtful names that fit each other ("Paris" and "Henry County") say more than either alone.
_ROOT = 0.5


class Named(NamedTuple):
    """A phrase to settle: the key of its name, its candidates best first, and whether it says itself where the place lies.

    `holders` are the names in the phrase that say so, with the units that they mean; `belief` in [0, 1] is how far the
    phrase may bear witness for others: little where it names a lake, and the place only bears its name.
    """

    key: str
    ranked: Sequence[Scored]
    told: bool = False
    holders: Sequence[tuple[str, Place]] = ()
    belief: float = 1.0


class Witness(NamedTuple):
    """A place that another name is believed to mean, with the belief in [0, 1]."""

    key: str
    place: Place
    belief: float


def settle(phrases: Sequence[Named], weights: Weights = DEFAULT) -> list[list[Scored]]:
    """The candidates of each distinct phrase, scored anew and best first."""
    alone = [list(phrase.ranked[:_CANDIDATES]) for phrase in phrases]
    if len(alone) < 2:
        return alone
    settled = alone
    for _ in range(_ROUNDS):
        court = _Court(phrases, settled, weights)
        settled = [
            in_order(Scored(s.place, s.score + court.says(phrase, s.place)) for s in scored)
            for phrase, scored in zip(phrases, alone, strict=True)
        ]
    return settled


class _Court:
    """What the names of a report are believed to mean in one round, and what that says of other names."""

    def __init__(self, phrases: Sequence[Named], settled: Sequence[Sequence[Scored]], weights: Weights) -> None:
        self.weights = weights
        beliefs = _beliefs(phrases, settled)
        self.witnesses = [
            Witness(key, place, belief) for key, held in beliefs.items() for place, belief in held.values()
        ]
        self.told = _told(phrases, settled)
        self.countries: dict[str | None, float] = defaultdict(float)
        self.units: dict[tuple[str, str | None], float] = defaultdict(float)
        self.of_name: dict[tuple[str, str | None], float] = defaultdict(float)
        self.names = len({witness.key for witness in self.witnesses})
        for key, place, belief in self.witnesses:
            self.countries[place.country] += belief
            self.of_name[key, place.country] += belief
            if place.kind == "admin1":
                self.units[key, place.country] += belief

    def says(self, phrase: Named, place: Place) -> float:
        """What the other names say for one candidate of a phrase."""
        w = self.weights
        near, unit = self._company(phrase.key, place)
        others = self.countries.get(place.country, 0.0) - self.of_name.get((phrase.key, place.country), 0.0)
        said = 0.0 if phrase.told else self.told.get((phrase.key, place.id), 0.0)
        return (
            company(near, w)
            + w.named_unit * unit
            + w.country_share * others / max(1, self.names - 1)
            + w.level * self._level(phrase.key, place, others)
            + w.same_name * said
        )

    def _level(self, key: str, place: Place, others: float) -> float:
        """Of the other names in the country of a first-level unit, the share that are such units too."""
        if place.kind != "admin1" or others <= 0.0:
            return 0.0
        units = sum(
            belief for (name, country), belief in self.units.items() if country == place.country and name != key
        )
        return units / max(1.0, others)

    def _company(self, key: str, place: Place) -> tuple[float, float]:
        """How many other names are likely to lie beside the place, and how surely a unit that holds it is named."""
        near: dict[str, float] = defaultdict(float)
        unit = 0.0
        for name, other, belief in self.witnesses:
            if name == key:
                continue
            if _within(place, other):
                unit = max(unit, belief)
            elif (close := _close(place, other)) > 0.0:
                near[name] = max(near[name], belief * close)
        return sum(near.values()), unit


def _beliefs(
    phrases: Sequence[Named], settled: Sequence[Sequence[Scored]]
) -> Mapping[str, dict[str, tuple[Place, float]]]:
    """For each name the places it is believed to mean, by id; where phrases of one name differ, the surest counts."""
    found: dict[str, dict[str, tuple[Place, float]]] = defaultdict(dict)
    for phrase, scored in zip(phrases, settled, strict=True):
        for place, belief in _believed(phrase, scored):
            if belief > found[phrase.key].get(place.id, (place, 0.0))[1]:
                found[phrase.key][place.id] = (place, belief)
    return found


def _told(phrases: Sequence[Named], settled: Sequence[Sequence[Scored]]) -> Mapping[tuple[str, str], float]:
    """How surely a phrase says which place of a name it means: "Paris, Texas" does so for Paris and for Texas."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    for phrase, scored in zip(phrases, settled, strict=True):
        for place, belief in _believed(phrase, scored) if phrase.told else ():
            found[phrase.key, place.id] = max(found[phrase.key, place.id], belief)
        for key, unit in phrase.holders:
            found[key, unit.id] = 1.0
    return found


def _believed(phrase: Named, scored: Sequence[Scored]) -> Iterator[tuple[Place, float]]:
    top = scored[:_WITNESSES]
    return (
        (s.place, phrase.belief * belief**_ROOT)
        for s, belief in zip(top, share(top), strict=True)
        if belief >= _LEAST_BELIEF
    )


def _within(place: Place, unit: Place) -> bool:
    return place.id != unit.id and (
        (unit.kind == "admin1" and place.admin1_id == unit.id) or (unit.kind == "admin2" and place.admin2_id == unit.id)
    )


def _close(place: Place, other: Place) -> float:
    if _within(other, place):
        return 1.0
    if other.lat is None or other.lon is None or place.kind == "country" or other.kind == "country":
        return 0.0
    return nearness(place, (other.lat, other.lon), other.extent_km)
