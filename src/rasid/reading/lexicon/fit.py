"""Whether the participants around a verb are of the kinds that its entry asks for."""

from __future__ import annotations

from collections.abc import Callable

from rasid.reading.lexicon.classify import ARMED, Kind, kind_of, people_ending
from rasid.reading.lexicon.clauses import attached, clause_end, objects, reduced_host
from rasid.reading.lexicon.extent import of_phrase
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import conjunct, subject
from rasid.reading.lexicon.vocabulary import Act, Vocabulary, vocabulary
from rasid.text.numbers import find_numbers

_TAIL_REACH = 14
"""Tokens behind a verb within which the words that belong to it may stand: "took six customers of a bank … hostage"."""
_CAPTIVES = frozenset(
    """prisoner prisoners inmate inmates detainee detainees captive captives hostage hostages convict convicts
    student students pupil pupils villager villagers passenger passengers""".split()
)
_TAKEN = frozenset("hostage hostages captive captives prisoner prisoners".split())
_ESCAPES = frozenset({"escape", "break out", "tunnel", "tunnel out"})
"""Verbs that tell a prison break also where the prison is named before them: "a mutiny in a prison and an attempt to escape"."""
_BODIES = ARMED | {"government"}
_SITES = frozenset({"military_site", "police_site", "prison", "infrastructure", "energy", "government_site"})


def fits(vocabulary: Vocabulary, sentence: Sentence, group: VerbGroup, act: Act, end: int) -> bool:
    """Tell whether the verb's object, subject and tail are what the entry asks for; `end` is where its words end."""
    if act.lead and sentence.form(group.main - 1) not in act.lead:
        return False
    if act.joined and not _is_joined(sentence, group, act.joined):
        return False
    if act.tail and tail_at(sentence, end, act.tail) is None:
        return False
    if act.wants != "any":
        patients = patients_of(sentence, group, end)
        if act.frame == "prep":
            reached = attached(sentence, end, stop=clause_end(sentence, end))
            patients = [phrase for preposition, phrase in reached if sentence.form(preposition) in act.prepositions]
        if act.wants == "prison":
            patients = [*patients, *(phrase for _, phrase in attached(sentence, end, stop=clause_end(sentence, end)))]
            if act.lemma in _ESCAPES:
                patients += [phrase for phrase in sentence.phrases if phrase.end <= group.start]
        if not any(_OBJECTS[act.wants](sentence, phrase, kind_of(vocabulary, sentence, phrase)) for phrase in patients):
            return False
    if act.by == "any":
        return True
    passive = group.passive or (act.frame in {"transitive", "harm", "launch"} and _passive(sentence, group, end))
    doer = _agent(sentence, end) if passive else subject(sentence, group)
    if doer is None:
        return passive and act.by == "people"
    if act.by == "many":
        return _many(sentence, doer, kind_of(vocabulary, sentence, doer))
    owner = of_phrase(sentence, doer)
    kind = kind_of(vocabulary, sentence, doer)
    if kind.name in {"thing", "weapon"} and owner is not None and act.by == "armed":
        kind = kind_of(vocabulary, sentence, owner)
    return _SUBJECTS[act.by](kind)


def _is_joined(sentence: Sentence, group: VerbGroup, verbs: frozenset[str]) -> bool:
    """Tell whether "and" joins the verb to one of `verbs` before it."""
    left = conjunct(sentence, group)
    return left is not None and sentence.forms[left.main] in verbs


def patients_of(sentence: Sentence, group: VerbGroup, end: int) -> list[NounPhrase]:
    """Return the object of an active verb, or the subject of a passive one."""
    following = [] if group.passive else objects(sentence, group, after=end)
    if following or sentence.form(end) in {"what", "whatever"}:
        return following
    if not _passive(sentence, group, end):
        return []
    host = subject(sentence, group) if group.passive else reduced_host(sentence, group) or subject(sentence, group)
    return [] if host is None else [phrase for phrase in members(sentence, host) if phrase.end <= group.start]


def tail_at(sentence: Sentence, end: int, tails: tuple[tuple[str, ...], ...]) -> int | None:
    """Return where one of the tails stands behind the object, in the same clause, or None."""
    for at in range(end, min(end + _TAIL_REACH, len(sentence.forms))):
        if any(tuple(sentence.forms[at : at + len(words)]) == words for words in tails):
            return at
        if sentence.form(at) == "," and _closes_aside(sentence, at):
            continue
        if sentence.group_at[at] >= 0 or sentence.form(at) in {",", ";"}:
            return None
    return None


_LONGEST_ASIDE = 8


def _closes_aside(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma opens or closes a number between commas: "12 herders and their relatives, 60 people in all, | out of"."""
    opening = next((one for one in range(at - 1, max(0, at - _LONGEST_ASIDE), -1) if sentence.form(one) == ","), None)
    if opening is not None:
        return sentence.tags[opening + 1] == "CD"
    closing = next((one for one in range(at + 1, at + _LONGEST_ASIDE) if sentence.form(one) == ","), None)
    return closing is not None and sentence.tags[at + 1] == "CD"


def _passive(sentence: Sentence, group: VerbGroup, end: int) -> bool:
    return group.passive or (group.tense == "participle" and not objects(sentence, group, after=end))


def _agent(sentence: Sentence, end: int) -> NounPhrase | None:
    """Return the phrase after "by" behind a passive verb."""
    for preposition, phrase in attached(sentence, end, stop=clause_end(sentence, end)):
        if sentence.form(preposition) == "by":
            return phrase
    return None


def _class(kind: Kind) -> str | None:
    return kind.group.target_class if kind.group is not None else None


def _is_armed(kind: Kind) -> bool:
    return kind.name == "people" and _class(kind) in ARMED


def _is_person(kind: Kind) -> bool:
    return kind.name in {"people", "number"} or (kind.name == "pronoun" and bool(kind.entry))


_CROWDS = frozenset({"hundreds", "thousands", "dozens", "scores", "families", "households"})
_FEWEST = 20
"""Least number of people whose coming to a place is told as flight and not as a visit."""


def _many(sentence: Sentence, phrase: NounPhrase, kind: Kind) -> bool:
    """Tell whether a phrase names a large number of people who are no force."""
    words = sentence.words(phrase.start, phrase.end)
    numbers = [value for _, _, value in find_numbers(words)]
    several = bool(_CROWDS & set(words.split())) or (bool(numbers) and max(numbers) >= _FEWEST)
    return several and kind.name == "people" and _class(kind) not in _BODIES


def _captive(sentence: Sentence, phrase: NounPhrase, kind: Kind) -> bool:
    words = set(sentence.forms[phrase.start : phrase.end])
    return kind.name == "people" and bool(words & _CAPTIVES or words & {"captive", "captured", "abducted", "kidnapped"})


_SOUGHT = frozenset("wanted suspected accused alleged suspect suspects fugitive fugitives".split())


def _bystander(sentence: Sentence, phrase: NounPhrase, kind: Kind) -> bool:
    """Tell whether a phrase names people who bear no arms, are of no armed body and not sought: "captured | four fishermen"."""
    if kind.name != "people" or _SOUGHT & set(sentence.forms[phrase.start : phrase.end + 3]):
        return False
    ends = range(phrase.start + 1, phrase.end + 1)
    groups = [kind.group, *(people_ending(vocabulary(), sentence.forms, phrase.start, end) for end in ends)]
    return all(group is None or group.target_class not in ARMED for group in groups)


_CARED_FOR = frozenset("wounded injured bodies body casualties victims dead patients corpses remains".split())
_CARE = frozenset(
    "hospital hospitals clinic clinics morgue mortuary safety treatment ambulance school surgery charge charges bail".split()
)
_CARE_REACH = 12


def _taken(sentence: Sentence, phrase: NounPhrase, kind: Kind) -> bool:
    """Tell whether people are taken, or set free by those who took them: no hurt or dead, no place of care, no court."""
    nearby = set(sentence.forms[phrase.end : phrase.end + _CARE_REACH])
    return _is_person(kind) and sentence.forms[phrase.head] not in _CARED_FOR and not nearby & _CARE


_OBJECTS: dict[str, Callable[[Sentence, NounPhrase, Kind], bool]] = {
    "person": lambda _, __, kind: _is_person(kind),
    "taken": _taken,
    "thing": lambda _, __, kind: kind.name in {"thing", "name", "other"},
    "armed": lambda _, __, kind: _is_armed(kind),
    "bystander": _bystander,
    "captive": _captive,
    "site": lambda _, __, kind: kind.name == "thing" and _class(kind) in _SITES,
    "settlement": lambda _, __, kind: kind.name == "name" or _class(kind) in {"civilian_site", "government_site"},
    "home": lambda _, __, kind: kind.name == "name" or _class(kind) in {"civilian_site", "residence"},
    "weapon": lambda _, __, kind: kind.name == "weapon",
    "mild": lambda _, __, kind: kind.name == "weapon" and kind.entry in {"teargas", "less_lethal"},
    "mine": lambda _, __, kind: kind.name == "weapon" and kind.entry in {"landmine", "ied", "explosive"},
    "drone": lambda _, __, kind: kind.name == "weapon" and kind.entry in {"armed_drone", "rocket", "missile"},
    "store": lambda _, __, kind: _class(kind) in {"business", "market", "medical_site"},
    "hostages": lambda sentence, phrase, _: sentence.forms[phrase.head] in _TAKEN,
    "vehicle": lambda _, __, kind: _class(kind) == "transport",
    "prison": lambda _, __, kind: _class(kind) == "prison",
}
_SUBJECTS: dict[str, Callable[[Kind], bool]] = {
    "vehicle": lambda kind: _class(kind) == "transport",
    "weapon": lambda kind: kind.name == "weapon",
    "munition": lambda kind: (
        kind.name == "weapon" and kind.entry not in {"aircraft", "helicopter", "armed_drone", "tank"}
    ),
    "aircraft": lambda kind: kind.name == "weapon" and kind.entry in {"aircraft", "helicopter", "armed_drone"},
    "armed": _is_armed,
    "people": lambda kind: kind.name in {"people", "name", "number", "pronoun"},
    "actor": lambda kind: kind.name == "name" or (kind.name == "people" and _class(kind) in _BODIES),
    "civil": lambda kind: (kind.name in {"people", "number"}) and _class(kind) not in _BODIES,
}
