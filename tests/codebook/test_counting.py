from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.codebook import CountRule, load_codebook
from rasid.errors import CodebookError
from rasid.model import Count

RULES = load_codebook().count_rules


@pytest.mark.parametrize(
    ("rule", "stated", "count"),
    [
        ("exact", (4,), Count.exactly(4)),
        ("at_least", (11,), Count(low=11, best=11)),
        ("more_than", (20,), Count(low=21)),
        ("up_to", (30,), Count(high=30)),
        ("about", (25,), Count(low=22, best=25, high=28)),
        ("about", (30,), Count(low=27, best=30, high=33)),
        ("about", (1,), Count(low=0, best=1, high=2)),
        ("nearly", (40,), Count(low=36, best=40, high=40)),
        ("range", (11, 15), Count(low=11, best=13, high=15)),
        ("range", (15, 12), Count(low=12, best=13, high=15)),
        ("two_values", (12, 11), Count(low=11, best=11, high=12)),
        ("in_addition", (11, 12), Count(low=11, best=12, high=12)),
        ("toll_update", (14,), Count.exactly(14)),
        ("plural", (), Count(low=2)),
        ("several", (), Count(low=3)),
        ("dozens", (), Count(low=24)),
        ("scores", (), Count(low=40)),
        ("hundreds", (), Count(low=200)),
        ("none_hurt", (), Count.exactly(0)),
    ],
)
def test_a_rule_gives_the_count_of_the_profile(rule: str, stated: tuple[int, ...], count: Count) -> None:
    assert load_codebook().count_rule(rule).count(*stated) == count


@given(st.sampled_from(RULES), st.integers(0, 10**6), st.integers(0, 10**6))
def test_every_rule_gives_an_ordered_count_around_the_stated_numbers(rule: CountRule, n: int, m: int) -> None:
    stated = (n, m)[: rule.wants]
    count = rule.count(*stated)
    assert count.known
    if stated and count.low is not None and rule.id != "more_than":
        assert count.low <= min(stated)
    if stated and count.high is not None:
        assert count.high >= max(stated)


def test_a_rule_refuses_a_wrong_number_of_stated_numbers() -> None:
    with pytest.raises(CodebookError, match="'range' wants 2 stated numbers, not 1"):
        load_codebook().count_rule("range").count(11)
