"""Names of armed bodies that are written like a list: "the Return, Reclamation, Rehabilitation group" is one phrase."""

from __future__ import annotations

from functools import cache

from rasid.reading.lexicon.names import LONGEST, armed_names
from rasid.reading.lexicon.sentence import NounPhrase

_JOINTS = frozenset({",", "and"})


def join_names(forms: list[str], phrases: list[NounPhrase]) -> list[NounPhrase]:
    """Return the phrases, those that are parts of one name brought together; the last part gives the head."""
    if not any(form in _listed() for form in forms):
        return phrases
    found: list[NounPhrase] = []
    number = 0
    while number < len(phrases):
        last = _last_part(forms, phrases, number)
        first, final = phrases[number], phrases[last]
        found.append(first if last == number else NounPhrase(first.start, final.end, final.head))
        number = last + 1
    return found


def _last_part(forms: list[str], phrases: list[NounPhrase], number: int) -> int:
    """Return the index of the last phrase of a name that begins in phrase `number`, else `number`."""
    first = phrases[number]
    for start in range(first.start, first.end):
        for end in range(min(start + LONGEST, len(forms)), first.end, -1):
            if tuple(forms[start:end]) in _listed().get(forms[start], ()):
                return max(at for at in range(number, len(phrases)) if phrases[at].start < end)
    return number


@cache
def _listed() -> dict[str, frozenset[tuple[str, ...]]]:
    """Return the names that hold a comma or "and", by their first word."""
    names = [tuple(name.split()) for name, _ in armed_names() if _JOINTS & set(name.split())]
    return {first: frozenset(words for words in names if words[0] == first) for first in {words[0] for words in names}}
