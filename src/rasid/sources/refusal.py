"""Why an input was not taken in: errors of the tree, with the word under which the ledger counts the cause."""

from __future__ import annotations

from typing import Literal

from rasid.errors import InputError, ReportError, SourceError

SourceReason = Literal[
    "missing", "unreadable", "unsupported", "too_large", "not_text", "no_reports", "no_article"
]  # fmt: skip
"""Why a file is not taken in."""

ReportReason = Literal["empty", "too_large", "bad_json", "bad_field", "bad_date", "bad_text"]
"""Why a report is not taken in."""


class UnfitSourceError(SourceError):
    """A file that is not taken in; `reason` is the ledger's word for the cause."""

    def __init__(self, message: str, *, reason: SourceReason) -> None:
        super().__init__(message)
        self.reason = reason


class UnfitReportError(ReportError):
    """A report that is not taken in; `reason` is the ledger's word for the cause."""

    def __init__(self, message: str, *, reason: ReportReason) -> None:
        super().__init__(message)
        self.reason = reason


def reason_of(error: InputError) -> str:
    """Return the ledger's word for the cause; "unfit" for a refusal by the record's own rules."""
    return error.reason if isinstance(error, UnfitSourceError | UnfitReportError) else "unfit"
