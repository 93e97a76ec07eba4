"""Who did what to whom around a verb."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_actor, is_person, kind_of
from rasid.reading.lexicon.clauses import attached, clause_end, objects, reduced_host
from rasid.reading.lexicon.devices import (
    add_aim,
    add_location,
    add_prison,
    add_wielder,
    read_downed,
    read_launch,
    read_ram,
    read_trip,
)
from rasid.reading.lexicon.lists import members, sides_of
from rasid.reading.lexicon.participants import add_harmed, give_roles
from rasid.reading.lexicon.pronouns import those_before
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Vocabulary

_TIME_HEADS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "morning",
        "night", "evening", "afternoon", "week", "month", "year", "day", "hours", "minutes", "dawn", "noon", "midnight",
    }
)  # fmt: skip


def read_verb(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Fill in doer, patients and their roles from the clause of a verbal trigger."""
    group = candidate.group
    if group is None:
        return
    sentence = candidate.sentence
    following = [] if group.passive else objects(sentence, group, after=candidate.end)
    following = [phrase for phrase in following if sentence.forms[phrase.head] not in _TIME_HEADS]
    if following and sentence.words(following[0].start, following[0].end) in _OWN_WAY:
        following = _way_into(candidate, following[0])
    frame = candidate.act.frame
    if frame in {"transitive", "harm"}:
        candidate.passive = _is_passive(candidate, following)
        if candidate.passive:
            _read_passive(vocabulary, candidate)
        else:
            candidate.doer = subject(sentence, group)
            candidate.patients = following or _by_preposition(candidate)
            give_roles(vocabulary, candidate)
    elif frame == "loss":
        _read_loss(vocabulary, candidate, following)
    elif frame in {"victim", "device", "self"}:
        _read_intransitive(vocabulary, candidate, following)
    elif frame == "launch":
        read_launch(vocabulary, candidate, following)
    elif frame == "ram":
        read_ram(vocabulary, candidate, following)
    elif frame == "trip":
        read_trip(vocabulary, candidate)
    elif frame == "downed":
        read_downed(vocabulary, candidate, following)
    elif frame == "exchange":
        _read_mutual(vocabulary, candidate, [])
    elif frame == "lost":
        _read_lost(vocabulary, candidate)
    elif frame == "mutual":
        _read_mutual(vocabulary, candidate, following)
    else:
        candidate.doer = subject(sentence, group)
        candidate.patients = _by_preposition(candidate)
        give_roles(vocabulary, candidate)


_OWN_WAY = frozenset({"their way", "his way", "her way", "its way"})


def _way_into(candidate: Candidate, way: NounPhrase) -> list[NounPhrase]:
    """Return what somebody makes a way into by force: "blasted their way into | a prison"."""
    sentence = candidate.sentence
    behind = attached(sentence, way.end, stop=clause_end(sentence, candidate.end))
    return next(([phrase] for at, phrase in behind if sentence.form(at) in {"into", "through", "inside"}), [])


def _is_passive(candidate: Candidate, following: list[NounPhrase]) -> bool:
    """Tell passive from active: an auxiliary, or a participle without an object of its own."""
    group, sentence = candidate.group, candidate.sentence
    if group is None or group.passive:
        return True
    if group.tense in {"gerund", "infinitive"} or following:
        return group.tense == "infinitive" and sentence.words(group.start, group.end).startswith("to be ")
    if group.tense not in {"participle", "past"} or len(sentence.words(group.start, group.end).split()) > 1:
        return False
    if sentence.form(candidate.end) == "by":
        return True
    return group.tense == "participle" or candidate.act.frame == "harm"


def _read_passive(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read "X was killed by Y" and "X killed by Y"."""
    sentence, group = candidate.sentence, candidate.group
    if group is None:
        return
    reduced = (not group.passive and group.tense in {"participle", "past"}) or sentence.forms[group.start] == "being"
    host = reduced_host(sentence, group) if reduced else None
    if (reduced and host is None) or not reduced:
        host = subject(sentence, group)
    if host is not None:
        candidate.patients = members(sentence, _with_listed(sentence, host), before=group.start)
    stop = clause_end(sentence, candidate.end)
    for preposition, phrase in attached(sentence, candidate.end, stop=stop):
        if sentence.form(preposition) == "by":
            kind = kind_of(vocabulary, sentence, phrase)
            if kind.name in {"weapon", "act"} or not is_actor(kind):
                continue
            candidate.doer = phrase
            break
    give_roles(vocabulary, candidate)


def _with_listed(sentence: Sentence, host: NounPhrase) -> NounPhrase:
    """Return the first of those listed behind "with": "with 20 insurgents and one volunteer | killed"."""
    left = sentence.phrase(host.start - 2) if sentence.form(host.start - 1) == "and" else None
    return left if left is not None and sentence.form(left.start - 1) == "with" else host


def _read_intransitive(vocabulary: Vocabulary, candidate: Candidate, following: list[NounPhrase]) -> None:
    """Read "a bomb exploded", "11 people died", "protesters marched", "fighters surrendered"."""
    sentence, group = candidate.sentence, candidate.group
    if group is None:
        return
    found = subject(sentence, group) or reduced_host(sentence, group)
    phrases = [] if found is None else members(sentence, found, before=group.start)
    if candidate.act.frame == "device":
        _read_device(vocabulary, candidate, phrases, following)
    elif candidate.act.frame == "victim":
        candidate.patients = those_before(sentence, phrases[0], group) or phrases if phrases else []
        add_harmed(vocabulary, candidate)
    else:
        for phrase in phrases:
            kind = kind_of(vocabulary, sentence, phrase)
            if is_actor(kind):
                candidate.doer = candidate.doer or phrase
                candidate.add(ArgumentRole.perpetrator, phrase, "verb.self.subject", kind=kind)
            elif kind.name in {"thing", "weapon"}:
                add_wielder(vocabulary, candidate, phrase)
        _add_receiver(vocabulary, candidate)
        if candidate.event_type is EventType.suicide_bombing:
            add_aim(vocabulary, candidate, candidate.end, clause_end(sentence, candidate.end))
        if candidate.event_type is EventType.prison_break:
            add_prison(vocabulary, candidate)


def _add_receiver(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add those to whom somebody surrenders as the other side: "surrendered | to Nigerian troops"."""
    if candidate.event_type is not EventType.surrender:
        return
    sentence = candidate.sentence
    for preposition, phrase in attached(sentence, candidate.end, stop=clause_end(sentence, candidate.end)):
        if sentence.form(preposition) == "to":
            kind = kind_of(vocabulary, sentence, phrase)
            if is_actor(kind):
                candidate.add(ArgumentRole.target, phrase, "verb.self.to", kind=kind)
            return


def _read_device(
    vocabulary: Vocabulary, candidate: Candidate, phrases: list[NounPhrase], following: list[NounPhrase]
) -> None:
    """Read "a bomb exploded" and "rebels exploded a bomb"; without a device it tells no bombing."""
    sentence = candidate.sentence
    kinds = [kind_of(vocabulary, sentence, phrase) for phrase in phrases]
    if any(kind.name == "weapon" for kind in kinds):
        add_wielder(vocabulary, candidate, phrases[0])
        for phrase in following:
            candidate.add(ArgumentRole.target, phrase, "device.hit", kind=kind_of(vocabulary, sentence, phrase))
        add_location(vocabulary, candidate, phrases[0].end, clause_end(sentence, candidate.end))
        return
    objects_kinds = [kind_of(vocabulary, sentence, phrase) for phrase in following]
    if any(kind.name == "weapon" for kind in objects_kinds):
        if phrases and is_actor(kinds[0]):
            candidate.doer = phrases[0]
            candidate.add(ArgumentRole.perpetrator, phrases[0], "verb.active.subject", kind=kinds[0])
        return
    if following and phrases and is_actor(kinds[0]):
        candidate.doer, candidate.patients = phrases[0], following
        give_roles(vocabulary, candidate)
    elif any(kind.name == "thing" for kind in kinds):
        candidate.add(ArgumentRole.target, phrases[0], "verb.exploded", kind=kinds[0])
    else:
        candidate.dropped = "device.none"


def _read_mutual(vocabulary: Vocabulary, candidate: Candidate, following: list[NounPhrase]) -> None:
    """Read "A clashed with B", "A and B exchanged fire", "A fought B"."""
    sentence, group = candidate.sentence, candidate.group
    if group is None:
        return
    if group.passive:
        candidate.dropped = "mutual.passive"
        return
    first = subject(sentence, group)
    left = [] if first is None else members(sentence, first, before=group.start)
    if candidate.event_type is EventType.agreement:
        following = []
    right = following or [
        phrase
        for preposition, phrase in attached(sentence, candidate.end, stop=clause_end(sentence, candidate.end))
        if sentence.form(preposition) in {"with", "against"} and is_actor(kind_of(vocabulary, sentence, phrase))
    ]
    whole = kind_of(vocabulary, sentence, left[0]) if left else None
    if not right and len(left) == 1:
        left = sides_of(sentence, left[0])
    if not right and len(left) > 1:
        left, right = left[:1], left[1:]
    for phrases, role in ((left, ArgumentRole.perpetrator), (right, ArgumentRole.target)):
        for phrase in phrases:
            kind = kind_of(vocabulary, sentence, phrase)
            if whole is not None and sentence.tags[phrase.head] == "JJ":
                kind = whole
            if is_actor(kind):
                candidate.add(role, phrase, "verb.mutual", kind=kind)
    candidate.doer = left[0] if left else None


def _read_loss(vocabulary: Vocabulary, candidate: Candidate, following: list[NounPhrase]) -> None:
    """Read "losing three of their own": dead of the side that acts."""
    for phrase in following:
        kind = kind_of(vocabulary, candidate.sentence, phrase)
        if is_person(kind):
            candidate.add(ArgumentRole.killed, phrase, "counter.lost", kind=kind)


def _read_lost(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read "the base fell to the rebels": the subject is taken by those behind the preposition."""
    sentence, group = candidate.sentence, candidate.group
    lost = subject(sentence, group) if group is not None else None
    taker = next(iter(_by_preposition(candidate)), None)
    if lost is None or taker is None:
        return
    kind = kind_of(vocabulary, sentence, taker)
    if is_actor(kind) and kind_of(vocabulary, sentence, lost).name in {"thing", "name"}:
        candidate.doer = taker
        candidate.add(ArgumentRole.perpetrator, taker, "verb.lost.to", kind=kind)
        candidate.add(ArgumentRole.target, lost, "verb.lost", kind=kind_of(vocabulary, sentence, lost))


def _by_preposition(candidate: Candidate) -> list[NounPhrase]:
    """Return the target after the verb's preposition: "opened fire on | a bus"."""
    sentence = candidate.sentence
    wanted = candidate.act.prepositions
    for preposition, phrase in attached(sentence, candidate.end, stop=clause_end(sentence, candidate.end)):
        if sentence.form(preposition) in wanted:
            return members(sentence, phrase)
    return []
