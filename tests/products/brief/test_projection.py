from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.products.brief.projection import Projection, frame

points = st.tuples(st.floats(-80, 80), st.floats(-170, 170), st.floats(0, 500))


@given(st.lists(points, min_size=1, max_size=5))
def test_the_frame_holds_every_point_and_the_drawing_too(found: list[tuple[float, float, float]]) -> None:
    box = frame(found, aspect=1.45, least_km=120)
    projection = Projection(box=box, width=720)

    for lat, lon, _ in found:
        x, y = projection.point(lat, lon)
        assert -0.01 <= x <= 720.01
        assert -0.01 <= y <= projection.height + 0.01


def test_a_lone_point_lies_in_the_middle_of_at_least_the_least_width() -> None:
    projection = Projection(box=frame([(34.0, 44.0, 0.0)], aspect=1.45, least_km=120), width=720)

    assert projection.point(34.0, 44.0) == pytest.approx((360, projection.height / 2))
    assert 720 / projection.per_km == pytest.approx(144, rel=0.01)
    assert 720 / projection.height == pytest.approx(1.45, rel=0.02)


def test_a_kilometre_is_as_long_up_as_across() -> None:
    projection = Projection(box=frame([(34.0, 44.0, 50.0)], aspect=1.45, least_km=120), width=720)
    up = projection.point(34.0, 44.0)[1] - projection.point(34.5, 44.0)[1]
    across = projection.point(34.0, 44.603)[0] - projection.point(34.0, 44.0)[0]

    assert up == pytest.approx(across, rel=0.01)
