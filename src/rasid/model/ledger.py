"""The account of a run: nothing that came in is lost without a line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One report or file that was not kept: where it came from, why, and in which words."""

    source: str
    reason: str
    detail: str = ""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Counts of a run: taken in = kept + rejected (by reason) + failed (by reason)."""

    kept: int = 0
    rejected: list[LedgerEntry] = field(default_factory=list)
    failed: list[LedgerEntry] = field(default_factory=list)

    @property
    def taken_in(self) -> int:
        """How many came in."""
        return self.kept + len(self.rejected) + len(self.failed)

    def keep(self) -> None:
        """Count one kept."""
        self.kept += 1

    def reject(self, source: str, reason: str, detail: str = "") -> None:
        """Count one that was read and set aside by rule, such as a duplicate or a language not read."""
        self.rejected.append(LedgerEntry(source=source, reason=reason, detail=detail))

    def fail(self, source: str, reason: str, detail: str = "") -> None:
        """Count one that could not be taken in, such as a broken line."""
        self.failed.append(LedgerEntry(source=source, reason=reason, detail=detail))

    def summary(self) -> dict[str, object]:
        """Return the account as plain values, reasons in alphabetical order."""
        return {
            "in": self.taken_in,
            "kept": self.kept,
            "rejected": _by_reason(self.rejected),
            "failed": _by_reason(self.failed),
        }

    def __str__(self) -> str:
        return (
            f"in {self.taken_in} = kept {self.kept} + rejected {len(self.rejected)}{_show(self.rejected)}"
            f" + failed {len(self.failed)}{_show(self.failed)}"
        )


def _by_reason(entries: list[LedgerEntry]) -> dict[str, int]:
    return dict(sorted(Counter(entry.reason for entry in entries).items()))


def _show(entries: list[LedgerEntry]) -> str:
    reasons = ", ".join(f"{reason}: {number}" for reason, number in _by_reason(entries).items())
    return f" ({reasons})" if reasons else ""
