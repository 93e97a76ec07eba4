"""Bootstrap intervals: how far a score would move if other documents of the same kind had been drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")
_ROUNDS = 1000
_SEED = 1992


def interval(units: Sequence[T], score: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """Return the 95 % percentile interval of `score` over 1,000 resamples of `units`; (0, 0) without units.

    A unit is what was sampled: a document or record with all its values, never a single value of it.
    The seed is fixed, so that the same units give the same interval.
    """
    if not units:
        return 0.0, 0.0
    random = Random(_SEED)  # noqa: S311 - resampling, not secrecy
    scores = sorted(score(random.choices(units, k=len(units))) for _ in range(_ROUNDS))
    return scores[int(0.025 * _ROUNDS)], scores[int(0.975 * _ROUNDS) - 1]


def share(hits: Sequence[bool]) -> float:
    """Return the share of hits, 0 when there are none to count."""
    return sum(hits) / len(hits) if hits else 0.0


def told(name: str, value: float, bounds: tuple[float, float], count: int) -> str:
    """Return one printed line: the score, its interval and the number of units."""
    return f"{name:<22}{value:>8.3f}   [{bounds[0]:.3f}, {bounds[1]:.3f}]   n {count}"


def share_line(name: str, hits: Sequence[bool]) -> str:
    """Return the printed line of a share of hits."""
    return told(name, share(hits), interval(hits, share), len(hits))
