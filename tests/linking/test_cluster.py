from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rasid.linking.cluster import Laws, cluster
from rasid.linking.score import SAME_POINTS, UNSURE_POINTS

Pairs = dict[tuple[int, int], float]


def _cluster(
    size: int,
    points: Pairs,
    *,
    reports: Sequence[str] = (),
    together: Sequence[tuple[int, int]] = (),
    apart: Sequence[tuple[int, int]] = (),
    unlike: float = -6.0,
) -> list[list[int]]:
    near = {pair: value for pair, value in points.items() if value >= UNSURE_POINTS}
    laws = Laws(reports=reports or [f"r{i}" for i in range(size)], together=together, apart=apart)
    return cluster(near, lambda i, j: points.get((i, j), unlike), laws)


def test_pairs_above_the_threshold_are_joined() -> None:
    assert _cluster(4, {(0, 2): 3.0, (1, 3): 0.2}) == [[0, 2], [1], [3]]


def test_one_strong_pair_does_not_chain_two_incidents() -> None:
    chain = {(0, 1): 4.0, (1, 2): 2.0, (2, 3): 4.0}
    assert _cluster(4, chain) == [[0, 1], [2, 3]]


def test_an_unsure_pair_is_carried_by_two_sure_ones() -> None:
    assert _cluster(3, {(0, 1): 3.0, (1, 2): 2.5, (0, 2): 0.0}) == [[0, 1, 2]]


def test_two_mentions_of_one_report_never_join_not_even_by_way_of_others() -> None:
    points = {(0, 1): 6.0, (1, 2): 5.0, (0, 2): 6.0, (2, 3): 2.0}
    assert _cluster(4, points, reports=["a", "b", "a", "c"]) == [[0, 1], [2, 3]]


def test_apart_is_law_through_every_join() -> None:
    points = dict.fromkeys([(0, 1), (0, 2), (1, 2), (2, 3), (0, 3), (1, 3)], 5.0)
    assert _cluster(4, points, apart=[(0, 3)]) == [[0, 1, 2], [3]]
    assert _cluster(2, {(0, 1): 6.0}, apart=[(0, 1)]) == [[0], [1]]


def test_together_is_law_even_in_one_report_and_joins_what_fits_both() -> None:
    assert _cluster(3, {}, reports=["a", "a", "b"], together=[(0, 1)]) == [[0, 1], [2]]
    assert _cluster(3, {(0, 2): 5.0, (1, 2): 4.0}, together=[(0, 1)]) == [[0, 1, 2]]
    assert _cluster(3, {(0, 2): 5.0, (1, 2): -6.0}, together=[(0, 1)]) == [[0, 1], [2]]


def test_of_contradicting_laws_the_first_given_holds() -> None:
    assert _cluster(3, {}, together=[(0, 1), (1, 2)], apart=[(0, 2)]) == [[0, 1], [2]]


@st.composite
def scored(draw: st.DrawFn) -> tuple[int, Pairs]:
    size = draw(st.integers(2, 7))
    pairs = [(i, j) for i in range(size) for j in range(i + 1, size)]
    return size, {pair: draw(st.sampled_from([-6.0, -1.0, 0.0, 1.5, 3.0, 6.0])) for pair in pairs}


@given(scored())
def test_groups_partition_the_items_and_each_join_was_worth_it(case: tuple[int, Pairs]) -> None:
    size, points = case
    groups = _cluster(size, points)
    assert sorted(item for group in groups for item in group) == list(range(size))
    assert groups == sorted(sorted(group) for group in groups)
    for group in groups:
        inside = [points[i, j] for i in group for j in group if i < j]
        assert not inside or max(inside) >= SAME_POINTS


@given(scored(), scored())
def test_groups_depend_on_their_own_neighbourhood_only(one: tuple[int, Pairs], other: tuple[int, Pairs]) -> None:
    size, points = one
    shifted = {(i + size, j + size): value for (i, j), value in other[1].items()}
    both = _cluster(size + other[0], points | shifted)
    apart = _cluster(size, points) + [[item + size for item in group] for group in _cluster(*other)]
    assert both == apart
