"""Stretches of a sentence that tell another act than the rest: "hours after …", "and … in another town"."""

from __future__ import annotations

import itertools

from rasid.model import EventType
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.speech import speech_verbs

BEFORE = 500
"""The strand of what a search or an arrest answers."""
ANSWERED = 2000
"""The strand of an act that the rest of the sentence answers."""
ELSEWHERE = 1000
"""Added to the strand of acts that a coordinated clause tells of another place."""
_UNITS = frozenset("day days hour hours week weeks month months year years".split())
_JOINTS = frozenset({"and", "while", ";", "but"})


def mark_strands(sentence: Sentence, found: list[Candidate], places: list[Argument]) -> None:
    """Number the strands of the sentence in `Candidate.strand`; acts of two strands are never one incident."""
    start, end = answered(sentence)
    for candidate in found:
        candidate.strand = ANSWERED if start <= candidate.start < end else _after_a_time(sentence, candidate.start)
    for number, candidate in enumerate(found):
        if _done_before(candidate) and any(one.event_type in _RESPONSES for one in found[:number]):
            candidate.strand = BEFORE
    for previous, candidate in itertools.pairwise(found):
        if candidate.strand == 0 and previous.strand not in {0, ANSWERED} and _only_goes_on(candidate):
            candidate.strand = previous.strand
    for previous, candidate in itertools.pairwise(found):
        if candidate.strand == previous.strand and _elsewhere(sentence, previous, candidate, places):
            for one in found:
                if one.start >= candidate.start and one.strand == previous.strand:
                    one.strand += ELSEWHERE


_RESPONSES = frozenset({EventType.security_operation, EventType.arrest, EventType.deployment})


def _done_before(candidate: Candidate) -> bool:
    """Tell whether an act is told as done before: "a search for gunmen who | had abducted nine worshippers".

    Behind "said that" the pluperfect only reports what was said.
    """
    group, sentence = candidate.group, candidate.sentence
    if group is None or candidate.act.noun or sentence.forms[group.start] != "had":
        return False
    return not any(
        sentence.forms[one.main] in speech_verbs() and sentence.form(one.end) == "that"
        for one in sentence.groups
        if one.end <= group.start
    )


def _only_goes_on(candidate: Candidate) -> bool:
    """Tell whether a gerund says more of the clause before it: "a day after inmates rioted, | burning mattresses"."""
    return candidate.group is not None and candidate.group.tense == "gerund" and not candidate.act.noun


_ANSWERS = (("in", "answer", "to"), ("in", "response", "to"), ("in", "retaliation", "for"), ("in", "revenge", "for"))
_AVENGED = (
    ("in", "retaliation", "for"),
    ("in", "revenge", "for"),
    ("in", "reprisal", "for"),
    ("as", "revenge", "for"),
    ("to", "avenge"),
)
_AVENGING = frozenset(words[0] for words in _AVENGED)


def answered(sentence: Sentence) -> tuple[int, int]:
    """Return the tokens `[start, end)` that tell what the rest of the sentence answers; empty where nothing does.

    "In answer to the attack …," up to the comma before the main subject, or "… in revenge for a raid …" to the end.
    """
    for at, form in enumerate(sentence.forms):
        if at and form in _AVENGING and any(tuple(sentence.forms[at : at + len(w)]) == w for w in _AVENGED):
            return at, len(sentence.forms)
    if tuple(sentence.forms[:3]) not in _ANSWERS:
        return 0, 0
    for group in sentence.groups:
        phrase = next(
            (one for one in sentence.phrases if one.start and one.end <= group.start and _opens(sentence, one, group)),
            None,
        )
        if group.tense == "past" and phrase is not None:
            return 0, phrase.start
    return 0, 0


def _opens(sentence: Sentence, phrase: NounPhrase, group: VerbGroup) -> bool:
    """Tell whether a phrase behind a comma is the subject of the verb, with at most an "of" phrase between."""
    return sentence.form(phrase.start - 1) == "," and of_end(sentence, phrase) == group.start


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
    quotes = [
        place.span.quote(sentence.text) for place in places if first <= place.span.start and place.span.end <= last
    ]
    return {word.strip(".,") for quote in quotes for word in quote.split() if word[:1].isupper()}
