from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rasid.learn.pieces import Pieces
from rasid.reading.neural.windows import windows


def _sentence(start: int, size: int) -> Pieces:
    places = range(start, start + size)
    return Pieces(ids=tuple(places), starts=tuple(places), ends=tuple(at + 1 for at in places))


@given(
    sizes=st.lists(st.integers(min_value=0, max_value=30), max_size=20), limit=st.integers(min_value=1, max_value=25)
)
def test_every_piece_is_in_one_window_in_order(sizes: list[int], limit: int) -> None:
    sentences, start = [], 0
    for size in sizes:
        sentences.append(_sentence(start, size))
        start += size
    found = windows(sentences, limit)
    assert [piece for window in found for piece in window.ids] == list(range(start))
    assert all(0 < len(window.ids) <= limit for window in found)


@given(start=st.integers(0, 12), size=st.integers(1, 6))
def test_the_pieces_of_a_stretch_are_those_that_meet_it(start: int, size: int) -> None:
    (window,) = windows([_sentence(2, 4), _sentence(8, 2)])
    meets = [at for at, left in enumerate(window.starts) if left < start + size and start < window.ends[at]]
    assert window.pieces_in(start, start + size) == ((meets[0], meets[-1]) if meets else None)


def test_a_sentence_that_fits_is_not_cut() -> None:
    found = windows([_sentence(0, 6), _sentence(6, 6)], limit=10)
    assert [set(window.sentences) for window in found] == [{0}, {1}]


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    found = windows([_sentence(0, 7)], limit=3)
    assert [len(window.ids) for window in found] == [3, 3, 1]


def test_windows_are_of_like_size() -> None:
    found = windows([_sentence(6 * at, 6) for at in range(5)], limit=24)
    assert [len(window.ids) for window in found] == [12, 18]
