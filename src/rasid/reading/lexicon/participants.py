"""Doer and patients of a verb as arguments with their roles."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType, Harm
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import Kind, is_actor, is_person, kind_of, may_be_person
from rasid.reading.lexicon.clauses import attached, clause_end
from rasid.reading.lexicon.devices import (
    MATERIEL,
    add_location,
    add_wielder,
)
from rasid.reading.lexicon.extent import of_phrase
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.numbered_beside import number_beside
from rasid.reading.lexicon.pronouns import antecedent
from rasid.reading.lexicon.sentence import NounPhrase
from rasid.reading.lexicon.vocabulary import Vocabulary

HARM_ROLE = {
    Harm.killed: ArgumentRole.killed,
    Harm.injured: ArgumentRole.injured,
    Harm.abducted: ArgumentRole.abducted,
    Harm.arrested: ArgumentRole.arrested,
    Harm.displaced: ArgumentRole.displaced,
}


def give_roles(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Turn doer and patients into arguments."""
    sentence = candidate.sentence
    if candidate.doer is not None:
        kind = kind_of(vocabulary, sentence, candidate.doer)
        rule = "verb.passive.by" if candidate.passive else "verb.active.subject"
        if kind.name in {"act", "weapon"}:
            candidate.rule += "+instrument"
            if kind.name == "weapon":
                add_wielder(vocabulary, candidate, candidate.doer)
            add_location(vocabulary, candidate, candidate.doer.end, candidate.start)
        elif is_actor(kind) or kind.name == "pronoun":
            before = None if candidate.passive or candidate.group is None else candidate.group.start
            for phrase in members(sentence, candidate.doer, before=before):
                other = kind_of(vocabulary, sentence, phrase)
                if is_actor(other):
                    candidate.add(ArgumentRole.perpetrator, phrase, rule, kind=other)
    candidate.patients = [one for phrase in candidate.patients for one in _meant(vocabulary, candidate, phrase)]
    _add_those_of(vocabulary, candidate)
    _add_loser(vocabulary, candidate)
    if candidate.act.frame == "harm":
        add_harmed(vocabulary, candidate)
        return
    seizing = candidate.event_type is EventType.seizure
    moving = candidate.event_type is EventType.deployment
    for phrase in candidate.patients:
        kind = kind_of(vocabulary, sentence, phrase)
        if moving:
            if candidate.doer is None:
                candidate.add(ArgumentRole.perpetrator, phrase, "verb.moved", kind=kind)
        elif kind.name not in {"weapon", "act"} or (kind.name == "weapon" and (seizing or kind.entry in MATERIEL)):
            candidate.add(ArgumentRole.target, phrase, "verb.patient", kind=kind)


def _is_self(candidate: Candidate, phrase: NounPhrase) -> bool:
    """Tell whether those harmed are those who act: "killing | themselves"."""
    return phrase == candidate.doer and candidate.group is not None and not candidate.passive


def _meant(vocabulary: Vocabulary, candidate: Candidate, phrase: NounPhrase) -> list[NounPhrase]:
    """Return whom or what a pronoun stands for within its sentence, else the phrase itself."""
    if candidate.group is None or candidate.sentence.tags[phrase.head] != "PRP":
        return [phrase]
    people = candidate.act.frame == "harm"
    meant = antecedent(vocabulary, candidate.sentence, candidate.group, phrase, candidate.doer, people=people)
    if meant is None:
        return [phrase]
    return members(candidate.sentence, meant, before=candidate.start)


def _add_those_of(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add as target those whom a number is of: "killing one of them" with soldiers named before."""
    sentence, group = candidate.sentence, candidate.group
    for phrase in candidate.patients:
        inner = of_phrase(sentence, phrase)
        if inner is None or group is None or sentence.tags[inner.head] != "PRP":
            continue
        meant = antecedent(vocabulary, sentence, group, inner, candidate.doer, people=True)
        if meant is not None:
            candidate.add(ArgumentRole.target, meant, "verb.patient.of", kind=kind_of(vocabulary, sentence, meant))


def _add_loser(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add the side that a place is taken from: "retook the town | from Tigrayan forces"."""
    if candidate.event_type is not EventType.seizure or candidate.act.noun:
        return
    sentence = candidate.sentence
    for preposition, phrase in attached(sentence, candidate.end, stop=clause_end(sentence, candidate.end)):
        kind = kind_of(vocabulary, sentence, phrase)
        if sentence.form(preposition) == "from" and kind.name == "people":
            candidate.add(ArgumentRole.target, phrase, "verb.taken_from", kind=kind)


def add_harmed(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Count the patients under the verb's harm; people in a vehicle's or building's place become the target."""
    sentence, harm = candidate.sentence, candidate.act.harm
    number = number_beside(sentence, candidate.patients)
    if number is not None and harm is not None:
        candidate.patients = [phrase for phrase in candidate.patients if phrase != number]
        candidate.add(HARM_ROLE[harm], number, "verb.number_beside", kind=kind_of(vocabulary, sentence, number))
        harm = None
    for phrase in candidate.patients:
        kind = kind_of(vocabulary, sentence, phrase)
        if not is_person(kind) and not may_be_person(sentence, phrase, kind):
            if kind.name == "thing":
                candidate.add(ArgumentRole.target, phrase, "verb.patient.thing", kind=kind)
            continue
        own = _is_self(candidate, phrase)
        if harm is not None:
            rule = "counter.self" if own else f"verb.{'passive' if candidate.passive else 'active'}.patient"
            candidate.add(HARM_ROLE[harm], phrase, rule, kind=kind)
        if not own:
            candidate.add(ArgumentRole.target, phrase, "verb.patient", kind=kind)
    aimless = candidate.group is not None and candidate.group.tense == "gerund" and candidate.doer is not None
    if (
        (candidate.patients or aimless)
        and not candidate.passive
        and all(a.role is ArgumentRole.perpetrator for a in candidate.arguments)
    ):
        candidate.dropped = candidate.dropped or "harm.no_person"
    if candidate.event_type == EventType.attack and not candidate.arguments and not candidate.doer:
        candidate.dropped = candidate.dropped or "harm.nobody"


def instrument_of(vocabulary: Vocabulary, candidate: Candidate) -> tuple[NounPhrase, Kind] | None:
    """Return the thing or act that is the verb's subject: "the blast | killed 10"."""
    if candidate.doer is None or candidate.group is None:
        return None
    kind = kind_of(vocabulary, candidate.sentence, candidate.doer)
    return (candidate.doer, kind) if kind.name in {"act", "weapon"} else None
