"""How those who are named as the doers stand to the act, by the words around their name: accused of it, suspected, claiming it.

"Police attributed the blast to the MRTA", "suspected rebels", "for which the FMLN is held responsible": the text vouches for the act
and leaves its author to somebody's word. Words in `data/coding/accused.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from rasid.coding.data import load_toml
from rasid.model import Span, Stance

_FAR = 160
"""Code points on either side of a name within which a word of accusing still speaks of it."""
_BEFORE = 25
"""Code points before such a word in which a word that negates it stands."""
_BESIDE = 20
"""Code points before a name that may hold its own epithet: "suspected"."""
_STANCES = (Stance.claimed_by_perpetrator, Stance.alleged)


def stance_of(text: str, sentence: Span, named: Span) -> Stance:
    """Return the stance that the words of the sentence lend to the name of a doer in it; `asserted` where none does.

    A word that is negated lends none: nobody was accused.
    """
    before, after = text[sentence.start : named.start], text[named.end : sentence.end]
    if _beside().search(text[max(sentence.start, named.start - _BESIDE) : named.end]):
        return Stance.alleged
    for stance in _STANCES:
        cues = _cues(stance)
        found = [*_told(cues["before"], before[-_FAR:]), *_told(cues["after"], after[:_FAR])]
        if any(not _negated().search(around) for around in found):
            return stance
    return Stance.asserted


def _told(cues: tuple[re.Pattern[str], ...], words: str) -> list[str]:
    """Return each cue that stands in some words, with the few words before it, which may negate it."""
    return [words[max(0, match.start() - _BEFORE) : match.end()] for cue in cues for match in cue.finditer(words)]


@cache
def _cues(stance: Stance) -> dict[str, tuple[re.Pattern[str], ...]]:
    table = load_toml("accused")[stance.value]
    return {
        side: tuple(re.compile(cue, re.IGNORECASE | re.DOTALL) for cue in table[side]) for side in ("before", "after")
    }


@cache
def _beside() -> re.Pattern[str]:
    return re.compile("|".join(load_toml("accused")["alleged"]["beside"]), re.IGNORECASE)


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(load_toml("accused")["negated"]["words"], re.IGNORECASE)
