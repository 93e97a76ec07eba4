"""The head word of a phrase: the word that a shorter marking of the same phrase would keep."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_BEHIND = {
    "of", "in", "on", "at", "from", "for", "with", "by", "to", "near", "outside", "inside", "between", "among", "across",
    "along", "around", "under", "over", "against", "after", "before", "during", "since", "until", "who", "which", "that",
    "whose", "where", "including", "called", "named", "known", "aged", "aboard",
}  # fmt: skip


def head_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the `[start, end)` of the head word of the phrase `text[start:end]`, the whole phrase where it has no word.

    The head is the last word before the first comma, bracket, preposition or relative pronoun that follows a word: "at
    least 11 soldiers of the 3rd brigade" -> soldiers. A phrase that begins with a preposition keeps its last word.
    """
    last: tuple[int, int] | None = None
    for match in _WORD.finditer(text, start, end):
        if last is not None and _ends_before(text, last[1], match):
            break
        if match.group().lower() not in _BEHIND:
            last = match.span()
    return last or (start, end)


def _ends_before(text: str, end: int, match: re.Match[str]) -> bool:
    word = match.group().lower()
    return word in _BEHIND or any(sign in text[end : match.start()] for sign in ",;:([\n")
