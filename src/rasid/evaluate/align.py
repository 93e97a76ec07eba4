"""Which coded incident is which of the key's, within one report."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.evaluate.agreement import (
    same_date,
    same_killed,
    same_perpetrator,
    same_place,
    same_target,
    same_type,
)
from rasid.evaluate.incident import ScoredIncident

# Points for what tells two incidents of one report apart; two that share only a type and a date are not taken for one.
_POINTS = ((same_type, 2.0), (same_place, 1.5), (same_killed, 1.0), (same_target, 1.0), (same_perpetrator, 0.75), (same_date, 0.75))  # fmt: skip
LEAST = 3.0
"""Points below which a coded incident is not held to be the key's."""

Pair = tuple[int, int]


def align(key: Sequence[ScoredIncident], coded: Sequence[ScoredIncident]) -> tuple[Pair, ...]:
    """Return pairs of indexes, each incident in at most one: the best pair first, of equals the earlier in the text."""
    scored = [(-_points(left, right), i, j) for i, left in enumerate(key) for j, right in enumerate(coded)]
    pairs: dict[int, int] = {}
    for points, i, j in sorted(scored):
        if -points >= LEAST and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return tuple(sorted(pairs.items()))


def _points(key: ScoredIncident, coded: ScoredIncident) -> float:
    return sum(points for agrees, points in _POINTS if agrees(key, coded))
