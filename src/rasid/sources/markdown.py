"""Markdown with front matter: fields between two lines of `---`, then the body, kept as it is.

The front matter is read here, not by a YAML library: seven flat fields need none, and YAML would turn
`language: no` into False and `id: 0010` into 8.
"""

from __future__ import annotations

import re

from rasid.model.report import ReportFields, normalise_text
from rasid.sources.decode import decode
from rasid.sources.draft import Draft
from rasid.sources.fields import FIELD_NAMES, fields_of
from rasid.sources.refusal import UnfitReportError

_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_PAIR = re.compile(r"(\w[\w -]*?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*")
_QUOTED = re.compile(r"""(["'])((?:(?!\1).)*)\1""")
_SEVERAL_LINES = re.compile(r"[|>][+-]?")


def read_markdown(data: bytes) -> Draft:
    """Return the body, all that follows the front matter, with its fields.

    A file that begins with a line `---` has front matter. Raises UnfitReportError if it does not end, or for
    a line that is no `key: value`, and for fields as fields_of does.
    """
    text = normalise_text(decode(data))
    begin = _FENCE.match(text)
    if begin is None:
        return Draft(text, ReportFields())
    end = _END.search(text, begin.end())
    if end is None:
        msg = "the front matter that begins in line 1 does not end; close it with a line ---"
        raise UnfitReportError(msg, reason="bad_field")
    return Draft(text[end.end() :], fields_of(_pairs(text[begin.end() : end.start()])))


def _pairs(block: str) -> dict[str, str]:
    """Read the lines; blank ones, comments, and indented or listed values of keys not known here are passed."""
    pairs: dict[str, str] = {}
    for number, line in enumerate(block.split("\n"), start=2):
        if line.strip() and not line.startswith(("#", " ", "\t", "- ")):
            key, value = _pair(number, line)
            pairs[key] = value
    return pairs


def _pair(number: int, line: str) -> tuple[str, str]:
    pair = _PAIR.fullmatch(line)
    key, value = (pair[1].lower(), pair[2] or "") if pair else ("", "")
    if pair is None or (key in FIELD_NAMES and _SEVERAL_LINES.fullmatch(value)):
        msg = f"line {number} of the front matter, {line!r:.80}, is not `key: value`; write it so, on one line"
        raise UnfitReportError(msg, reason="bad_field")
    quoted = _QUOTED.fullmatch(value)
    return key, quoted[2] if quoted else value
