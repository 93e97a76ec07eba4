"""Gold names of a file in the format of the geoparsing pack, put to a resolver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from evals.place_scores import Answer
from rasid.model.where import Where
from rasid.resolve.gazetteer import Place
from rasid.resolve.place_geometry import distance_km
from rasid.resolve.place_kinds import size_of
from rasid.resolve.places import PlaceResolver
from rasid.text.names import name_key

Report = dict[str, Any]
_LEVELS = {"PCL": "country", "ADM1": "admin1", "ADM2": "admin2", "CONT": "continent"}


def phrases(resolver: PlaceResolver, report: Report, *, tails: bool = True) -> list[str]:
    """The gold names as a reader would hand them over: with the name that follows after a comma, "Dublin, Ohio".

    An adjective or people ("Iraqi", "Palestinians") is put as the name of its country, which is how the gold takes it.
    """
    names, text = report["toponyms"], report["text"]
    surfaces = [_as_place(resolver, name["surface"]) for name in names]
    if not tails:
        return surfaces
    tied = [text[one["end"] : other["start"]] == ", " for one, other in pairwise(names)]
    return [
        f"{surface}, {names[index + 1]['surface']}" if index < len(tied) and tied[index] else surface
        for index, surface in enumerate(surfaces)
    ]


def _as_place(resolver: PlaceResolver, surface: str) -> str:
    country = resolver.gazetteer.get(resolver.gazetteer.people(name_key(surface).removesuffix("s")) or "")
    return country.name if country and resolver.resolve(surface) is None else surface


def answers(resolver: PlaceResolver, reports: Iterable[Report], *, tails: bool = True) -> list[Answer]:
    """The resolver's answer for each gold name with coordinates, the names of one report settled together."""
    found = []
    for report in reports:
        wheres = resolver.resolve_all(phrases(resolver, report, tails=tails))
        pairs = zip(report["toponyms"], wheres, strict=True)
        found += [_answer(resolver, name, where) for name, where in pairs if name["lat"] is not None]
    return found


def baseline(resolver: PlaceResolver, reports: Iterable[Report]) -> list[Answer]:
    """For each gold name the place of that name with the most inhabitants, whatever the report says."""
    names = (name for report in reports for name in report["toponyms"] if name["lat"] is not None)
    return [_at(name, largest(resolver, _as_place(resolver, name["surface"]))) for name in names]


def largest(resolver: PlaceResolver, surface: str) -> Place | None:
    """The largest place of the name that has a point; ties by id."""
    places = [found.place for found in resolver.gazetteer.lookup(surface) if found.place.lat is not None]
    return max(places, key=lambda place: (size_of(place.kind, place.population), place.id), default=None)


def _at(name: dict[str, Any], place: Place | None) -> Answer:
    point = (place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None
    return Answer(surface=name["surface"], km=distance_km((name["lat"], name["lon"]), point) if point else None)


def _answer(resolver: PlaceResolver, name: dict[str, Any], where: Where | None) -> Answer:
    km = None
    if where and where.lat is not None and where.lon is not None:
        km = distance_km((name["lat"], name["lon"]), (where.lat, where.lon))
    return Answer(
        surface=name["surface"],
        km=km,
        confidence=where.confidence if where else 0.0,
        exact=_same_entry(resolver, name, where, km) if name.get("geonameid") else None,
        chosen=f"{where.name}, {where.admin1}, {where.country} ({where.place_id})" if where else "",
    )


def _same_entry(resolver: PlaceResolver, name: dict[str, Any], where: Where | None, km: float | None) -> bool:
    """Whether the answer is the gold entry of GeoNames.

    A settlement by its number. The gazetteer knows countries and units by code, so these by level, country and name, and
    within 161 km, since counties of one name are many.
    """
    if where is None or km is None:
        return False
    if where.place_id == f"geonames:{name['geonameid']}":
        return True
    place = resolver.gazetteer.get(where.place_id)
    level = next((kind for code, kind in _LEVELS.items() if str(name.get("fcode")).startswith(code)), None)
    if place is None or place.kind != level:
        return False
    if level == "country":
        return resolver.named_country(name.get("country") or name["gaz_name"]) == place.country
    gold = resolver.resolve(f"{name['gaz_name']}, {name.get('country')}") if level != "continent" else None
    return km <= 161.0 or (gold is not None and gold.place_id == place.id and level == "admin1")


def recognition(resolver: PlaceResolver, reports: Sequence[Report]) -> tuple[int, int, int]:
    """Names found in the texts with just the gold offsets, all names found, all gold names."""
    right = found = gold = 0
    for report in reports:
        spans = {(span.start, span.end) for span in resolver.find(report["text"])}
        names = {(name["start"], name["end"]) for name in report["toponyms"]}
        right, found, gold = right + len(spans & names), found + len(spans), gold + len(names)
    return right, found, gold
