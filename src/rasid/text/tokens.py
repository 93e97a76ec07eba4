"""Text into tokens, with code-point offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

ABBREVIATIONS = (
    "mr|mrs|ms|dr|st|lt|gen|col|maj|sgt|mt|capt|brig|cpl|pvt|adm|cmdr|rev|prof|hon|pres|sen|rep|gov|jr|sr|no|vs|approx|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|inc|ltd|co|corp|etc"
)
# What a rare kind of word ends with is looked at before the word is tried: half the time.
_TOKEN = re.compile(
    rf"""
      \d+(?:[.,:]\d+)*(?:-?[^\W\d_]+(?:-[^\W\d_]+)*)?  # 1,200  5th  9-year-old  30mm
    | (?:[^\W\d_]\.){{2,}}                              # U.S.
    | ['’]s\b | n['’]t\b                                # the genitive and "not" stand alone
    | (?=[^\W\d_]++['’])[^\W\d_]+?(?=n['’]t\b)
    | \b(?=\w++\.)(?:{ABBREVIATIONS})\.                 # a title keeps its point
    | [^\W_]+(?:(?:-|–|/|['’](?!s\b))[^\W_]+)*          # words, with hyphens and apostrophes inside
    | \S                                                # any other sign, one by one
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """A word or sign: lower-case form, and `[start, end)` in code points of the text it came from."""

    form: str
    start: int
    end: int


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split `text[start:end]` into tokens; linear in its length, offsets count from the start of `text`."""
    stop = len(text) if end is None else end
    return [Token(match.group().lower(), match.start(), match.end()) for match in _TOKEN.finditer(text, start, stop)]
