"""The fields that may stand beside a text, checked: the same names in a JSON line and in front matter.

Names other than FIELD_NAMES are ignored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rasid.model.report import ReportFields
from rasid.sources.draft import check_storable
from rasid.sources.published import parse_published, parse_retrieved
from rasid.sources.refusal import UnfitReportError

FIELD_NAMES = frozenset({"id", "title", "publisher", "url", "published", "retrieved", "language"})
"""The names that are read."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE | re.ASCII)


def fields_of(raw: Mapping[str, object]) -> ReportFields:
    """Return the known fields of `raw`, None where it is silent or blank.

    Raises UnfitReportError naming the field and the value for a wrong type, date or language code.
    """
    published, retrieved = string_of(raw, "published"), string_of(raw, "retrieved")
    return ReportFields(
        source_id=_identifier(raw),
        title=string_of(raw, "title"),
        publisher=string_of(raw, "publisher"),
        url=string_of(raw, "url"),
        published=parse_published(published) if published else None,
        retrieved=parse_retrieved(retrieved) if retrieved else None,
        language=_language(string_of(raw, "language")),
    )


def string_of(raw: Mapping[str, object], name: str) -> str | None:
    """Return the field as NFC without blanks around it, None if absent, null or blank; refuse other types."""
    value = raw.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        msg = f"{name} is {type(value).__name__} {value!r:.80}, not a string; write it in quotes or leave it out"
        raise UnfitReportError(msg, reason="bad_field")
    check_storable(name, value)
    return unicodedata.normalize("NFC", value).strip() or None


def _identifier(raw: Mapping[str, object]) -> str | None:
    """A supplier's id may be a whole number; it is kept as its digits."""
    value = raw.get("id")
    return str(value) if type(value) is int else string_of(raw, "id")


def _language(value: str | None) -> str | None:
    """Keep the language of a tag such as "en" or "en-GB" (RFC 5646), in small letters."""
    if value is None:
        return None
    if tag := _LANGUAGE.fullmatch(value):
        return tag[1].lower()
    msg = f"language {value!r:.80} is not a language code; write ISO 639-1, such as en or ar"
    raise UnfitReportError(msg, reason="bad_field")
