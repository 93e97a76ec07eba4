"""Degrees -> drawing units of one map."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

KM_PER_DEGREE = 111.2
"""Length of one degree of latitude; the difference along the meridian (110.6 to 111.7) is not visible at this scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A stretch of the globe in WGS84 degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a point lies in the box."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Equirectangular about the middle latitude of `box`: true to scale there, drawn `width` units wide."""

    box: Box
    width: float

    @property
    def height(self) -> float:
        """Height of the drawing in units."""
        return (self.box.north - self.box.south) * self._per_degree

    @property
    def per_km(self) -> float:
        """Drawing units per kilometre."""
        return self._per_degree / KM_PER_DEGREE

    def point(self, lat: float, lon: float) -> tuple[float, float]:
        """Return (x, y) of a point in drawing units from the upper left corner."""
        x = (lon - self.box.west) * self._shrink * self._per_degree
        return x, (self.box.north - lat) * self._per_degree

    @property
    def _shrink(self) -> float:
        return math.cos(math.radians((self.box.north + self.box.south) / 2))

    @property
    def _per_degree(self) -> float:
        return self.width / ((self.box.east - self.box.west) * self._shrink)


def frame(points: Iterable[tuple[float, float, float]], *, aspect: float, least_km: float) -> Box:
    """Return the box that holds circles of (lat, lon, radius in km), at least `least_km` wide, `aspect` = width / height."""
    boxes = [_around(lat, lon, km) for lat, lon, km in points]
    west, east = min(box.west for box in boxes), max(box.east for box in boxes)
    south, north = min(box.south for box in boxes), max(box.north for box in boxes)
    shrink = math.cos(math.radians((south + north) / 2))
    wide = max((east - west) * shrink, (north - south) * aspect, least_km / KM_PER_DEGREE) * 1.2
    middle_lon, middle_lat = (west + east) / 2, (south + north) / 2
    half_lon, half_lat = min(wide / shrink / 2, 180.0), min(wide / aspect / 2, 85.0)
    middle_lat = max(min(middle_lat, 85.0 - half_lat), -85.0 + half_lat)
    return Box(
        west=middle_lon - half_lon, east=middle_lon + half_lon, south=middle_lat - half_lat, north=middle_lat + half_lat
    )


def _around(lat: float, lon: float, km: float) -> Box:
    half_lat = km / KM_PER_DEGREE
    half_lon = half_lat / max(math.cos(math.radians(lat)), 0.1)
    return Box(west=lon - half_lon, east=lon + half_lon, south=lat - half_lat, north=lat + half_lat)
