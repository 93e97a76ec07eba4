"""Text into paragraphs and sentences, as half-open code-point stretches."""

from __future__ import annotations

import re

from rasid.text.tokens import ABBREVIATIONS

Stretch = tuple[int, int]

_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(r"\s*(?:[-*•–—#>]+|\d{1,2}[.)])\s")
_STOPPED_LINE = re.compile(r"[.!?…:;]['\"”’)\]]*[ \t]*\n")
_OPEN_END = re.compile(
    r"(?:[,–-]|\b(?:a|an|the|of|in|on|at|to|by|and|or|for|with|from|near|its|their))\s*$", re.IGNORECASE
)
_STOP = re.compile(
    r"""(?<![.!?…])(?:(?<!\b[A-Za-z])|(?=[.!?…]{2}))  # not the point of an initial: J. Smith
        (?P<stop>[.!?…]++['"”’)\]]*+)
        (?=\s+["'“‘(\[]*[^\W_a-z]|\s*$)              # the next word does not begin in lower case""",
    re.VERBOSE,
)
_ABBREVIATED = re.compile(rf"(?:^|\W)(?:{ABBREVIATIONS})\.$", re.IGNORECASE)
_INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")
_WIDE_LINE = 130
_HEADING_WORDS = 5


def paragraphs(text: str) -> list[Stretch]:
    """Return the paragraphs of `text` without surrounding blanks.

    A blank line, a bullet or a heading parts them. Single newlines part them too when lines are long (one paragraph a
    line), and are soft where the text is wrapped at a narrow width or the next line goes on in lower case.
    """
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match.end() > match.start()]
    wide = any(end - start > _WIDE_LINE for start, end in lines)
    longest = max((end - start - 1 for start, end in lines[1:]), default=0)
    found: list[Stretch] = []
    begin: int | None = None
    for at, (start, end) in enumerate(lines):
        line = text[start:end]
        if not line.strip():
            _close(text, begin, start, found)
            begin = None
            continue
        parted = wide and not line.lstrip()[:1].islower()
        if begin is not None and (parted or _BULLET.match(line) or _breaks(text, begin, lines, at, longest)):
            _close(text, begin, start, found)
            begin = None
        if begin is None:
            begin = start
    _close(text, begin, len(text), found)
    return found


def sentences(text: str) -> list[Stretch]:
    """Return the sentences of `text` in order, without surrounding blanks; linear in its length."""
    found: list[Stretch] = []
    for start, end in paragraphs(text):
        begin = start
        for match in _STOP.finditer(text, start, end):
            stop = match.end("stop")
            if stop < end and _is_abbreviation(text, begin, match):
                continue
            _close(text, begin, stop, found)
            begin = stop
        _close(text, begin, end, found)
    return found


def _is_abbreviation(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the point belongs to an abbreviation or an initial and ends no sentence."""
    if match.group("stop") != ".":
        return False
    tail = text[max(begin, match.end() - 12) : match.end()]
    return bool(_ABBREVIATED.search(tail) or _INITIAL.search(tail))


def _breaks(text: str, begin: int, lines: list[Stretch], at: int, longest: int) -> bool:
    """Tell whether the line at `at` begins a new paragraph after a heading or a title in narrow-wrapped text.

    `longest` is the width of the widest line below the first. Lines further above than a heading can be long are not
    looked at, so that a paragraph of many lines takes time in proportion.
    """
    start = max(begin, lines[max(at - _HEADING_WORDS - 1, 0)][0])
    above = _STOPPED_LINE.split(text[start : lines[at][0]])[-1]
    line = text[lines[at][0] : lines[at][1]].lstrip("\"'“‘(")
    if not above.strip() or text[:2000].isupper() or not line[:1].isupper() or _OPEN_END.search(above):
        return False
    if len(above.split()) < _HEADING_WORDS:
        return True
    first = begin == 0 and above.count("\n") == 1
    return first and len(above.rstrip()) >= longest


def _close(text: str, begin: int | None, end: int, found: list[Stretch]) -> None:
    """Add `[begin, end)` without its surrounding blanks, if anything is left."""
    if begin is None:
        return
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        found.append((begin, end))
