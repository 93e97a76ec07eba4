"""Weapons that stand where people would: who wields "Israeli warplanes", what "a bomb outside the bank" is aimed at."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import Kind, ending, is_actor, is_name, kind_of
from rasid.reading.lexicon.clauses import attached, clause_end, objects
from rasid.reading.lexicon.extent import of_phrase
from rasid.reading.lexicon.nations import nation_in
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Vocabulary

_CREWED = frozenset(
    """tank tanks warplane warplanes jet jets helicopter helicopters gunship gunships gunboat gunboats artillery warship
    warships aircraft""".split()
)
MATERIEL = frozenset({"tank", "rpg", "aircraft", "helicopter", "artillery", "naval_gun", "medium_weapons"})
"""Weapon classes that are themselves what an act is done to: "destroyed a rocket launcher"."""
_SENT = frozenset("fired launched thrown dropped planted placed laid hurled lobbed detonated directed operated".split())
_NEAR = frozenset("at in into on inside outside near beside under against onto by to among around through".split())
_EDGES = frozenset(
    "gate gates door doors entrance home house front wall walls foot edge side back centre center".split()
)
_NO_DOERS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december yesterday today""".split()
)


def add_wielder(vocabulary: Vocabulary, candidate: Candidate, phrase: NounPhrase) -> None:
    """Add who wields the weapon named by `phrase`: "Israeli warplanes", "a tank", "rockets launched by Hamas"."""
    sentence = candidate.sentence
    sender = _sender(vocabulary, sentence, phrase)
    if sender is not None:
        candidate.add(ArgumentRole.perpetrator, sender, "device.sent_by", kind=kind_of(vocabulary, sentence, sender))
    elif _named_side(vocabulary, sentence, phrase) or sentence.forms[phrase.head] in _CREWED:
        candidate.add(ArgumentRole.perpetrator, phrase, "device.side")


def _sender(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> NounPhrase | None:
    """Return the agent of a participle behind the weapon: "a missile fired by | Houthi forces"."""
    group = sentence.group(phrase.end)
    if group is None or sentence.forms[group.main] not in _SENT or group.tense not in {"participle", "past"}:
        return None
    for preposition, agent in attached(sentence, group.end, stop=clause_end(sentence, group.end)):
        if sentence.form(preposition) == "by" and is_actor(kind_of(vocabulary, sentence, agent)):
            return agent
    return None


def _named_side(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether words before the head, or "of" after it, name a side: "army helicopter", "drones of the group"."""
    if nation_in(sentence, phrase.start, phrase.head) is not None:
        return True
    for at in range(phrase.start, phrase.head):
        word = NounPhrase(at, at + 1, at)
        weapon = ending(vocabulary.weapons, sentence.forms, at, at + 1) is not None
        if sentence.tags[at] in {"JJ", "NN", "NNS"} and sentence.forms[at] not in _NO_DOERS and not weapon:
            if sentence.cased and is_name(sentence, word):
                return True
            kind = kind_of(vocabulary, sentence, word)
            if kind.name == "people" and kind.group is not None and kind.group.target_class in _SIDES:
                return True
    owner = of_phrase(sentence, phrase)
    return owner is not None and kind_of(vocabulary, sentence, owner).name in {"people", "name"}


_SIDES = frozenset({"military", "police", "armed_group", "government", "peacekeepers"})


def add_location(vocabulary: Vocabulary, candidate: Candidate, start: int, stop: int) -> None:
    """Add the things that stand behind "at", "outside", "into" … between two tokens as what the device is aimed at."""
    sentence = candidate.sentence
    for preposition, phrase in attached(sentence, start, stop=stop):
        if sentence.form(preposition) not in _NEAR:
            continue
        kind = thing_of(vocabulary, sentence, phrase)
        if kind is not None:
            candidate.add(ArgumentRole.target, phrase, "device.at", kind=kind)


def thing_of(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> Kind | None:
    """Return the kind of a site, vehicle or building that a phrase names, looking through "the gate of …"; or None."""
    inner = of_phrase(sentence, phrase)
    if inner is not None and sentence.forms[phrase.head] in _EDGES:
        kind = kind_of(vocabulary, sentence, inner)
        if kind.name == "thing":
            return kind
    kind = kind_of(vocabulary, sentence, phrase)
    if kind.name != "thing" or kind.group is None or kind.group.target_class == "civilian_site":
        return None
    return kind


def read_launch(vocabulary: Vocabulary, candidate: Candidate, following: list[NounPhrase]) -> None:
    """Read "rebels fired rockets at a port", "a bomb planted by rebels", "grenades thrown into two bars"."""
    sentence, group = candidate.sentence, candidate.group
    if group is None:
        return
    candidate.passive = not following
    stop = clause_end(sentence, candidate.end)
    if candidate.passive:
        agents = [
            phrase
            for preposition, phrase in attached(sentence, candidate.end, stop=stop)
            if sentence.form(preposition) == "by"
        ]
        candidate.doer = next((one for one in agents if is_actor(kind_of(vocabulary, sentence, one))), None)
    else:
        candidate.doer = subject(sentence, group)
    if candidate.event_type is EventType.protest:
        _add_dispersed(vocabulary, candidate, stop)
        return
    _add_doer(vocabulary, candidate)
    begin = max((phrase.end for phrase in following), default=candidate.end)
    add_aim(vocabulary, candidate, begin, stop)


def _add_dispersed(vocabulary: Vocabulary, candidate: Candidate, stop: int) -> None:
    """Add the crowd that tear gas is used on as the side of its protest: "fired rubber bullets at | students"."""
    sentence = candidate.sentence
    for preposition, phrase in attached(sentence, candidate.end, stop=stop):
        if sentence.form(preposition) in {"at", "on", "against"}:
            kind = kind_of(vocabulary, sentence, phrase)
            if is_actor(kind) or (kind.name == "act" and kind.entry.event_type is EventType.protest):
                candidate.add(ArgumentRole.perpetrator, phrase, "device.dispersed", kind=kind)


def add_aim(vocabulary: Vocabulary, candidate: Candidate, start: int, stop: int) -> None:
    """Add what stands behind "at", "on", "into" … as the target: things, and people aimed at."""
    sentence = candidate.sentence
    for preposition, phrase in attached(sentence, start, stop=stop):
        word = sentence.form(preposition)
        kind = thing_of(vocabulary, sentence, phrase) or kind_of(vocabulary, sentence, phrase)
        if (kind.name == "thing" and word in _NEAR) or (
            kind.name == "people" and word in {"at", "on", "among", "against"}
        ):
            candidate.add(ArgumentRole.target, phrase, "device.aim", kind=kind)


def _add_doer(vocabulary: Vocabulary, candidate: Candidate) -> None:
    doer = candidate.doer
    if doer is None:
        return
    kind = kind_of(vocabulary, candidate.sentence, doer)
    if kind.name == "weapon":
        add_wielder(vocabulary, candidate, doer)
    elif is_actor(kind):
        rule = "verb.passive.by" if candidate.passive else "verb.active.subject"
        candidate.add(ArgumentRole.perpetrator, doer, rule, kind=kind)


def read_ram(vocabulary: Vocabulary, candidate: Candidate, following: list[NounPhrase]) -> None:
    """Read "drove a lorry into pedestrians", "a van ploughed into a crowd": the vehicle is the weapon."""
    sentence, group = candidate.sentence, candidate.group
    vehicle = next(iter(following), None) or (subject(sentence, group) if group is not None else None)
    if group is None or vehicle is None:
        return
    begin = vehicle.end if following else candidate.end
    hit = _driven_into(sentence, begin, clause_end(sentence, begin))
    kind = kind_of(vocabulary, sentence, hit) if hit is not None else None
    if hit is None or kind is None or kind.name not in {"people", "thing", "number"}:
        candidate.dropped = "ram.nothing_hit"
        return
    candidate.add(ArgumentRole.target, hit, "device.rammed", kind=kind)
    span, head = sentence.span(vehicle.start, vehicle.end), sentence.span(vehicle.head, vehicle.head + 1)
    candidate.arguments.append(
        Argument(role=ArgumentRole.weapon, span=span, head=head, rule="weapon.rammed", code="vehicle_ramming")
    )
    if following:
        candidate.doer = subject(sentence, group)
        _add_doer(vocabulary, candidate)


def _driven_into(sentence: Sentence, start: int, stop: int) -> NounPhrase | None:
    return next((p for at, p in attached(sentence, start, stop=stop) if sentence.form(at) in {"into", "through"}), None)


def read_trip(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read "a convoy hit a roadside bomb", "soldiers stepped on a mine": the subject is what the device hits."""
    group = candidate.group
    hit = subject(candidate.sentence, group) if group is not None else None
    if hit is not None:
        kind = kind_of(vocabulary, candidate.sentence, hit)
        if kind.name in {"people", "thing", "name"}:
            candidate.add(ArgumentRole.target, hit, "device.tripped", kind=kind)


def read_downed(vocabulary: Vocabulary, candidate: Candidate, following: list[NounPhrase]) -> None:
    """Read "air defences shot down a drone before it reached the airport": whose it was, and what it was sent at."""
    sentence = candidate.sentence
    for phrase in following:
        add_wielder(vocabulary, candidate, phrase)
    for group in sentence.groups:
        if group.start > candidate.end and sentence.forms[group.main] in {"reached", "reach", "hit", "struck"}:
            for phrase in objects(sentence, group):
                candidate.add(ArgumentRole.target, phrase, "device.sent_at", kind=kind_of(vocabulary, sentence, phrase))


def add_prison(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add the prison that a break is from: the first one that the sentence names."""
    sentence = candidate.sentence
    for phrase in sentence.phrases:
        kind = kind_of(vocabulary, sentence, phrase)
        if kind.group is not None and kind.group.target_class == "prison":
            candidate.add(ArgumentRole.target, phrase, "device.prison", kind=kind)
            return
