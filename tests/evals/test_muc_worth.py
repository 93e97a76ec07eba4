"""Whether the key would hold a mention: readable features, weighted."""

from __future__ import annotations

import random

from evals.muc_fit import RARE, fit
from evals.muc_templates import KEEP, arguments_of, candidates, templates
from evals.muc_worth import features, weights, worth
from rasid.resolve import load_resolvers
from tests.evals.muc import read

TEXT = (
    "GUERRILLAS KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY. IN ANOTHER ATTACK ON SUNDAY, GUNMEN SHOT AT A BUS IN"
    " USULUTAN."
)


def test_features_tell_what_is_there_and_what_is_lacking() -> None:
    _, reading, coding = read(TEXT)
    first = features(coding.mentions[0], reading, arguments_of(reading, coding.mentions[0]))
    assert {"bias", "status=reported", "rank=1", "sentence=0", "has=killed", "has=place", "lacks=weapon"} <= set(first)
    assert not {"has=weapon", "lacks=killed"} & set(first)
    assert {name.partition("=")[0] for name in weights()} >= {"bias", "type", "has", "lacks"}


def test_the_worth_is_a_chance_and_decides_what_is_handed_over() -> None:
    report, reading, coding = read(TEXT)
    actors = load_resolvers().actors
    worths = {one.mention_id: worth(one, reading, arguments_of(reading, one)) for one in coding.mentions}
    assert all(0 < value < 1 for value in worths.values())
    kept = [mention.mention_id for mention, _ in templates(report, reading, coding, actors)]
    possible = [mention.mention_id for mention, _ in candidates(report, reading, coding, actors)]
    assert kept == [one for one in possible if worths[one] >= KEEP]


def test_fitting_finds_what_decides_and_leaves_rare_features_out() -> None:
    chance = random.Random(3)  # noqa: S311 - a made sample
    rows = [
        ["bias", *(["good"] if chance.random() < 0.5 else []), *(["noise"] if chance.random() < 0.5 else [])]
        for _ in range(200)
    ]
    rows[: RARE - 1] = [[*row, "rare"] for row in rows[: RARE - 1]]
    found = fit(rows, [int("good" in row) for row in rows])
    assert found == fit(rows, [int("good" in row) for row in rows])
    assert set(found) == {"bias", "good", "noise"}
    assert found["good"] > 2
    assert abs(found["noise"]) < 0.5
