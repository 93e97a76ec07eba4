from __future__ import annotations

import re

import pytest

from rasid.products.brief.marks import MapMark
from rasid.products.brief.projection import Projection, frame
from rasid.products.brief.symbols import clusters, draw_marks

BOX = frame([(33.0, 44.0, 0.0), (36.0, 46.0, 0.0)], aspect=1.45, least_km=120)
PROJECTION = Projection(box=BOX, width=720)


def _mark(number: int, lat: float, lon: float, radius: float | None = None) -> MapMark:
    return MapMark(lat=lat, lon=lon, radius_km=radius, numbers=(number,), name=f"P{number}")


def _drawn(*marks: MapMark) -> str:
    return str(draw_marks(marks, PROJECTION))


def test_places_that_would_touch_become_one_symbol_that_counts_their_incidents() -> None:
    near = (_mark(1, 34.0, 45.0), _mark(2, 34.01, 45.01))
    (found,) = clusters(near, PROJECTION)

    assert found.numbers == (1, 2)
    assert 'class="count">2<' in _drawn(*near)
    assert "P1: 1; P2: 2" in _drawn(*near)


def test_places_apart_stay_apart_and_areas_never_join() -> None:
    assert len(clusters([_mark(1, 33.0, 44.0), _mark(2, 36.0, 46.0)], PROJECTION)) == 2
    assert clusters([_mark(1, 34.0, 45.0, 30.0)], PROJECTION) == []


def test_an_area_is_a_circle_of_its_extent() -> None:
    radius = re.search(r'r="([0-9.]+)" class="area"', _drawn(_mark(1, 34.0, 45.0, 30.0)))

    assert radius is not None
    assert float(radius[1]) == pytest.approx(30.0 * PROJECTION.per_km, abs=0.01)
