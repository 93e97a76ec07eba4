from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rasid.reading.neural.group import group


def test_pairs_that_score_high_are_joined() -> None:
    assert group(4, {(0, 1): 0.9, (2, 3): 0.8, (0, 2): 0.1}, 0.5) == [[0, 1], [2, 3]]


def test_one_high_pair_does_not_chain_two_groups() -> None:
    chances = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.9, (0, 2): 0.05, (0, 3): 0.05, (1, 3): 0.05}
    assert group(4, chances, 0.5) == [[0, 1], [2, 3]]


@given(
    st.integers(min_value=0, max_value=7).flatmap(
        lambda n: st.tuples(
            st.just(n), st.fixed_dictionaries({pair: st.floats(0, 1) for pair in combinations(range(n), 2)})
        )
    )
)
def test_every_trigger_is_in_one_group(case: tuple[int, dict[tuple[int, int], float]]) -> None:
    number, chances = case
    groups = group(number, chances, 0.5)
    assert sorted(at for members in groups for at in members) == list(range(number))
