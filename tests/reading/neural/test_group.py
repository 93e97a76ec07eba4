from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from rasid.reading.neural.group import group

Pair = tuple[int, int]


def _links(number: int, chances: dict[Pair, float]) -> NDArray[np.float64]:
    links = np.zeros((number, number))
    for pair, chance in chances.items():
        links[pair] = chance
    return links


def test_pairs_that_score_high_are_joined() -> None:
    assert group(_links(4, {(0, 1): 0.9, (2, 3): 0.8, (0, 2): 0.1}), 0.5) == [[0, 1], [2, 3]]


def test_one_high_pair_does_not_chain_two_groups() -> None:
    chances = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.9, (0, 2): 0.05, (0, 3): 0.05, (1, 3): 0.05}
    assert group(_links(4, chances), 0.5) == [[0, 1], [2, 3]]


def test_the_mean_over_all_pairs_of_two_groups_joins_them() -> None:
    chances = {(0, 2): 0.9, (0, 1): 0.7, (1, 2): 0.5, (0, 3): 0.1, (1, 3): 0.1, (2, 3): 0.8}
    assert group(_links(4, chances), 0.55) == [[0, 1, 2], [3]]
    assert group(_links(4, chances), 0.62) == [[0, 2], [1], [3]]


def test_nothing_is_in_no_group() -> None:
    assert group(np.zeros((0, 0)), 0.5) == []


@given(
    st.integers(min_value=0, max_value=7).flatmap(
        lambda n: st.tuples(
            st.just(n), st.fixed_dictionaries({pair: st.floats(-0.3, 1) for pair in combinations(range(n), 2)})
        )
    )
)
def test_every_trigger_is_in_one_group_and_joined_only_above_the_least(case: tuple[int, dict[Pair, float]]) -> None:
    number, chances = case
    groups = group(_links(number, chances), 0.5)
    assert sorted(at for members in groups for at in members) == list(range(number))
    assert groups == sorted(groups)
    for left, right in combinations(groups, 2):
        links = [chances[min(a, b), max(a, b)] for a in left for b in right]
        assert sum(links) / len(links) <= 0.5 + 1e-9
