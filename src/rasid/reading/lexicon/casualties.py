"""Casualty phrases that hang on no single verb or noun: "leaving 5 dead", "the death toll rose to 12"."""

from __future__ import annotations

import re
from dataclasses import replace

from rasid.model import ArgumentRole, EventType, Harm, Part
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_person, kind_of, may_be_person
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.harm_words import harm_words
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.numbers_told import is_numbered, numbers_told
from rasid.reading.lexicon.participants import HARM_ROLE
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.totals import totals
from rasid.reading.lexicon.unhurt import unhurt
from rasid.reading.lexicon.vocabulary import Act, Vocabulary

_LEAVE = frozenset({"left", "leaving", "leaves", "leave"})
_STATES = {
    "dead": Harm.killed, "wounded": Harm.injured, "injured": Harm.injured, "hurt": Harm.injured,
    "homeless": Harm.displaced, "displaced": Harm.displaced, "missing": None,
}  # fmt: skip
_DEATHS = frozenset({"deaths", "fatalities", "killings"})
_WOUNDS = frozenset({"injuries", "wounded", "injured", "wounds"})

HARM_ROLES = frozenset(HARM_ROLE.values())


def casualty_candidates(vocabulary: Vocabulary, sentence: Sentence, known: set[int]) -> list[Candidate]:
    """Return the casualty phrases of the sentence as triggers of type attack that only add to an incident.

    `known` are the tokens of the triggers found already.
    """
    found = [
        *_left_dead(vocabulary, sentence),
        *_states(vocabulary, sentence),
        *_told(vocabulary, sentence),
        *_losses(sentence),
        *_identified(sentence),
        *unhurt(sentence),
        *totals(sentence),
    ]
    known |= {token for one in found for token in range(one.start, one.end)}
    found += harm_words(vocabulary, sentence, known)
    return sorted(found, key=lambda candidate: candidate.start)


def _left_dead(vocabulary: Vocabulary, sentence: Sentence) -> list[Candidate]:
    """Read "left five people dead and 10 wounded"."""
    found = []
    for group in sentence.groups:
        phrase = sentence.phrase(group.end)
        if sentence.forms[group.main] not in _LEAVE or phrase is None:
            continue
        for member in members(sentence, phrase):
            harm = _state_after(sentence, member)
            harm = harm or _hurt_with(sentence, member)
            kind = kind_of(vocabulary, sentence, member)
            if harm is not None and (is_person(kind) or may_be_person(sentence, member, kind)):
                candidate = _make(sentence, group.main, group.main + 1, harm, "casualty.left")
                candidate.group = group
                _add(vocabulary, candidate, member, harm)
                found.append(candidate)
    return found


def _state_after(sentence: Sentence, phrase: NounPhrase) -> Harm | None:
    """Return the harm that the word after (or ending) a phrase tells: "five | dead", "ten wounded"."""
    harm = _STATES.get(sentence.form(of_end(sentence, phrase)))
    return harm if harm is not None else _STATES.get(sentence.forms[phrase.head])


_INJURIES = frozenset("arm leg arms legs injuries wounds burns bruises bones bone fractures ribs".split())


def _hurt_with(sentence: Sentence, phrase: NounPhrase) -> Harm | None:
    """Return injured for "left one man | with a broken arm"."""
    at = of_end(sentence, phrase)
    injury = sentence.phrase(at + 1) if sentence.form(at) == "with" else None
    return Harm.injured if injury is not None and sentence.forms[injury.head] in _INJURIES else None


def _states(vocabulary: Vocabulary, sentence: Sentence) -> list[Candidate]:
    """Read "five people were dead", "with 10 wounded", "3 dead and 5 injured" where a number goes before."""
    found = []
    for phrase in sentence.phrases:
        harm = _state_after(sentence, phrase) if is_numbered(sentence, phrase) else None
        if harm is Harm.injured and sentence.form(of_end(sentence, phrase)) in {"died", "succumbed"}:
            continue
        if harm is None or sentence.form(phrase.start - 1) in _LEAVE:
            continue
        at = phrase.head if sentence.forms[phrase.head] in _STATES else phrase.end
        group = sentence.group(at)
        if group is not None and group.main == at and sentence.tags[at].startswith("VB"):
            continue
        candidate = _make(sentence, at, at + 1, harm, "casualty.state")
        _add(vocabulary, candidate, phrase, harm)
        if sentence.words(phrase.start - 2, phrase.start) in _MAKES:
            candidate.arguments = [
                replace(a, part=Part.toll) if a.role in HARM_ROLES else a for a in candidate.arguments
            ]
        found.append(candidate)
    return found


_MAKES = frozenset({"that makes", "this makes", "which makes", "that made", "this made", "which made", "that brings"})
"""Before a number: it is the sum of those told so far: "That makes | three dead"."""
_VICTIMS = {
    "victims": Harm.killed, "victim": Harm.killed, "dead": Harm.killed, "deceased": Harm.killed, "killed": Harm.killed, "fatalities": Harm.killed,
    "wounded": Harm.injured, "injured": Harm.injured, "kidnapped": Harm.abducted, "hostages": Harm.abducted,
    "captives": Harm.abducted, "detainees": Harm.arrested, "bodies": Harm.killed,
}  # fmt: skip


def _identified(sentence: Sentence) -> list[Candidate]:
    """Read "the victims were identified as A and B": who they are, parts of a number told elsewhere."""
    for group in sentence.groups:
        begin = group.end + (sentence.form(group.end) == "as")
        host, named = subject(sentence, group), sentence.phrase(begin)
        if not (begin > group.end or sentence.forms[group.main] in {"were", "are", "was", "included", "include"}):
            continue
        harm = None if host is None else _VICTIMS.get(sentence.forms[host.head])
        if harm is None or named is None or sentence.tags[named.head] == "CD":
            continue
        candidate = _make(sentence, group.main, group.main + 1, harm, "casualty.identified")
        for member in members(sentence, named):
            candidate.add(HARM_ROLE[harm], member, candidate.rule, part=Part.subset)
        return [candidate]
    return []


def _told(vocabulary: Vocabulary, sentence: Sentence) -> list[Candidate]:
    """Read the numbers that hang on no verb of harm: tolls, "the number of people displaced", bodies found."""
    found = []
    for at, phrase, harm, rule, part in numbers_told(sentence):
        candidate = _make(sentence, at, at + 1, harm, rule)
        candidate.add(HARM_ROLE[harm], phrase, rule, kind=kind_of(vocabulary, sentence, phrase), part=part)
        found.append(candidate)
    return found


def _losses(sentence: Sentence) -> list[Candidate]:
    """Read "12 deaths", "seven injuries", "claimed 12 lives" where a number goes before."""
    found = []
    for phrase in sentence.phrases:
        form = sentence.forms[phrase.head]
        harm = Harm.killed if form in _DEATHS else Harm.injured if form in _WOUNDS else None
        if form == "lives" and sentence.form(phrase.start - 1) in {"claimed", "claiming", "cost", "costing", "took"}:
            harm = Harm.killed
        if harm is not None and is_numbered(sentence, phrase) and sentence.form(phrase.head + 1) != "toll":
            candidate = _make(sentence, phrase.head, phrase.head + 1, harm, "casualty.losses")
            candidate.add(HARM_ROLE[harm], phrase, "casualty.losses")
            found.append(candidate)
    return found


def _make(sentence: Sentence, start: int, end: int, harm: Harm, rule: str) -> Candidate:
    act = Act("casualty", EventType.attack, "casualty", "NN", harm=harm, weak=True)
    return Candidate(sentence, start, end, act, EventType.attack, rule)


def _add(vocabulary: Vocabulary, candidate: Candidate, phrase: NounPhrase, harm: Harm) -> None:
    kind = kind_of(vocabulary, candidate.sentence, phrase)
    candidate.patients.append(phrase)
    candidate.add(HARM_ROLE[harm], phrase, candidate.rule, kind=kind)
    if kind.name == "people":
        candidate.add(ArgumentRole.target, phrase, candidate.rule, kind=kind)


def mark_parts(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Tell wholes from parts: "including 3 children" is a subset, "in addition to a sniper" an added one."""
    sentence = candidate.sentence
    for argument in list(candidate.arguments):
        if argument.role in HARM_ROLES and argument.part is Part.whole:
            _following_parts(vocabulary, candidate, argument)
    candidate.arguments = [_own_part(sentence, argument) for argument in candidate.arguments]


def _own_part(sentence: Sentence, argument: Argument) -> Argument:
    """Mark an argument that "including" or "among them" opens, or that "among them" closes."""
    if argument.role not in HARM_ROLES or argument.part is not Part.whole:
        return argument
    before = sentence.text[max(sentence.start, argument.span.start - 24) : argument.span.start].lower()
    if re.search(
        r"\b(?:including|among (?:them|the dead|those killed)(?: were| was)?|of (?:them|whom))\s*$", before
    ) or re.match(
        r"\s+among (?:them|those killed|the dead)\b", sentence.text[argument.span.end : argument.span.end + 24]
    ):
        return replace(argument, part=Part.subset)
    return argument


_PART_CUES = (
    (("in", "addition", "to"), Part.added),
    (("along", "with"), Part.whole),
    (("besides",), Part.whole),
    (("including",), Part.subset),
    (("most", "of", "them"), Part.subset),
    (("mostly",), Part.subset),
    (("among", "them"), Part.subset),
    (("among", "whom", "were"), Part.subset),
)


def _following_parts(vocabulary: Vocabulary, candidate: Candidate, argument: Argument) -> None:
    """Add the phrases that a part cue behind the argument opens, within the next dozen tokens."""
    sentence = candidate.sentence
    begin = next(at for at in range(len(sentence.ends)) if sentence.ends[at] >= argument.span.end) + 1
    for at in range(begin, min(begin + 10, len(sentence.forms))):
        group = sentence.group(at)
        if group is not None and group is not candidate.group and _other_clause(sentence, group):
            return
        for words, part in _PART_CUES:
            if tuple(sentence.forms[at : at + len(words)]) == words:
                phrase = sentence.phrase(at + len(words))
                if phrase is not None:
                    _add_parts(vocabulary, candidate, argument, phrase, part)
                return


def _other_clause(sentence: Sentence, group: VerbGroup) -> bool:
    return sentence.forms[group.main] != "including" and group.tense in {"past", "future"}


def _add_parts(
    vocabulary: Vocabulary, candidate: Candidate, argument: Argument, phrase: NounPhrase, part: Part
) -> None:
    sentence = candidate.sentence
    for member in members(sentence, phrase):
        kind = kind_of(vocabulary, sentence, member)
        known = next(
            (
                a
                for a in candidate.arguments
                if a.role == argument.role and a.span.start == sentence.starts[member.start]
            ),
            None,
        )
        if known is not None:
            candidate.arguments[candidate.arguments.index(known)] = replace(known, part=part)
        elif is_person(kind):
            candidate.add(argument.role, member, f"casualty.{part}", kind=kind, part=part)
