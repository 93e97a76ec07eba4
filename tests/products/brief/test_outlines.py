from __future__ import annotations

from rasid.products.brief.outlines import clip, outlines, towns
from rasid.products.brief.projection import Box

IRAQ = Box(west=41, south=32, east=46, north=36)


def test_a_square_is_cut_at_the_box() -> None:
    ring = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]

    cut = clip(ring, Box(west=5, south=5, east=20, north=20))

    assert set(cut) == {(5.0, 5.0), (10.0, 5.0), (10.0, 10.0), (5.0, 10.0)}
    assert clip(ring, Box(west=50, south=50, east=60, north=60)) == []


def test_the_countries_of_a_box_are_found_and_lie_in_it() -> None:
    found = {outline.code: outline for outline in outlines(IRAQ)}

    assert {"IQ", "SY", "IR"} <= set(found)
    assert "FR" not in found
    assert all(IRAQ.holds(lat, lon) for outline in found.values() for ring in outline.rings for lon, lat in ring)


def test_towns_come_largest_first() -> None:
    names = [town.name for town in towns(IRAQ)]

    assert names[0] == "Baghdad"
    assert "Mosul" not in names[:1]
