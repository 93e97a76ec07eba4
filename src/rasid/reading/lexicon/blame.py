"""Who is blamed for an act, accused of it or claims it, beside the trigger that tells it."""

from __future__ import annotations

from rasid.model import ArgumentRole, Stance
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_actor, kind_of
from rasid.reading.lexicon.clauses import objects, reduced_host
from rasid.reading.lexicon.incidents import VIOLENT
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Vocabulary, vocabulary

_BLAME = frozenset("blame blames blamed blaming accuse accuses accused accusing".split())
_CLAIM = frozenset(
    "claim claims claimed claiming take takes took taken taking assume assumed admit admitted accept accepted".split()
)
_CREDIT = frozenset({"responsibility", "credit"})


def add_blamed(table: Vocabulary, sentence: Sentence, found: list[Candidate]) -> None:
    """Add those blamed, accused or claiming as perpetrators of the violent act told nearest, with their stance."""
    hosts = [one for one in found if one.dropped is None and one.event_type in VIOLENT]
    if not hosts:
        return
    for group in sentence.groups:
        named, stance = _named(sentence, group)
        if named is None or group.negated:
            continue
        host = _host(hosts, group, ahead=stance is Stance.claimed_by_perpetrator)
        for phrase in members(sentence, named):
            kind = kind_of(table, sentence, phrase)
            if (
                is_actor(kind)
                and sentence.forms[phrase.start] not in {"no", "nobody"}
                and not _speaks(sentence, phrase)
            ):
                host.add(
                    ArgumentRole.perpetrator, phrase, f"blame.{sentence.forms[group.main]}", kind=kind, stance=stance
                )


def _named(sentence: Sentence, group: VerbGroup) -> tuple[NounPhrase | None, Stance]:
    """Return whom the verb names for the act: its object, or the subject of "claimed responsibility"."""
    verb = sentence.forms[group.main]
    if verb in _PASSIVELY and (group.passive or group.tense == "participle"):
        preposition, stance = _PASSIVELY[verb]
        if sentence.form(group.end) == preposition and _of_an_act(sentence, group):
            return sentence.phrase(group.end + 1), stance
    if verb in _BLAME and not group.passive and group.tense in {"past", "participle", "gerund"}:
        return next(iter(objects(sentence, group)), None), Stance.alleged
    if verb in _CLAIM and sentence.form(group.end) in _CREDIT and group.tense in {"past", "participle", "gerund"}:
        return subject(sentence, group), Stance.claimed_by_perpetrator
    return None, Stance.asserted


_PASSIVELY = {
    "claimed": ("by", Stance.claimed_by_perpetrator), "blamed": ("on", Stance.alleged), "attributed": ("to", Stance.alleged),
    "pinned": ("on", Stance.alleged),
}  # fmt: skip
"""Participles said of an act, the preposition of those who are named for it, and how they stand to it."""


def _of_an_act(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb is said of an act, and of no life or prize: "the attack | was claimed", "it | was blamed on"."""
    told = subject(sentence, group) if group.passive else reduced_host(sentence, group)
    if told is None:
        return False
    return sentence.tags[told.head] == "PRP" or kind_of(vocabulary(), sentence, told).name == "act"


def claimant(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return those by whom an act "was claimed"."""
    named, stance = _named(sentence, group)
    return (
        named
        if stance is Stance.claimed_by_perpetrator and sentence.forms[group.main] == "claimed" and group.passive
        else None
    )


def _host(hosts: list[Candidate], group: VerbGroup, *, ahead: bool) -> Candidate:
    """Return the act that the verb speaks of: the one behind it within a few words, else the last one before it."""
    behind = [one for one in hosts if one.start >= group.end and one.start - group.end <= 14]
    before = [one for one in hosts if one.end <= group.start]
    if behind and (ahead or not before or behind[0].act.noun):
        return behind[0]
    return before[-1] if before else hosts[0]


def _speaks(sentence: Sentence, phrase: NounPhrase) -> bool:
    return sentence.tags[phrase.head] == "PRP"
