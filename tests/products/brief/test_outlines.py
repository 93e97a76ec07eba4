from __future__ import annotations

from itertools import pairwise

from rasid.products.brief.outlines import clip, outlines, towns, unwrapped
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


def test_a_ring_over_the_date_line_has_no_jump() -> None:
    ring = [(179.0, 60.0), (-179.0, 60.0), (-179.0, 61.0), (179.0, 61.0)]

    rings = unwrapped(ring)

    assert [(179.0, 60.0), (181.0, 60.0), (181.0, 61.0), (179.0, 61.0)] in rings
    assert all(max(lon for lon, _ in one) - min(lon for lon, _ in one) == 2.0 for one in rings)


def test_a_ring_around_the_pole_is_closed_along_the_edge() -> None:
    ring = [(-180.0, -70.0), (-60.0, -70.0), (60.0, -70.0), (179.9, -70.0)]
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]

    assert (180.0 - 0.1, -90.0) in unwrapped(ring)[1]
    assert unwrapped(square) == (square,)


def test_the_whole_world_has_no_line_across_it() -> None:
    box = Box(west=-180, south=-85, east=180, north=85)
    edges = (-180.0, 180.0)
    rings = [ring for outline in outlines(box) for ring in outline.rings]
    steps = [(a, b) for ring in rings for a, b in pairwise(ring) if abs(a[0] - b[0]) > 90]

    assert [step for step in steps if step[0][1] > -60 and not {step[0][0], step[1][0]} <= set(edges)] == []
