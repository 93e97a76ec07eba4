from __future__ import annotations

from dataclasses import replace

import pytest

from rasid.model import PlacePrecision
from rasid.products.geo import point_of
from tests.products import sample


@pytest.mark.parametrize(
    ("precision", "point"),
    [
        (PlacePrecision.exact, (34.27, 44.52)),
        (PlacePrecision.town, (34.27, 44.52)),
        (PlacePrecision.district, (34.27, 44.52)),
        (PlacePrecision.admin1, (34.3, 44.5)),
        (PlacePrecision.country, (34.3, 44.5)),
        (PlacePrecision.region, (34.3, 44.5)),
    ],
)
def test_points_are_rounded_to_what_the_precision_supports(
    precision: PlacePrecision, point: tuple[float, float]
) -> None:
    assert point_of(replace(sample.AZIM, precision=precision)) == point


def test_a_place_without_a_point_has_none() -> None:
    assert point_of(replace(sample.AZIM, lat=None, lon=None)) is None
    assert point_of(None) is None
