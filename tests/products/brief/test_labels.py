from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rasid.products.brief.labels import Label, LabelBoard, roomiest


def test_a_second_word_does_not_lie_on_the_first() -> None:
    board = LabelBoard(width=400, height=200)

    first = board.try_beside("Baghdad", 100, 100, 6, size=12)
    second = board.try_beside("Baghdad", 100, 100, 6, size=12)

    assert first is not None
    assert second is not None
    assert (first.anchor, second.anchor) == ("start", "end")


def test_a_word_without_room_is_left_out() -> None:
    assert LabelBoard(width=30, height=20).try_beside("Baghdad", 10, 10, 6, size=12) is None


def test_words_keep_off_the_line_of_a_circle_but_not_off_its_inside() -> None:
    board = LabelBoard(width=400, height=200)
    board.take_ring(200, 100, 60)

    assert not board.is_free(200 + 60, 100, 2)
    assert board.is_free(200, 100, 20)
    assert board.try_centre("Diyala", 200, 40, size=12) is None
    assert board.try_centre("Diyala", 200, 100, size=12) is not None


def test_nothing_lies_on_a_kept_rectangle() -> None:
    board = LabelBoard(width=400, height=200)
    board.take_box(0, 150, 200, 200)

    assert not board.is_free(100, 180, 1)
    assert board.is_free(300, 180, 1)


@given(points=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 200)), max_size=30))
def test_no_two_words_overlap(points: list[tuple[int, int]]) -> None:
    board = LabelBoard(width=400, height=200)
    placed = [label for x, y in points if (label := board.try_beside("12 Gao", x, y, 8, size=10))]

    boxes = [_box(label, 6 * 10 * 0.5) for label in placed]
    assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in combinations(boxes, 2))


def _box(label: Label, long: float) -> tuple[float, float, float, float]:
    """Return where the letters stand: from the line up by three quarters of the type size."""
    left = label.x - {"start": 0.0, "middle": long / 2, "end": long}[label.anchor]
    return left, label.y - 7.5, left + long, label.y


def test_the_roomiest_point_of_a_square_is_in_its_middle() -> None:
    found = roomiest([(0, 0), (240, 0), (240, 160), (0, 160)], 240, 160)

    assert found is not None
    assert abs(found[0] - 120) < 20
    assert abs(found[1] - 80) < 20


def test_a_ring_too_thin_for_any_point_has_none() -> None:
    assert roomiest([(0, 0), (1, 0), (1, 1)], 240, 160) is None
