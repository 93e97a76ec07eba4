"""Numbers of people, with what is not known left unknown."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True, order=False)
class Count:
    """A number of people as low / best / high; None is unknown, which is never 0.

    Raises ModelError for a negative number or when low <= best <= high does not hold.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if any(value < 0 for value in known) or known != sorted(known):
            msg = f"count {self.low}/{self.best}/{self.high}: wants 0 <= low <= best <= high"
            raise ModelError(msg)

    @classmethod
    def exactly(cls, number: int) -> Count:
        """Return the count of a plain number: low = best = high."""
        return cls(low=number, best=number, high=number)

    @property
    def known(self) -> bool:
        """Whether any of the three numbers is known."""
        return self != Count()

    def __add__(self, other: Count) -> Count:
        """Add two disjoint groups; a side that is unknown in one stays unknown in the sum, but for low."""
        return Count(
            low=_add_known(self.low, other.low),
            best=None if self.best is None or other.best is None else self.best + other.best,
            high=None if self.high is None or other.high is None else self.high + other.high,
        )

    def __str__(self) -> str:
        if not self.known:
            return "unknown"
        if self.low == self.best == self.high:
            return str(self.best)
        return "/".join("?" if value is None else str(value) for value in (self.low, self.best, self.high))


def _add_known(left: int | None, right: int | None) -> int | None:
    """Add lower bounds: a group of unknown size adds nothing to what is certain."""
    if left is None or right is None:
        return right if left is None else left
    return left + right
