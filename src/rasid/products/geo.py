"""Points no finer than the source supports: the one place that rounds coordinates for people."""

from __future__ import annotations

from rasid.model import PlacePrecision, Where

# Decimals of a degree: 2 is about 1 km, 1 about 11 km. Coarser places keep their representative point only.
_DECIMALS = {PlacePrecision.exact: 2, PlacePrecision.town: 2, PlacePrecision.district: 2}

AREAS = frozenset({PlacePrecision.admin1, PlacePrecision.country, PlacePrecision.region})
"""Precisions at which a point only stands for an area."""


def point_of(where: Where | None) -> tuple[float, float] | None:
    """Return (lat, lon) in WGS84 degrees, rounded to what the precision supports, or None without a point."""
    if where is None or where.lat is None or where.lon is None:
        return None
    return rounded(where.lat, where.lon, where.precision)


def rounded(lat: float, lon: float, precision: PlacePrecision) -> tuple[float, float]:
    """Return a point of WGS84 degrees with no more decimals than `precision` supports."""
    decimals = _DECIMALS.get(precision, 1)
    return round(lat, decimals), round(lon, decimals)
