"""Rows -> GeoJSON, with no point finer than its source."""

from __future__ import annotations

import json
from typing import Any, TextIO

from rasid.products.export.rows import as_values
from rasid.products.export.table import Entry, Table
from rasid.products.geo import AREAS, point_of


def write_geojson(table: Table, file: TextIO) -> None:
    """Write a FeatureCollection (RFC 7946), one feature a line; a row without a place has a null geometry."""
    file.write('{"type": "FeatureCollection", "features": [')
    for number, entry in enumerate(table.entries):
        file.write(",\n" if number else "\n")
        file.write(json.dumps(feature(entry), ensure_ascii=False))
    file.write("\n]}\n")


def feature(entry: Entry) -> dict[str, Any]:
    """Return one row as a feature.

    `point_stands_for_area` is true where the point is only the representative point of a division, country or region;
    `extent_km` is the radius around the point that the words may mean.
    """
    where, point = entry.where, point_of(entry.where)
    properties = as_values(entry.row)
    properties["extent_km"] = where.extent_km if where is not None else None
    properties["point_stands_for_area"] = None if where is None else where.precision in AREAS
    geometry = None if point is None else {"type": "Point", "coordinates": [point[1], point[0]]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
