from __future__ import annotations

from datetime import date
from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.linking.settle import Origin, settle
from rasid.linking.settle.counts import compatible, envelope
from rasid.model import Count, Settled
from tests.make import c, m, n, t


def _killed(*given: Any, origins: dict[str, Origin] | None = None) -> Settled[Count]:
    mentions = [m(f"r{i}", killed=value) for i, value in enumerate(given, start=1)]
    return settle(mentions, origins or {}).killed


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        ([11], 11),
        ([11, 14], (11, 11, 14)),
        ([11, 12, 14], (11, 12, 14)),
        ([(11, 11, None), 12], (11, 11, 12)),
        ([(3, None, None), 11], 11),
        ([(3, None, None), (5, None, None)], (3, None, None)),
        ([(40, 40, None), 12], (12, 12, None)),
        ([(None, None, 30), 12], (12, 12, 30)),
        ([(None, None, 5), (10, 10, None)], (10, 10, None)),
        ([0, 3], (0, 0, 3)),
    ],
)
def test_the_envelope_over_accounts(given: list[Any], settled: Any) -> None:
    result = _killed(*(t(n(value)) for value in given))
    assert result.value == n(settled)
    assert result.rule == "counts.envelope"


def test_two_totals_in_one_report_take_the_lower_as_best() -> None:
    assert _killed([t(n((11, 11, None))), t(12)]).value == n((11, 11, 12))


def test_a_publisher_has_one_voice_its_latest() -> None:
    origins = {
        "r1": Origin("A", date(2022, 1, 21)),
        "r2": Origin("A", date(2022, 1, 22)),
        "r3": Origin("B", date(2022, 1, 22)),
        "r4": Origin("C", date(2022, 1, 22)),
    }
    result = _killed(5, 9, 9, 7, origins=origins)
    assert result.value == n((5, 9, 9))
    assert result.against == ("r1:1", "r4:1")


def test_a_later_account_of_a_risen_toll_replaces_lower_earlier_ones() -> None:
    origins = {f"r{i}": Origin(f"P{i}", date(2022, 1, 20 + i)) for i in (1, 2, 3)}
    risen = c(t(14), "r3", rule="counts.toll_update")
    result = _killed(11, 20, risen, origins=origins)
    assert (result.value, result.rule) == (n((14, 14, 20)), "counts.rising_toll")
    assert result.against == ("r1:1", "r2:1")
    same_day = dict.fromkeys(("r1", "r2", "r3"), Origin("P", date(2022, 1, 21)))
    assert _killed(11, 20, risen, origins=same_day).rule == "counts.envelope"


def test_tolls_that_exclude_each_other_are_a_conflict() -> None:
    conflicts = settle([m("r1", killed=3), m("r2", killed=5)], {}).conflicts
    assert [(conflict.field, conflict.values) for conflict in conflicts] == [("killed", (("r1:1", "3"), ("r2:1", "5")))]
    assert settle([m("r1", killed=t(n((3, None, None)))), m("r2", killed=5)], {}).conflicts == ()


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low, best, high = sorted(draw(st.tuples(*[st.integers(0, 60)] * 3)))
    return Count(
        low=draw(st.sampled_from([low, None])),
        best=draw(st.sampled_from([best, None])),
        high=draw(st.sampled_from([high, None])),
    )


@given(st.lists(counts(), max_size=5))
def test_an_envelope_is_a_count_in_any_order_and_bounds_what_it_holds(given: list[Count]) -> None:
    results = {envelope(order, min) for order in permutations(given[:4])} | {envelope(given[:4], min)}
    assert len(results) == 1
    result = results.pop()
    known = [value for value in (result.low, result.best, result.high) if value is not None]
    assert all(left <= right for left, right in pairwise(known))
    for count in given[:4]:
        if result.high is not None and count.high is not None:
            assert count.high <= result.high


@given(counts(), counts())
def test_compatible_is_symmetric_and_holds_for_itself(left: Count, right: Count) -> None:
    assert compatible(left, left)
    assert compatible(left, right) == compatible(right, left)
