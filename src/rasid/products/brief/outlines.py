"""Country outlines and towns for the map, from data/map/world.json.gz."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Any

from rasid.products.brief.projection import Box

Ring = list[tuple[float, float]]
"""Points as (lon, lat) in degrees, closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town drawn for orientation."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country's rings clipped to a box; `code` is ISO 3166-1 alpha-2, None where the source has none."""

    code: str | None
    rings: tuple[Ring, ...]


def outlines(box: Box) -> Iterator[Outline]:
    """Yield the outlines that reach into `box`, clipped to it."""
    world = _world()
    for country in world["countries"]:
        rings = (ring for polygon in country["polygons"] for arcs in polygon for ring in unwrapped(_ring(arcs)))
        clipped = tuple(part for ring in rings if (part := clip(ring, box)))
        if clipped:
            yield Outline(code=country["code"], rings=clipped)


def towns(box: Box) -> Iterator[Town]:
    """Yield the towns in `box`, largest first."""
    for name, lat, lon, _ in _world()["towns"]:
        if box.holds(lat, lon):
            yield Town(name=name, lat=lat, lon=lon)


def unwrapped(ring: Ring) -> tuple[Ring, ...]:
    """Return a ring without jumps from 180 to -180 degrees: whole beyond one side and again beyond the other.

    A ring around a pole does not close; it is closed along the southern edge of the globe.
    """
    if all(abs(after[0] - before[0]) < 180 for before, after in pairwise([*ring, *ring[:1]])):
        return (ring,)
    turns = 0
    straight = ring[:1]
    for before, point in pairwise(ring):
        turns += round((before[0] - point[0]) / 360)
        straight.append((point[0] + 360 * turns, point[1]))
    if abs(straight[-1][0] - straight[0][0]) > 180:
        straight += [(straight[-1][0], -90.0), (straight[0][0], -90.0)]
    return tuple([(lon + shift, lat) for lon, lat in straight] for shift in (-360, 0, 360))


def clip(ring: Ring, box: Box) -> Ring:
    """Return the part of a ring inside `box`, empty if there is none (Sutherland-Hodgman, one side after the other)."""
    for axis, limit, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        ring = _clip_side(ring, axis, limit, sign)
    return ring


def _clip_side(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    """Keep what lies on the side of `limit` that `sign` points to."""
    kept: Ring = []
    for before, point in zip(ring[-1:] + ring[:-1], ring, strict=True):
        was, is_ = sign * (before[axis] - limit) >= 0, sign * (point[axis] - limit) >= 0
        if was != is_:
            kept.append(_crossing(before, point, axis, limit))
        if is_:
            kept.append(point)
    return kept


def _crossing(a: tuple[float, float], b: tuple[float, float], axis: int, limit: float) -> tuple[float, float]:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def _ring(arcs: Sequence[int]) -> Ring:
    """Join arcs into a ring; a negative number means the arc `~number` read backwards (TopoJSON 1.0, 2.1.4)."""
    ring: Ring = []
    for number in arcs:
        points = _arc(number) if number >= 0 else _arc(~number)[::-1]
        ring += points[1:] if ring else points
    return ring[:-1]


@cache
def _arc(number: int) -> Ring:
    """Return the points of an arc from its quantised steps."""
    world = _world()
    steps, scale, start = world["arcs"][number], world["scale"], world["translate"]
    xs, ys = accumulate(steps[0::2]), accumulate(steps[1::2])
    return [(x * scale[0] + start[0], y * scale[1] + start[1]) for x, y in zip(xs, ys, strict=True)]


@cache
def _world() -> Mapping[str, Any]:
    packed = (files("rasid") / "data" / "map" / "world.json.gz").read_bytes()
    world: Mapping[str, Any] = json.loads(gzip.decompress(packed))
    return world
