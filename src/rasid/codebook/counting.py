"""Number words into low / best / high by the rules of the codebook's vague-number profile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from rasid.errors import CodebookError
from rasid.model import Count

_Term = Callable[[int, int], int | None]
# A term over the stated numbers n < m; the tenths are rounded outward, in whole numbers throughout.
TERMS: MappingProxyType[str, _Term] = MappingProxyType(
    {
        "none": lambda _n, _m: None,
        "n": lambda n, _m: n,
        "m": lambda _n, m: m,
        "n+1": lambda n, _m: n + 1,
        "n-10%": lambda n, _m: n * 9 // 10,
        "n+10%": lambda n, _m: -(-n * 11 // 10),
        "mid": lambda n, m: (n + m) // 2,
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRule:
    """One rule: which words it reads, and what they give.

    `low`, `best` and `high` are whole numbers or terms (see TERMS). `example` are words with the stated numbers in
    `stated`; `gives` is what the rule must make of them. Raises CodebookError for a term that there is not.
    """

    id: str
    definition: str
    low: str | int
    best: str | int
    high: str | int
    example: str
    stated: tuple[int, ...]
    gives: Count

    def __post_init__(self) -> None:
        for term in (self.low, self.best, self.high):
            if isinstance(term, str) and term not in TERMS:
                msg = f"count rule {self.id!r}: there is no term {term!r}; use a whole number or {', '.join(TERMS)}"
                raise CodebookError(msg)

    @property
    def wants(self) -> int:
        """How many stated numbers the rule needs: 0 for a vague word, 1 for n, 2 for n and m."""
        terms = {str(term) for term in (self.low, self.best, self.high)}
        if terms & {"m", "mid"}:
            return 2
        return int(any(term.startswith("n") and term != "none" for term in terms))

    def count(self, *stated: int) -> Count:
        """Return the count for the stated numbers, in any order.

        Raises CodebookError when their number is not what the rule wants.
        """
        if len(stated) != self.wants:
            msg = f"count rule {self.id!r} wants {self.wants} stated numbers, not {len(stated)}: {stated}"
            raise CodebookError(msg)
        n, m = (min(stated), max(stated)) if stated else (0, 0)
        low, best, high = (
            TERMS[term](n, m) if isinstance(term, str) else term for term in (self.low, self.best, self.high)
        )
        return Count(low=low, best=best, high=high)
