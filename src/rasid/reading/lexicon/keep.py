"""Which triggers tell an incident after all: evidence beside the word, scenes, counts over long periods."""

from __future__ import annotations

import re

from rasid.model import ArgumentRole, EventType, Status
from rasid.reading.lexicon import relevance
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import ARMED
from rasid.reading.lexicon.unhurt import RULE as UNHURT

_PARTICIPANTS = frozenset(
    {
        ArgumentRole.perpetrator, ArgumentRole.target, ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted,
        ArgumentRole.arrested, ArgumentRole.displaced,
    }
)  # fmt: skip
_CIVIC = frozenset(
    {EventType.protest, EventType.agreement, EventType.deployment, EventType.displacement, EventType.surrender}
)


def keep(found: list[Candidate], *, scene: str | None) -> list[Candidate]:
    """Drop, with the rule's name, what tells no single incident; returns the same candidates."""
    leading = {
        id(one.follows)
        for one in found
        if one.follows is not None and one.dropped is None and one.pointer is None and _says_something(one)
    }
    hurt = {a.span for one in found for a in one.of_role(ArgumentRole.injured)}
    counted = {(one.sentence.number, one.start) for one in found if one.act.frame == "casualty"}
    for candidate in found:
        if (
            candidate.act.noun
            and candidate.act.frame == "harm"
            and (candidate.sentence.number, candidate.start) in counted
        ):
            candidate.dropped = candidate.dropped or "noun.counted"
        if any(a.span in hurt for a in candidate.of_role(ArgumentRole.displaced)):
            candidate.dropped = candidate.dropped or "evacuation.of_wounded"
        if candidate.dropped is None:
            candidate.dropped = _reason(candidate, scene, leads=id(candidate) in leading)
    return found


def _says_something(candidate: Candidate) -> bool:
    """Tell whether a trigger has any participant, place or time, so that what it tells more of is told too."""
    told = {argument.role for argument in candidate.arguments}
    return not candidate.act.noun or bool(told & (_PARTICIPANTS | {ArgumentRole.place, ArgumentRole.time}))


def _reason(candidate: Candidate, scene: str | None, *, leads: bool) -> str | None:
    """Return the rule by which a candidate tells no incident, or None; one that `leads` others shares what they have."""
    if scene is not None and (relevance.is_played(scene) or not _hard(candidate)):
        return f"scene.{scene}"
    if relevance.tells_aggregate(_own_words(candidate)) and candidate.event_type is not EventType.displacement:
        return "aggregate"
    if candidate.event_type in _CIVIC and candidate.status is Status.denied:
        return f"{candidate.event_type}.denied"
    if leads or (candidate.follows is not None and (_says_something(candidate) or _says_something(candidate.follows))):
        return None
    roles = {argument.role for argument in candidate.arguments}
    if candidate.status is Status.planned and not roles & {ArgumentRole.place, ArgumentRole.time}:
        return f"{candidate.status_rule}.nowhere"
    if candidate.act.weak and candidate.rule != UNHURT and not _armed(candidate, roles):
        if candidate.act.noun and not _definite(candidate):
            return "weak.no_armed_context"
        candidate.pointer = "weak.no_armed_context"
    if candidate.act.noun and not roles & (_PARTICIPANTS | {ArgumentRole.place, ArgumentRole.time}):
        if not _definite(candidate):
            return "noun.bare"
        candidate.pointer = "noun.bare"
    if _plural_generic(candidate, roles):
        return "noun.plural_generic"
    if not candidate.act.noun and candidate.act.frame not in {"device", "launch"} and not roles & _PARTICIPANTS:
        candidate.pointer = candidate.pointer or "verb.no_participants"
    return None


def _definite(candidate: Candidate) -> bool:
    """Tell whether "the" opens the noun's phrase, and it is no plural: "carried out the tea-shop bombing"."""
    phrase = candidate.phrase
    return (
        phrase is not None
        and candidate.act.tag == "NN"
        and candidate.sentence.forms[phrase.start] in {"the", "this", "that"}
    )


def _own_words(candidate: Candidate) -> str:
    """Return the sentence without a relative clause or another statement that follows behind the trigger's own clause."""
    sentence = candidate.sentence
    end = sentence.ends[candidate.end - 1]
    aside = _ASIDE.search(sentence.text, end, sentence.end)
    return sentence.text[sentence.start : aside.start() if aside is not None else sentence.end]


_ASIDE = re.compile(r", (?:which|who|whose|where)\b|;")


def _hard(candidate: Candidate) -> bool:
    """Tell whether the sentence itself shows violence: a weapon, or three words of an armed context."""
    words = relevance.words_of(candidate.sentence.text[candidate.sentence.start : candidate.sentence.end])
    return relevance.armed_weight(words) >= 3


def _armed(candidate: Candidate, roles: set[ArgumentRole]) -> bool:
    """Tell whether a weak trigger stands in an armed context within its sentence."""
    sentence = candidate.sentence
    words = relevance.words_of(sentence.text[sentence.start : sentence.end])
    own = set(sentence.forms[candidate.start : candidate.end])
    if relevance.scene_of(words) is not None:
        return False
    crowd = candidate.event_type is EventType.arson_looting and any(
        one.code == "protesters" for one in candidate.arguments
    )
    if crowd:
        return True
    fighting = {ArgumentRole.perpetrator, *([ArgumentRole.target] if candidate.act.frame == "mutual" else [])}
    if any(
        one.role is ArgumentRole.weapon or (one.role in fighting and one.code in ARMED) for one in candidate.arguments
    ):
        return True
    return relevance.armed_weight([word for word in words if word not in own]) >= 1 or (
        candidate.event_type in _CIVIC and bool(roles & _PARTICIPANTS)
    )


def _plural_generic(candidate: Candidate, roles: set[ArgumentRole]) -> bool:
    """Tell whether a bare plural ("attacks", "killings of peasants") tells acts in general."""
    phrase, sentence = candidate.phrase, candidate.sentence
    if phrase is None or candidate.act.tag != "NNS" or candidate.event_type is EventType.armed_clash:
        return False
    numbered = any(
        sentence.tags[at] == "CD" or sentence.forms[at] in {"several", "multiple", "two"}
        for at in range(phrase.start, candidate.start)
    )
    return not numbered and not {ArgumentRole.time, ArgumentRole.place} & roles
