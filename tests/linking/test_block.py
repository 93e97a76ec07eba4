from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from rasid.linking.block import CAP, candidate_pairs, keys_of
from rasid.linking.profile import Profile, profile_of
from rasid.model import PlacePrecision
from tests.linking.world import world
from tests.make import m, p, r

COUNTRY = PlacePrecision.country


def _profile(text: str, published: str | None = None, **facets: Any) -> Profile:
    report = r(text, published)
    return profile_of(m(report, **facets), report)


def _meet(left: dict[str, Any], right: dict[str, Any]) -> bool:
    return list(candidate_pairs([_profile("One text.", **left), _profile("Another text.", **right)])) == [(0, 1)]


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ({"when": "2022-01-21", "where": "Kut"}, {"when": "2022-01-22", "where": "Kut", "event_type": "bombing"}, True),
        ({"when": "2022-01-21", "where": "Kut"}, {"when": "2022-03-22", "where": "Kut"}, False),
        ({"when": "2022-01-21", "where": "Kut"}, {"published": "2022-01-23", "where": "Kut"}, True),
        ({"when": "2022-01-21", "where": "Kut"}, {"where": "Kut", "role": "background"}, True),
        ({"when": "2022-01-21", "where": "Kut"}, {"where": "Hayy", "role": "background"}, False),
        ({"when": "2022-01-21", "where": "Kut", "killed": 32}, {"where": p("Iraq", COUNTRY), "killed": 32}, True),
        ({"where": "Kut", "by": "Group A"}, {"where": "Hayy", "by": "Group A"}, True),
        ({"when": "2022-01-21", "where": "Kut"}, {"when": "2022-01-21", "where": p("Iraq", COUNTRY)}, True),
        ({"when": "2022-01-21", "killed": 7}, {"when": "2022-01-21", "killed": 7, "event_type": "bombing"}, True),
        ({"when": "2022-01-21", "by": "Group A"}, {"when": "2022-01-22", "at": "police", "by": "Group A"}, True),
        ({}, {}, False),
    ],
)
def test_who_meets(left: dict[str, Any], right: dict[str, Any], *, meet: bool) -> None:
    assert _meet(left, right) is meet
    assert _meet(right, left) is meet


def test_points_on_both_sides_of_a_border_meet() -> None:
    left = {"when": "2022-01-21", "event_type": "riot", "where": p("A", lat=32.99, lon=45.0, country="IQ")}
    right = {"when": "2022-01-21", "event_type": "attack", "where": p("B", lat=33.01, lon=45.0, country="IR")}
    assert _meet(left, right)


def test_mentions_of_one_report_never_meet() -> None:
    report = r()
    profiles = [profile_of(m(report, number, when="2022-01-21", where="Kut"), report) for number in (1, 2)]
    assert list(candidate_pairs(profiles)) == []


def test_a_large_block_gives_each_mention_a_bounded_number_of_candidates() -> None:
    count = 300
    profiles = [_profile(f"Report {i}.", when="2022-01-21", where="Kut", killed=i % 50) for i in range(count)]
    pairs = list(candidate_pairs(profiles))
    keys = max(len(keys_of(profile)) for profile in profiles)
    assert len(pairs) <= count * CAP * keys / 2
    assert len(pairs) < count * (count - 1) / 2
    same_toll = {(i, j) for i, j in combinations(range(count), 2) if i % 50 == j % 50}
    assert same_toll <= set(pairs)


def test_pairs_are_ascending_unique_and_miss_no_true_pair_of_a_made_up_record() -> None:
    told = [(profile_of(coding.mentions[0], report), report.source_id) for report, coding in world(300)]
    pairs = list(candidate_pairs([profile for profile, _ in told]))
    assert pairs == sorted(set(pairs))
    true = {(i, j) for i, j in combinations(range(len(told)), 2) if told[i][1] == told[j][1]}
    assert len(true - set(pairs)) <= 0.01 * len(true)
    assert len(pairs) < 0.3 * len(told) * (len(told) - 1) / 2
