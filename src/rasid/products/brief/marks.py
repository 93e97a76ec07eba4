"""Incidents -> what the map shows of them: a dot, an area, or a line beside the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rasid.model import Incident, PlacePrecision, Where
from rasid.products.geo import AREAS, point_of

_AREA_KM = {PlacePrecision.district: 25.0, PlacePrecision.admin1: 80.0}
"""Radius drawn when the gazetteer gives no extent; about the median of each kind of division."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapMark:
    """One place on the map with the numbers of the incidents there; `radius_km` is None for a dot."""

    lat: float
    lon: float
    radius_km: float | None
    numbers: tuple[int, ...]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapMarks:
    """What is drawn, and which incidents are only listed: known by country or region, or without any place."""

    drawn: tuple[MapMark, ...]
    coarse: tuple[tuple[int, Incident], ...]
    nowhere: tuple[tuple[int, Incident], ...]


def map_marks(numbered: Iterable[tuple[int, Incident]]) -> MapMarks:
    """Sort incidents by how finely they are placed; those at one place and precision share a mark."""
    at: dict[tuple[float, float, float | None, str], list[int]] = {}
    coarse, nowhere = [], []
    for number, incident in numbered:
        where, point = incident.where.value, point_of(incident.where.value)
        if where is None:
            nowhere.append((number, incident))
        elif point is None or where.precision in {PlacePrecision.country, PlacePrecision.region}:
            coarse.append((number, incident))
        else:
            at.setdefault((*point, _radius(where), where.name), []).append(number)
    drawn = tuple(
        MapMark(lat=lat, lon=lon, radius_km=radius, numbers=tuple(numbers), name=name)
        for (lat, lon, radius, name), numbers in sorted(at.items(), key=lambda item: item[1])
    )
    return MapMarks(drawn=drawn, coarse=tuple(coarse), nowhere=tuple(nowhere))


def _radius(where: Where) -> float | None:
    if where.precision in AREAS or where.precision is PlacePrecision.district:
        return where.extent_km or _AREA_KM[where.precision]
    return None
