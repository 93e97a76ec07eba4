"""Scores of resolved place names: what the literature reports, and whether confidence can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import mean, median

HALF_ROUND_KM = 20039.0
"""The error of a name that was not resolved: half the way round the globe."""
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer for one gold name.

    `km` is the great-circle error, None where nothing was resolved; `confidence` lies in [0, 1]; `exact` tells whether it is the
    same entry of GeoNames, None where the gold has no number; `chosen` is the place in words.
    """

    surface: str
    km: float | None
    confidence: float = 0.0
    exact: bool | None = None
    chosen: str = ""

    @property
    def near(self) -> bool:
        """Whether the answer lies within 161 km (100 miles)."""
        return self.km is not None and self.km <= NEAR_KM


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares in [0, 1], distances in km; `auc` is the area under ln(error + 1) over ln(20039) * (n - 1), lower is better."""

    n: int
    acc161: float
    mean_km: float
    median_km: float
    auc: float
    exact_id: float | None
    calibration_error: float | None


def score(answers: Sequence[Answer]) -> Score:
    """The score of the answers; raises ValueError for fewer than two, of which no area can be taken."""
    if len(answers) < 2:
        msg = f"{len(answers)} gold names with coordinates: a score needs two or more"
        raise ValueError(msg)
    km = sorted(HALF_ROUND_KM if answer.km is None else answer.km for answer in answers)
    logs = [log(error + 1) for error in km]
    known = [answer.exact for answer in answers if answer.exact is not None]
    return Score(
        n=len(km),
        acc161=mean(answer.near for answer in answers),
        mean_km=mean(km),
        median_km=median(km),
        auc=sum((one + other) / 2 for one, other in pairwise(logs)) / (log(HALF_ROUND_KM) * (len(km) - 1)),
        exact_id=mean(known) if known else None,
        calibration_error=calibration_error(answers),
    )


def calibration_error(answers: Sequence[Answer]) -> float | None:
    """Mean distance between stated confidence and share within 161 km over tenths of confidence; None where none is stated."""
    if not any(answer.confidence for answer in answers):
        return None
    tenths = reliability(answers)
    return sum(abs(stated - near) * n for _, n, stated, near in tenths) / sum(n for _, n, _, _ in tenths)


def reliability(answers: Sequence[Answer], bins: int = 10) -> list[tuple[float, int, float, float]]:
    """For each tenth of confidence: its lower end, number of resolved names, mean confidence, share within 161 km."""
    found = []
    for index in range(bins):
        members = [a for a in answers if a.km is not None and min(int(a.confidence * bins), bins - 1) == index]
        if members:
            stated = mean(answer.confidence for answer in members)
            found.append((index / bins, len(members), stated, mean(answer.near for answer in members)))
    return found


def f1(right: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing is right."""
    return 2 * right / (found + gold) if right else 0.0
