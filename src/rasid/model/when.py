"""When something happened, in local calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rasid.errors import ModelError


class DatePrecision(StrEnum):
    """How finely the source dates the incident; the number is UCDP's date_prec where it has one."""

    day = "day"
    days = "days"
    week = "week"
    month = "month"
    year = "year"
    unknown = "unknown"

    @property
    def ucdp(self) -> int | None:
        """UCDP GED date_prec (codebook 19.1): 1 day, 2 span of 2-6 days, 3 week, 4 month, 5 year."""
        order = {"day": 1, "days": 2, "week": 3, "month": 4, "year": 5}
        return order.get(self.value)


class DateBasis(StrEnum):
    """What a date rests on."""

    explicit = "explicit"
    relative = "relative to publication"
    inferred = "inferred"
    unknown = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Earliest and latest local calendar day (both inclusive), how precise, and on what basis.

    `earliest` may be None alone ("on or before") and both are None when the text gives no time.
    Raises ModelError when the days are reversed.
    """

    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision = DatePrecision.unknown
    basis: DateBasis = DateBasis.unknown
    words: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            msg = f"when {self.words!r}: {self.earliest} to {self.latest} runs backwards"
            raise ModelError(msg)

    @property
    def known(self) -> bool:
        """Whether the text gives any date at all."""
        return self.earliest is not None or self.latest is not None

    def __str__(self) -> str:
        if not self.known:
            return "unknown"
        if self.earliest == self.latest:
            return str(self.earliest)
        return f"{self.earliest or ''}..{self.latest or ''}"
