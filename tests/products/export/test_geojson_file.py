from __future__ import annotations

import io
import json
from typing import Any

from rasid.products.export import Unit, table_of
from rasid.products.export.geojson_file import write_geojson
from tests.products import sample


def _features() -> dict[str, Any]:
    file = io.StringIO()
    write_geojson(table_of(sample.sample_record(), Unit.mention), file)
    return {feature["properties"]["mention_id"]: feature for feature in json.loads(file.getvalue())["features"]}


def test_a_town_is_a_point_with_longitude_first() -> None:
    feature = _features()[sample.WIRE_ATTACK.mention_id]

    assert feature["geometry"] == {"type": "Point", "coordinates": [44.52, 34.27]}
    assert feature["properties"]["point_stands_for_area"] is False


def test_a_division_is_flagged_and_keeps_its_extent() -> None:
    properties = _features()[sample.PAPER_ATTACK.mention_id]["properties"]

    assert (properties["place_precision"], properties["extent_km"]) == ("admin1", 80.0)
    assert properties["point_stands_for_area"] is True


def test_every_row_is_a_feature_also_without_a_place() -> None:
    assert len(_features()) == len(sample.sample_record().mentions)


def test_no_point_is_finer_than_its_row() -> None:
    for feature in _features().values():
        lon, lat = feature["geometry"]["coordinates"]
        assert (lon, lat) == (feature["properties"]["lon"], feature["properties"]["lat"])
