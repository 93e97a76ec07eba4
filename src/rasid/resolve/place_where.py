"""From the place chosen and the way it was named to a `Where`, no finer than the words support.

The precision codes are those of UCDP GED 19.1 (where_prec): 1 the named place, 2 within about 25 km of it, 3 second-level
unit, 4 first-level unit, 5 a line or a part of a larger area, 6 country, 7 sea.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rasid.model.where import PlacePrecision, PlaceRunnerUp, Where
from rasid.resolve.gazetteer import Place
from rasid.resolve.place_geometry import bearing, distance_km, shifted
from rasid.resolve.place_kinds import SETTLEMENTS, is_area, precision_of
from rasid.resolve.place_phrase import How, Part
from rasid.resolve.place_rank import Scored, share

_ABOUT_KM = 25.0
_RUNNERS_UP = 3
_LEAST_SHARE = 0.01
# About one name in twenty-five means a place that the gazetteer lacks, however well a namesake in it fits.
_IN_THE_LIST = 0.96
_COUNTRY_WIDE = frozenset({"border", "land"})
_INSIDE_TOWN = frozenset({"", "urban", "quarter", "town", "village", "admin", "admin1", "admin2", "country", "capital"})


class Drawn(NamedTuple):
    """How finely a place may be drawn: precision, UCDP code, radius in km, point, and the rule that said so."""

    precision: PlacePrecision
    ucdp: int
    extent_km: float
    point: tuple[float, float] | None
    rule: str


def draw(place: Place, part: Part) -> Drawn:
    """How finely the words of `part` place something at `place`."""
    point = None if place.lat is None or place.lon is None else (place.lat, place.lon)
    precision, ucdp = precision_of(place.kind, place.extent_km)
    plain = Drawn(precision, ucdp, place.extent_km, point, "named place")
    if part.kind in _COUNTRY_WIDE:
        return plain._replace(precision=PlacePrecision.region, ucdp=5, rule="border or territory of a country")
    if part.how is How.part:
        return _part(place, part, plain)
    if part.how in {How.near, How.offset}:
        return _beside(place, part, plain)
    if place.kind in SETTLEMENTS and part.kind not in _INSIDE_TOWN and place.kind not in part.kinds:
        area = part.kind in {"region", "mountain", "desert", "river", "valley", "lake", "island", "road", "sea"}
        rule = "area named after a place" if area else "site named after a place, not known itself"
        return Drawn(PlacePrecision.district, 2 if area else 3, max(_ABOUT_KM, place.extent_km), point, rule)
    return plain


def _part(place: Place, part: Part, plain: Drawn) -> Drawn:
    """Part of a place: inside a town or district the code stays; of anything larger it is an area without limits."""
    if place.kind in SETTLEMENTS or place.kind == "admin2" or plain.ucdp == 1:
        return plain._replace(rule="part of a place")
    point = plain.point
    if point and part.bearing is not None:
        point = shifted(point, 0.45 * place.extent_km, part.bearing)
    ucdp = 7 if plain.ucdp == 7 else 5
    return Drawn(PlacePrecision.region, ucdp, 0.6 * place.extent_km, point, "part of a larger area")


def _beside(place: Place, part: Part, plain: Drawn) -> Drawn:
    """Near a place: within about 25 km of a town; near anything larger, or farther off, an area without limits."""
    point, km = plain.point, part.km
    if point and km and part.bearing is not None:
        point = shifted(point, km, part.bearing)
    if is_area(place.kind) or place.kind in {"country", "admin1"} or (km or 0.0) > _ABOUT_KM:
        extent = place.extent_km if km is None else max(_ABOUT_KM, 0.25 * km if part.bearing is not None else km)
        return Drawn(PlacePrecision.region, 7 if plain.ucdp == 7 else 5, extent, point, "at a distance from a place")
    extent = max(_ABOUT_KM, place.extent_km)
    return Drawn(PlacePrecision.district, 3 if place.kind == "admin2" else 2, extent, point, "near a named place")


def between(one: Place, other: Place, extent_km: float) -> Drawn:
    """The line between two places: its middle, with half its length as radius."""
    points = [(p.lat, p.lon) for p in (one, other) if p.lat is not None and p.lon is not None]
    if len(points) < 2:
        return Drawn(PlacePrecision.region, 5, extent_km, points[0] if points else None, "between two places")
    half = max(10.0, distance_km(points[0], points[1]) / 2)
    middle = shifted(points[0], half, bearing(points[0], points[1]))
    return Drawn(PlacePrecision.region, 5, half, middle, "between two places")


def where(
    words: str, ranked: Sequence[Scored], drawn: Drawn, factor: float, name_of: Callable[[str | None], str | None]
) -> Where:
    """The `Where` of the best of the ranked places; `factor` lowers its confidence, `name_of` names a unit by its id."""
    place = ranked[0].place
    shares = share(ranked)
    others = [
        PlaceRunnerUp(place_id=s.place.id, name=s.place.name, country=s.place.country, score=round(part, 3))
        for s, part in zip(ranked[1:], shares[1:], strict=True)
        if part >= _LEAST_SHARE
    ]
    lat, lon = drawn.point or (None, None)
    listed = 1.0 if place.kind in {"country", "admin1"} else _IN_THE_LIST
    return Where(
        place_id=place.id, name=place.name, words=words, country=place.country,
        admin1=name_of(place.admin1_id), admin2=name_of(place.admin2_id), lat=lat, lon=lon,
        extent_km=round(drawn.extent_km, 1), precision=drawn.precision, ucdp_prec=drawn.ucdp,
        confidence=round(shares[0] * factor * listed, 3), rule=drawn.rule, runners_up=tuple(others[:_RUNNERS_UP]),
    )  # fmt: skip
