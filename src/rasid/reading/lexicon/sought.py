"""Whom an operation is after: "swept the camp for militants", "a search for gunmen", "to pursue the group's cells"."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_actor, kind_of
from rasid.reading.lexicon.clauses import attached, clause_end, objects
from rasid.reading.lexicon.sentence import Sentence, VerbGroup
from rasid.reading.lexicon.vocabulary import Vocabulary

_AIMS = frozenset(
    "pursue hunt find capture arrest kill search root clear track apprehend detain eliminate catch locate neutralise".split()
)
_REACH = 16
"""Tokens behind the operation within which its purpose is told."""


def add_sought(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add those an operation is after as its targets."""
    if candidate.event_type is not EventType.security_operation or candidate.dropped is not None:
        return
    sentence = candidate.sentence
    for preposition, phrase in attached(sentence, candidate.end, stop=_end(sentence, candidate)):
        sought = sentence.form(preposition) == "for" or sentence.words(preposition - 1, preposition + 1) == "search of"
        kind = kind_of(vocabulary, sentence, phrase)
        if sought and is_actor(kind):
            candidate.add(ArgumentRole.target, phrase, "sought.for", kind=kind)
    purpose = _purpose(sentence, candidate)
    for phrase in [] if purpose is None else objects(sentence, purpose):
        kind = kind_of(vocabulary, sentence, phrase)
        if is_actor(kind):
            candidate.add(
                ArgumentRole.target, phrase, f"sought.{sentence.forms[purpose.main]}" if purpose else "", kind=kind
            )


def _end(sentence: Sentence, candidate: Candidate) -> int:
    """Return where the clause of the operation ends: over what it is joined to by "and" for a verb."""
    end = clause_end(sentence, candidate.end)
    if not candidate.act.noun and sentence.form(end) == "and":
        end = clause_end(sentence, end + 2)
    return end


def _purpose(sentence: Sentence, candidate: Candidate) -> VerbGroup | None:
    """Return the infinitive that says what the operation is for, within a few words behind it."""
    for group in sentence.groups:
        if candidate.end <= group.start <= candidate.end + _REACH and group.tense == "infinitive":
            return group if sentence.forms[group.main] in _AIMS else None
    return None
