"""Within a sentence: which trigger only tells more of another one."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType, Harm
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.discourse import presupposed
from rasid.reading.lexicon.incidents import VIOLENT, compatible
from rasid.reading.lexicon.participants import instrument_of
from rasid.reading.lexicon.series import in_relative
from rasid.reading.lexicon.vocabulary import Vocabulary

_JOINING = frozenset({"in", "during", "by", "after", "when", "as", "following", "while", "from", "of", "to", "with"})
_HOLDING = frozenset(
    {
        EventType.security_operation, EventType.seizure, EventType.prison_break, EventType.riot, EventType.protest,
        EventType.arrest,
    }
)  # fmt: skip
"""Acts in the course of which people are hurt, so that a casualty in their sentence belongs to them."""


def follow(vocabulary: Vocabulary, found: list[Candidate]) -> None:
    """Set `follows` where the grammar joins two triggers; the sentence's first kept trigger leads."""
    kept = [one for one in found if one.dropped is None]
    for number, candidate in enumerate(kept):
        leader = _leader(vocabulary, kept[:number], candidate)
        if leader is not None and leader.follows is not candidate:
            candidate.follows = leader


def not_taken(found: list[Candidate]) -> None:
    """Take those out of "taken" who are killed on the spot: "dragged three men from a bus and shot them dead" abducts nobody."""
    dead = {a.head for one in found if one.dropped is None for a in one.of_role(ArgumentRole.killed)}
    for candidate in found:
        if candidate.act.wants == "taken":
            candidate.arguments = [
                a for a in candidate.arguments if a.role is not ArgumentRole.abducted or a.head not in dead
            ]


def _leader(vocabulary: Vocabulary, before: list[Candidate], candidate: Candidate) -> Candidate | None:
    """Return the trigger that `candidate` tells more of, or None."""
    told = instrument_of(vocabulary, candidate)
    if told is not None:
        inside = [one for one in before if one.act.noun and told[0].start <= one.start < told[0].end]
        if inside:
            return inside[0]
    before = [
        one for one in before if one.strand == candidate.strand and _one_family(one, candidate) and not presupposed(one)
    ]
    previous = before[-1] if before else None
    if previous is None:
        return None
    if (_only_harm(candidate) or candidate.act.frame == "casualty") and not _sets_apart(
        _words_between(previous, candidate)
    ):
        return previous
    return previous if _joined(previous, candidate, by_weapon=told is not None) else None


def _joined(previous: Candidate, candidate: Candidate, *, by_weapon: bool) -> bool:
    """Tell whether the words between two triggers join them: a conjunction, a relative, few words."""
    sentence, group = candidate.sentence, candidate.group
    words = _words_between(previous, candidate)
    if ";" in words or _sets_apart(words):
        return False
    if group is not None and not candidate.act.noun:
        if _of_relative(previous, candidate):
            return True
        if group.tense in {"gerund", "participle"} or sentence.form(group.start - 1) in {"and", "then", ",", "but"}:
            return True
        if by_weapon or sentence.form(group.start - 1) in {"who", "which", "that"}:
            return True
    if candidate.act.frame == "casualty":
        return True
    return bool(set(words[-8:]) & _JOINING) or len(words) <= 6


def _of_relative(previous: Candidate, candidate: Candidate) -> bool:
    """Tell whether one subject does both, the first in its relative clause: "marines who raided a hideout | rescued four"."""
    if previous.group is None or previous.doer is None or previous.doer != candidate.doer:
        return False
    return in_relative(candidate.sentence, previous.group)


def _words_between(previous: Candidate, candidate: Candidate) -> list[str]:
    return candidate.sentence.forms[previous.end : candidate.start]


def _only_harm(candidate: Candidate) -> bool:
    """Tell whether a trigger tells only who was hurt: ", and two civilians were wounded", "; both bombers died"."""
    if candidate.act.noun or candidate.act.harm not in {Harm.killed, Harm.injured}:
        return False
    return not candidate.of_role(ArgumentRole.perpetrator) and (candidate.passive or candidate.act.frame == "victim")


def _one_family(left: Candidate, right: Candidate) -> bool:
    """Tell whether the grammar's link may join two types: two violent acts, compatible ones, or harm done in an act."""
    one, other = left.event_type, right.event_type
    if compatible(one, other) or (one in VIOLENT and other in VIOLENT):
        return True
    if one is EventType.displacement and right.act.harm is Harm.displaced:
        return True
    if one in _HOLDING and (_only_harm(right) or right.act.frame == "casualty"):
        return True
    if one is EventType.security_operation and other in VIOLENT:
        return True
    if one in VIOLENT and right.act.lemma in {"free", "release", "let out"} and right.doer == left.doer:
        return right.doer is not None
    if one in {EventType.riot, EventType.prison_break} and other in VIOLENT:
        return right.group is not None and right.sentence.form(right.group.start - 1) == "and"
    driven = other is EventType.displacement and right.group is not None and right.group.tense == "gerund"
    return one in VIOLENT and driven


def _sets_apart(words: list[str]) -> bool:
    """Tell whether the words between name another act: "another", "separate", "meanwhile"."""
    return bool({"another", "separate", "separately", "meanwhile", "elsewhere", "conjunction", "second"} & set(words))
