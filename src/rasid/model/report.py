"""One published text, as it was read."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict, Unpack

from rasid.errors import ReportError

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text, immutable; `text` is NFC and every offset in the record counts its code points.

    `report_id` is derived from the text alone (see `report_id_of`), so the same text is the same report
    wherever it was found. `source_id` is the id that the supplier gave it. Raises ReportError for a text
    without a visible character, or when publication lies after retrieval.
    """

    report_id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    retrieved: datetime | None = None
    language: str | None = None
    source_id: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            msg = f"report {self.source_id or self.url or self.title!r} has no text; give a text with words in it"
            raise ReportError(msg)
        if self.retrieved is not None and self.published is not None:
            _check_order(self.published, self.retrieved)

    @property
    def published_day(self) -> date | None:
        """The local calendar day of publication, or None when it is unknown."""
        published = self.published
        return published.date() if isinstance(published, datetime) else published


class ReportFields(TypedDict, total=False):
    """What may be known of a report besides its text; names as in Report."""

    title: str | None
    publisher: str | None
    url: str | None
    published: date | None
    retrieved: datetime | None
    language: str | None
    source_id: str | None


def make_report(text: str, **fields: Unpack[ReportFields]) -> Report:
    """Build a Report from raw text: normalises to NFC with newline line ends and derives the id.

    Raises ReportError as Report does.
    """
    clean = normalise_text(text)
    return Report(report_id=report_id_of(clean), text=clean, **fields)


def normalise_text(text: str) -> str:
    """Return `text` as NFC, without a byte order mark, line ends as newlines; offsets count from here on."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def report_id_of(text: str) -> str:
    """Return the content id of a text: 16 hex digits of the SHA-256 over its words, blanks squeezed."""
    squeezed = _BLANKS.sub(" ", normalise_text(text)).strip()
    return hashlib.sha256(squeezed.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _check_order(published: date, retrieved: datetime) -> None:
    """Refuse a publication that lies after its retrieval; a day of slack covers time zones."""
    day = published.date() if isinstance(published, datetime) else published
    if (day - retrieved.date()).days > 1:
        msg = f"published {published.isoformat()} lies after its retrieval {retrieved.isoformat()}; check the date"
        raise ReportError(msg)
