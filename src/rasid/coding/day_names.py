"""Days that date no act: they are part of a name ("the 19 April Movement") or of another thing ("Sunday's vote", "the 3 October coup")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_BODIES = frozenset(
    "movement front force forces brigade brigades group groups command commando commandos cell battalion organization"
    " organisation union party league neighborhood neighbourhood district colony street avenue road square plaza bridge"
    " park school hospital university college stadium camp airport edition issue".split()
)
"""Nouns of what is called by a day."""
_DETERMINED = re.compile(r"(?:[\"“'‘(\[]|\b(?:the|former|a|an|his|her|their|its)\s+[\"“‘]?)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:during|on|at|in|amid|since|by|until|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OWNING = re.compile(r"['’]s\s+", re.IGNORECASE)
_OPENING = re.compile(r"[\"”’]?\s+(?:\([^()]{1,20}\)\s+)?")
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NO_NOUN = frozenset(
    "a an the of in on at by to for from with against near after before during as when while where who which that and or"
    " but he she it they we i his her their its was were is are has have had be been will would this these those".split()
)
_LONGEST = 4
"""Words between a day and the noun that it belongs to, that noun included."""


def of_another(text: str, start: int, end: int, acts: Mapping[int, bool]) -> bool:
    """Tell whether the day at `[start, end)` code points belongs to a noun that tells no act.

    "The 3 October coup" does, and so does "Sunday's vote"; but what is done "during the 3 October vote" is done on that day.
    `acts` holds the code points at which acts are told, and whether a verb tells them.
    """
    article = _ARTICLE.match(text, start, end)
    begin = article.end() if article is not None else start
    before, owning = text[max(0, begin - 30) : begin], _OWNING.match(text, end)
    opening = owning if owning is not None else _OPENING.match(text, end)
    if opening is None or (owning is None and _DETERMINED.search(before) is None):
        return False
    following = list(_following(text, opening.end(), acts))
    if not following or any(at in acts for at, _ in following):
        return False
    if owning is None and not _BODIES.isdisjoint(word for _, word in following):
        return True
    quoted = owning is None and not before[-1:].isspace()
    return not quoted and _WITHIN.search(text, max(0, start - 20), start) is None


def _following(text: str, at: int, acts: Mapping[int, bool]) -> Iterator[tuple[int, str]]:
    """Yield where the words of the noun phrase stand that goes on at code point `at`, and the words folded."""
    for _ in range(_LONGEST):
        word = _WORD.match(text, at)
        if word is None or word[0].lower() in _NO_NOUN or acts.get(at, False):
            return
        yield at, word[0].lower()
        blank = _BLANK.match(text, word.end())
        if blank is None:
            return
        at = blank.end()
