"""Plain text: the whole file is the body."""

from __future__ import annotations

from rasid.model.report import ReportFields
from rasid.sources.decode import decode
from rasid.sources.draft import Draft


def read_text(data: bytes) -> Draft:
    """Return the decoded text without fields; raises UnfitSourceError as decode does."""
    return Draft(decode(data), ReportFields())
