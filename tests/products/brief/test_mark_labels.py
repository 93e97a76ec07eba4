from __future__ import annotations

import pytest

from rasid.products.brief.labels import LabelBoard
from rasid.products.brief.lettering import SLIM, WIDE, Lettering
from rasid.products.brief.mark_labels import FEW, draw_labels, numbers_of
from rasid.products.brief.marks import MapMark
from rasid.products.brief.projection import Projection, frame

BOX = frame([(33.0, 44.0, 0.0), (36.0, 46.0, 0.0)], aspect=1.45, least_km=120)
PROJECTION = Projection(box=BOX, width=720)
CLOSE = tuple((34.0 + (n % 4) / 8, 44.5 + (n // 4) / 6) for n in range(FEW))


def _mark(number: int, lat: float, lon: float, radius: float | None = None) -> MapMark:
    return MapMark(lat=lat, lon=lon, radius_km=radius, numbers=(number,), name=f"P{number}")


def _drawn(*marks: MapMark, lettering: Lettering = WIDE) -> str:
    return str(draw_labels(marks, PROJECTION, LabelBoard(width=720, height=PROJECTION.height), lettering))


def test_marks_with_room_have_number_and_name() -> None:
    drawn = _drawn(*(_mark(n, 33.0 + n / 4, 44.5) for n in range(FEW)))

    assert drawn.count('class="name"') == drawn.count('class="number"') == FEW


def test_where_a_name_has_no_room_the_number_stays() -> None:
    drawn = _drawn(*(_mark(n, lat, lon) for n, (lat, lon) in enumerate(CLOSE, 1)))

    assert drawn.count('class="name"') < FEW
    assert drawn.count('class="number"') == FEW


def test_with_many_marks_those_without_room_have_none() -> None:
    many = [_mark(n, 34.0 + (n % 8) / 30, 44.5 + (n // 8) / 30) for n in range(64)]

    assert _drawn(*many).count('class="number"') < 64


@pytest.mark.parametrize("radius", [None, 30.0])
def test_a_phone_shows_numbers_alone(radius: float | None) -> None:
    drawn = _drawn(_mark(7, 34.0, 45.0, radius), lettering=SLIM)

    assert ">7<" in drawn
    assert 'class="name"' not in drawn


def test_a_label_of_an_area_does_not_stand_on_its_line() -> None:
    drawn = _drawn(_mark(1, 34.5, 45.0, 10.0))
    x = 10.0 * PROJECTION.per_km + PROJECTION.point(34.5, 45.0)[0]

    assert float(drawn.partition('<text x="')[2].partition('"')[0]) > x + 4


def test_numbers_too_many_to_read_are_left_to_the_list() -> None:
    assert numbers_of((1, 2, 3)) == "1, 2, 3"
    assert numbers_of((1, 2, 3, 4, 5)) == ""
