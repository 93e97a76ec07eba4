"""Stretches of a sentence that tell another act than the rest: "hours after …", "and … in another town"."""

from __future__ import annotations

from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.sentence import Sentence

ELSEWHERE = 1000
"""Added to the strand of acts that a coordinated clause tells of another place."""
_UNITS = frozenset("day days hour hours week weeks month months year years".split())
_JOINTS = frozenset({"and", "while", ";", "but"})


def mark_strands(sentence: Sentence, found: list[Candidate], places: list[Argument]) -> None:
    """Number the strands of the sentence in `Candidate.strand`; acts of two strands are never one incident."""
    for candidate in found:
        candidate.strand = _after_a_time(sentence, candidate.start)
    for previous, candidate in zip(found, found[1:], strict=False):
        if candidate.strand == previous.strand and _elsewhere(sentence, previous, candidate, places):
            for one in found:
                if one.start >= candidate.start and one.strand == previous.strand:
                    one.strand += ELSEWHERE


def _after_a_time(sentence: Sentence, token: int) -> int:
    """Return 1 + the token of an "after" or "before" with a length of time ("a day after …") whose clause holds the token."""
    for at in range(token - 1, 0, -1):
        if sentence.form(at) in {",", ";"}:
            return 0
        if sentence.form(at) in {"after", "before"} and sentence.form(at - 1) in _UNITS:
            return 1 + at
    return 0


def _elsewhere(sentence: Sentence, previous: Candidate, candidate: Candidate, places: list[Argument]) -> bool:
    """Tell whether "and" opens a clause with a subject of its own at another place than the act before it."""
    subject = next(iter(candidate.patients), None) if candidate.passive else candidate.doer
    if candidate.act.noun or subject is None or subject.end > candidate.start:
        return False
    joint = next((at for at in range(subject.start - 1, previous.end - 1, -1) if sentence.form(at) in _JOINTS), None)
    if joint is None or joint < previous.end:
        return False
    here = _words_of(sentence, places, previous.start, joint)
    there = _words_of(sentence, places, candidate.end, len(sentence.forms))
    return bool(here and there) and not here & there


def _words_of(sentence: Sentence, places: list[Argument], start: int, end: int) -> set[str]:
    """Return the words with a capital of the places between two tokens."""
    first, last = sentence.starts[start], sentence.ends[min(end, len(sentence.ends)) - 1]
    quotes = [place.span.quote(sentence.text) for place in places if first <= place.span.start and place.span.end <= last]
    return {word.strip(".,") for quote in quotes for word in quote.split() if word[:1].isupper()}
