"""Whether two mentions tell one incident: named features, their weights, a score with its reasons.

The weights are log-odds as in Fellegi and Sunter (1969): what full agreement adds and what full disagreement takes
away. They are set by hand on the boundary cases of tests/cases/linking.toml.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log

from rasid.linking.compare import (
    Likeness,
    actors,
    counts,
    event_types,
    places,
    texts,
    times,
    weapons,
)
from rasid.linking.profile import Profile
from rasid.model import Judgement, Reason, Verdict

NAME = "rasid.linking/1"


@dataclass(frozen=True, slots=True)
class Feature:
    """A facet's comparison and what it is worth in log-odds: `agree` at likeness 1, `differ` at likeness -1."""

    name: str
    compare: Callable[[Profile, Profile], Likeness]
    agree: float
    differ: float

    def points(self, value: float) -> float:
        """Return the log-odds of a likeness in [-1, 1], to two digits: what people are shown is what is summed."""
        return round(value * (self.agree if value > 0 else self.differ), 2)


# What speaks against comes first, so that most pairs are settled by two comparisons.
MODEL = (
    Feature("days", times.compare, agree=2.0, differ=6.0),
    Feature("place", places.compare, agree=2.5, differ=5.0),
    Feature("event type", event_types.compare, agree=0.8, differ=4.0),
    Feature("killed", counts.compare_killed, agree=2.0, differ=3.0),
    Feature("injured", counts.compare_injured, agree=1.5, differ=1.5),
    Feature("perpetrators", actors.compare_perpetrators, agree=1.2, differ=2.0),
    Feature("targets", actors.compare_targets, agree=1.0, differ=1.5),
    Feature("weapons", weapons.compare, agree=0.6, differ=1.0),
    Feature("words", texts.compare, agree=3.0, differ=0.0),
)
PRIOR = Reason(
    feature="prior", points=-4.0, text="most pairs of accounts from one area and time tell different incidents"
)
SAME = 0.75
UNSURE = 0.35
SAME_POINTS = log(SAME / (1 - SAME))
UNSURE_POINTS = log(UNSURE / (1 - UNSURE))
# Log-odds beyond this are certain enough; a single pair shall not outweigh all others of a cluster.
LIMIT = 6.0

# What the features from each position on can still add at most.
_REST = tuple(sum(feature.agree for feature in MODEL[start:]) for start in range(len(MODEL)))


def judge(left: Profile, right: Profile) -> Judgement:
    """Return the judgement on two mentions of different reports, with the reasons that moved it, strongest first."""
    first, second = sorted((left, right), key=lambda profile: profile.mention_id)
    reasons = [PRIOR, *_reasons(first, second)]
    score = probability(sum(reason.points for reason in reasons))
    reasons.sort(key=lambda reason: (-abs(reason.points), reason.feature))
    return Judgement(
        left=first.mention_id,
        right=second.mention_id,
        verdict=verdict_of(score),
        score=score,
        reasons=tuple(reasons),
        by=NAME,
    )


def log_odds(left: Profile, right: Profile) -> float:
    """Return the log-odds that two mentions tell one incident, within +-LIMIT.

    Where the rest cannot bring a pair back to "unsure" it is not looked at, and the sum so far is returned.
    """
    total = PRIOR.points
    for feature, rest in zip(MODEL, _REST, strict=True):
        if total + rest < UNSURE_POINTS:
            break
        total += feature.points(feature.compare(left, right).value)
    return max(-LIMIT, min(LIMIT, total))


def verdict_of(score: float) -> Verdict:
    """Return the verdict that a score in [0, 1] stands for."""
    if score >= SAME:
        return Verdict.same
    return Verdict.unsure if score >= UNSURE else Verdict.different


def probability(points: float) -> float:
    """Return the logistic of log-odds, to four digits."""
    return round(1 / (1 + exp(-max(-2 * LIMIT, min(2 * LIMIT, points)))), 4)


def _reasons(left: Profile, right: Profile) -> list[Reason]:
    found = []
    for feature in MODEL:
        value, text = feature.compare(left, right)
        if value != 0.0:
            found.append(Reason(feature=feature.name, points=feature.points(value), text=text))
    return found
