"""How far a share may lie off, by drawing the reports again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

DRAWS = 2000
"""Draws of a bootstrap; 2.5 % tails then rest on 50 draws each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of `n` cases with its 95 % percentile bootstrap interval; None where there is nothing to share."""

    name: str
    hits: int
    n: int
    low: float | None
    high: float | None

    @property
    def value(self) -> float | None:
        """Hits over cases."""
        return self.hits / self.n if self.n else None


def share(name: str, by_report: Sequence[tuple[int, int]], *, seed: int = 0) -> Share:
    """Return the share of all hits in all cases, given (hits, cases) of each report.

    Reports are drawn, not cases, since the cases of one report stand and fall together. The same input gives the same
    interval.
    """
    hits, cases = sum(hit for hit, _ in by_report), sum(case for _, case in by_report)
    draws = sorted(_draws([pair for pair in by_report if pair[1]], random.Random(seed)))  # noqa: S311 - no secrets here
    low, high = (draws[int(0.025 * len(draws))], draws[int(0.975 * len(draws)) - 1]) if draws else (None, None)
    return Share(name=name, hits=hits, n=cases, low=low, high=high)


def _draws(by_report: Sequence[tuple[int, int]], dice: random.Random) -> list[float]:
    if not by_report:
        return []
    drawn = (dice.choices(by_report, k=len(by_report)) for _ in range(DRAWS))
    return [sum(hit for hit, _ in draw) / sum(case for _, case in draw) for draw in drawn]
