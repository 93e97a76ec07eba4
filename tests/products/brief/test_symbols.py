from __future__ import annotations

import re

import pytest

from rasid.products.brief.labels import LabelBoard
from rasid.products.brief.marks import MapMark
from rasid.products.brief.projection import Projection, frame
from rasid.products.brief.symbols import FEW, clusters, draw_marks, numbers_of

BOX = frame([(33.0, 44.0, 0.0), (36.0, 46.0, 0.0)], aspect=1.45, least_km=120)
PROJECTION = Projection(box=BOX, width=720)


def _mark(number: int, lat: float, lon: float, radius: float | None = None) -> MapMark:
    return MapMark(lat=lat, lon=lon, radius_km=radius, numbers=(number,), name=f"P{number}")


def _drawn(*marks: MapMark) -> str:
    return str(draw_marks(marks, PROJECTION, LabelBoard(width=720, height=PROJECTION.height)))


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


def test_few_marks_all_have_their_name_and_many_only_where_there_is_room() -> None:
    few = [_mark(n, 33.0 + n / 4, 44.5) for n in range(FEW)]
    many = [_mark(n, 34.0 + (n % 8) / 9, 44.5 + (n // 8) / 9) for n in range(64)]

    assert _drawn(*few).count('class="name"') == FEW
    assert _drawn(*many).count('class="name"') < 64


def test_numbers_too_many_to_read_are_left_to_the_list() -> None:
    assert numbers_of((1, 2, 3)) == "1, 2, 3"
    assert numbers_of((1, 2, 3, 4, 5)) == ""
