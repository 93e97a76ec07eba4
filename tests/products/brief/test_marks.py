from __future__ import annotations

from rasid.products.brief.marks import map_marks
from tests.products import sample


def _marks() -> dict[str, float | None]:
    return {mark.name: mark.radius_km for mark in map_marks(enumerate(sample.INCIDENTS, 1)).drawn}


def test_towns_are_dots_and_areas_have_their_extent() -> None:
    marks = _marks()

    assert marks["Al-Azim"] is None
    assert marks["Hamrin Basin"] == 30.0


def test_a_country_is_listed_and_not_drawn() -> None:
    marks = map_marks(enumerate(sample.INCIDENTS, 1))

    assert "Iraq" not in _marks()
    assert [number for number, _ in marks.coarse] == [4]
    assert marks.nowhere == ()


def test_incidents_at_one_place_share_a_mark() -> None:
    marks = map_marks([(1, sample.ATTACK), (2, sample.ATTACK)])

    assert [mark.numbers for mark in marks.drawn] == [(1, 2)]


def test_an_incident_without_a_place_is_told_apart() -> None:
    nowhere = sample.incident("x", sample.DEPLOYMENT, where=sample.settled(None, rule="where.not_stated"))

    assert map_marks([(1, nowhere)]).nowhere == ((1, nowhere),)
