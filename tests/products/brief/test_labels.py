from __future__ import annotations

from rasid.products.brief.labels import LabelBoard, roomiest


def test_a_second_word_does_not_lie_on_the_first() -> None:
    board = LabelBoard(width=400, height=200)

    first = board.try_beside("Baghdad", 100, 100, 6, size=12)
    second = board.try_beside("Baghdad", 100, 100, 6, size=12)

    assert first is not None
    assert second is not None
    assert (first.anchor, second.anchor) == ("start", "end")


def test_a_word_without_room_is_left_out_but_a_number_never_is() -> None:
    board = LabelBoard(width=30, height=20)

    assert board.try_beside("Baghdad", 10, 10, 6, size=12) is None
    assert board.place("1 Baghdad", 10, 10, 6, size=12).anchor == "start"


def test_the_roomiest_point_of_a_square_is_in_its_middle() -> None:
    found = roomiest([(0, 0), (240, 0), (240, 160), (0, 160)], 240, 160)

    assert found is not None
    assert abs(found[0] - 120) < 20
    assert abs(found[1] - 80) < 20


def test_a_ring_too_thin_for_any_point_has_none() -> None:
    assert roomiest([(0, 0), (1, 0), (1, 1)], 240, 160) is None
