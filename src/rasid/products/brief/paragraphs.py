"""Where the paragraphs of a report's text begin and end."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n]*\n?")
_ENDS_SENTENCE = re.compile(r"[.!?:;\u061f\u06d4][\"'\u2019\u201d\u00bb)\]]*\s*$")

# Texts wrapped by hand keep their lines within the width of a terminal; a few lines of a poem or a list do too.
_WRAP_WIDTH, _WRAP_LINES = 100, 6


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the stretches `[start, end)` of the paragraphs of `text`; blanks between them are left out.

    A blank line ends a paragraph, and so does every line end, unless the text was wrapped by hand: there a line ends a
    paragraph only with a sentence, or when it is too short to have been wrapped.
    """
    lines = [match.span() for match in _LINE.finditer(text) if match.group()]
    longest = max((end - start for start, end in lines), default=0)
    wrapped = longest <= _WRAP_WIDTH and len(lines) >= _WRAP_LINES
    found: list[tuple[int, int]] = []
    start = 0
    for first, end in lines:
        line = text[first:end]
        if not wrapped or not line.strip() or _ENDS_SENTENCE.search(line) or end - first < longest / 2:
            found.append((start, end))
            start = end
    found.append((start, len(text)))
    return [_trimmed(text, first, end) for first, end in found if text[first:end].strip()]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
