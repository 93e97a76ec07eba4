"""Bytes to reports: text, Markdown, web pages and JSON lines, from files, folders and standard input."""

from rasid.sources.decode import decode
from rasid.sources.files import MAX_BYTES, name_in
from rasid.sources.html import MAX_TAGS
from rasid.sources.jsonl import MAX_LINE
from rasid.sources.language import READ_LANGUAGES, language_of
from rasid.sources.opening import SUFFIXES, named_reports, open_reports
from rasid.sources.published import parse_published, parse_retrieved

__all__ = [
    "MAX_BYTES",
    "MAX_LINE",
    "MAX_TAGS",
    "READ_LANGUAGES",
    "SUFFIXES",
    "decode",
    "language_of",
    "name_in",
    "named_reports",
    "open_reports",
    "parse_published",
    "parse_retrieved",
]
