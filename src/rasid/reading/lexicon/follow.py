"""Within a sentence: which trigger only tells more of another one."""

from __future__ import annotations

from rasid.model import EventType
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.incidents import VIOLENT, compatible
from rasid.reading.lexicon.verbal import instrument_of
from rasid.reading.lexicon.vocabulary import Vocabulary

_JOINING = frozenset({"in", "during", "by", "after", "when", "as", "following", "while", "from", "of", "to", "with"})


def follow(vocabulary: Vocabulary, found: list[Candidate]) -> None:
    """Set `follows` where the grammar joins two triggers; the sentence's first kept trigger leads."""
    kept = [one for one in found if one.dropped is None]
    for number, candidate in enumerate(kept):
        leader = _leader(vocabulary, kept[:number], kept[number + 1 :], candidate)
        if leader is not None and leader.follows is not candidate:
            candidate.follows = leader


def _leader(
    vocabulary: Vocabulary, before: list[Candidate], after: list[Candidate], candidate: Candidate
) -> Candidate | None:
    """Return the trigger that `candidate` tells more of, or None."""
    told = instrument_of(vocabulary, candidate)
    if told is not None:
        inside = [one for one in before if one.act.noun and told[0].start <= one.start < told[0].end]
        if inside:
            return inside[0]
    before = [one for one in before if one.strand == candidate.strand]
    previous = before[-1] if before else None
    if previous is None or not _one_family(previous.event_type, candidate.event_type):
        return None
    sentence = candidate.sentence
    words = sentence.forms[previous.end : candidate.start]
    if ";" in words or _sets_apart(words):
        return None
    group = candidate.group
    if group is not None and not candidate.act.noun:
        if group.tense in {"gerund", "participle"} or sentence.form(group.start - 1) in {"and", "then", ",", "but"}:
            return previous
        if sentence.form(group.start - 1) in {"who", "which", "that"}:
            return previous
    if candidate.act.frame == "casualty":
        return previous
    if set(words[-8:]) & _JOINING or len(words) <= 6:
        return previous
    return None


def _one_family(left: EventType, right: EventType) -> bool:
    """Tell whether the grammar's link may join the two types: any two violent acts, or compatible ones."""
    return compatible(left, right) or (left in VIOLENT and right in VIOLENT)


def _sets_apart(words: list[str]) -> bool:
    """Tell whether the words between name another act: "another", "separate", "meanwhile"."""
    return bool({"another", "separate", "separately", "meanwhile", "elsewhere", "conjunction", "second"} & set(words))
