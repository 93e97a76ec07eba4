"""Evidence: where in a report's text something stands."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.errors import ModelError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of `Report.text`, in Unicode code points (not bytes).

    Raises ModelError when the stretch is empty, reversed or starts below zero.
    """

    report_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"span [{self.start}, {self.end}) of report {self.report_id!r} is empty or reversed"
            raise ModelError(msg)

    def quote(self, text: str) -> str:
        """Return the words of `text` that this span covers; `text` must be the report's own."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span of the same report."""
        return self.report_id == other.report_id and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point of the same report."""
        return self.report_id == other.report_id and self.start < other.end and other.start < self.end
