from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rasid.linking.profile import Profile, profile_of
from rasid.linking.score import LIMIT, MODEL, judge, log_odds, probability, verdict_of
from rasid.model import PlacePrecision, Verdict
from tests.make import m, p, r

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "linking.toml").read_text("utf-8"))["cases"]
POINTS = {"Kut": (32.5, 45.8), "Mosul": (36.3, 43.1)}


def _profile(text: str, facets: dict[str, Any]) -> Profile:
    facets = dict(facets)
    if "admin1" in facets:
        facets["where"] = p(facets.pop("admin1"), PlacePrecision.admin1)
    elif "city" in facets:
        facets["where"] = p(facets.pop("city"), lat=33.3, lon=44.4, extent_km=15.0, admin1="Baghdad")
    elif "where" in facets:
        lat, lon = POINTS[facets["where"]]
        facets["where"] = p(facets["where"], lat=lat, lon=lon, admin1=facets["where"])
    report = r(text, "2022-01-24")
    return profile_of(m(report, **facets), report)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_boundary_cases(case: dict[str, Any]) -> None:
    left, right = _profile("One text.", case["left"]), _profile("Another one.", case["right"])
    assert judge(left, right).verdict is Verdict(case["verdict"])
    assert judge(left, right) == judge(right, left)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reasons_add_up_to_the_score_and_fast_scoring_agrees_with_judging(case: dict[str, Any]) -> None:
    left, right = _profile("One text.", case["left"]), _profile("Another one.", case["right"])
    judgement = judge(left, right)
    assert probability(sum(reason.points for reason in judgement.reasons)) == judgement.score
    assert all(reason.text for reason in judgement.reasons)
    assert verdict_of(probability(log_odds(left, right))) is judgement.verdict
    if judgement.verdict is not Verdict.different:
        assert probability(log_odds(left, right)) == judgement.score


def test_a_pair_weighs_no_more_than_the_limit() -> None:
    alike = {
        "event_type": "bombing",
        "when": "2022-01-21",
        "where": "Kut",
        "killed": 40,
        "by": "Group A",
        "at": "police",
    }
    text = "Forty people were killed by a bomb outside the police station of the town"
    left, right = _profile(text, alike), _profile(text + " again", alike)
    assert log_odds(left, right) == LIMIT
    assert judge(left, right).score > 0.99


def test_features_have_names_of_their_own() -> None:
    assert len({feature.name for feature in MODEL}) == len(MODEL)
