"""Places: how well two places agree, given how finely each is named."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile
from rasid.linking.settle.places import contains
from rasid.model import PlacePrecision, Where
from rasid.text.names import name_key

_SAME = {
    PlacePrecision.exact: 1.0,
    PlacePrecision.town: 1.0,
    PlacePrecision.district: 0.7,
    PlacePrecision.admin1: 0.4,
    PlacePrecision.country: 0.1,
    PlacePrecision.region: 0.0,
}
# A place as wide as a great city says less: many incidents share it. Radius in km against the share of the value kept.
_GREAT_CITY_KM, _GREAT_CITY = 12.0, 0.7
_AREAS = frozenset({PlacePrecision.admin1, PlacePrecision.country})
_NEAR_KM, _FAR_KM = 10.0, 50.0
_EARTH_KM = 6371.0
# One account names the other's place too, or its words could mean it, and nothing else speaks against.
_NAMED_BESIDE = 0.5
# Radius in km that the words of each precision may mean where the gazetteer gives none.
_EXTENT = {PlacePrecision.exact: 1.0, PlacePrecision.town: 5.0, PlacePrecision.district: 20.0}


def compare(left: Profile, right: Profile) -> Likeness:
    """Compare the places: the same one, one inside the other, near, or apart; areas of doubt are taken off the distance."""
    if left.place is None or right.place is None:
        return SILENT
    if _only_named(left.place) or _only_named(right.place):
        return _by_name(left.place, right.place)
    found = _compare(left.place, right.place)
    if found.value < _NAMED_BESIDE and (left.place.place_id in right.also or right.place.place_id in left.also):
        value = 0.2 if found.value < 0.0 else _NAMED_BESIDE
        return Likeness(value, f"{left.place.name} and {right.place.name}: each could be meant by the other's words")
    return found


def _compare(left: Where, right: Where) -> Likeness:
    if left.place_id == right.place_id:
        return _same(left)
    if contains(left, right) or contains(right, left):
        inner, outer = sorted((left, right), key=lambda place: _SAME[place.precision], reverse=True)
        return Likeness(_SAME[outer.precision], f"{inner.name} lies in {outer.name}")
    precisions = {left.precision, right.precision}
    if PlacePrecision.region in precisions:
        return SILENT
    if precisions & _AREAS:
        return Likeness(-1.0, f"{left.name} and {right.name} do not overlap")
    if left.country is not None and right.country is not None and left.country != right.country:
        return _by_distance(left, right, floor=-1.0)
    return _by_distance(left, right, floor=-0.6 if left.admin1 == right.admin1 else -1.0)


def _only_named(place: Where) -> bool:
    """Tell whether the gazetteer lacks the place, so that only its name and country are known."""
    return place.place_id.startswith("unlisted:")


def _by_name(left: Where, right: Where) -> Likeness:
    """Compare a place that is only named with another of its country by the spelling; unlike names say nothing."""
    if None not in {left.country, right.country} and left.country != right.country:
        return SILENT
    first, second = _spelling(left), _spelling(right)
    bare = first.translate(_VOWELS)
    same_bones = len(bare) >= _FEWEST_CONSONANTS and bare == second.translate(_VOWELS)
    if not same_bones and SequenceMatcher(None, first, second).ratio() < _ALIKE:
        return SILENT
    return Likeness(0.8, f"{left.name} and {right.name} are spelled alike")


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return name_key(name).replace(" ", "")


def _spelling(place: Where) -> str:
    """Return the spelling key of the place's own name, without what describes it."""
    return _key(place.name.rpartition(" of ")[2])


_VOWELS = str.maketrans("", "", "aeiouyw")
_FEWEST_CONSONANTS = 4
_ALIKE = 0.75
"""Spellings of one place in the example reports ("Baladweyne", "Beledweyn", "Beledweyne") reach it, other names do not."""


def _same(place: Where) -> Likeness:
    wide = place.extent_km is not None and place.extent_km >= _GREAT_CITY_KM and place.precision is PlacePrecision.town
    return Likeness(_SAME[place.precision] * (_GREAT_CITY if wide else 1.0), f"the same place, {place.name}")


def _by_distance(left: Where, right: Where, *, floor: float) -> Likeness:
    """Two places neither of which holds the other; without points only the names speak, against."""
    far = distance_km(left, right)
    if far is None:
        return Likeness(floor, f"{left.name} is not {right.name}")
    text = f"{left.name} and {right.name} lie {far:.0f} km apart"
    if far <= max(_extent(left), _extent(right)):
        return Likeness(0.5 if PlacePrecision.district not in {left.precision, right.precision} else 0.1, text)
    if far <= _NEAR_KM:
        return Likeness(0.1, text)
    return Likeness(max(floor, -min(far / _FAR_KM, 1.0)), text)


def distance_km(left: Where, right: Where) -> float | None:
    """Return the great-circle distance in km, or None where one of them has no point."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat1, lat2 = radians(left.lat), radians(right.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(right.lon - left.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _extent(place: Where) -> float:
    return place.extent_km if place.extent_km is not None else _EXTENT.get(place.precision, 0.0)
