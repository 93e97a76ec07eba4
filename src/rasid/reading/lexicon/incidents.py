"""Which triggers of a report tell the same incident."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rasid.model import ArgumentRole, EventType
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.casualties import HARM_ROLES
from rasid.reading.lexicon.classify import ARMED
from rasid.reading.lexicon.discourse import by_those_before, goes_on, known_victim, only_more, presupposed, went_before
from rasid.reading.lexicon.evidence import (
    counts_differ,
    new_participants,
    quoted,
    same_day,
    same_doers,
    same_named_day,
    shared_evidence,
)
from rasid.reading.lexicon.unhurt import RULE as UNHURT

VIOLENT = frozenset(
    {
        EventType.attack, EventType.armed_clash, EventType.bombing, EventType.suicide_bombing, EventType.air_strike,
        EventType.shelling, EventType.assassination, EventType.execution, EventType.kidnapping,
        EventType.sexual_violence, EventType.arson_looting,
    }
)  # fmt: skip
_EXPLOSIVE = frozenset({EventType.bombing, EventType.suicide_bombing})
_WITH_TOLL = VIOLENT | {
    EventType.riot, EventType.protest, EventType.prison_break, EventType.seizure, EventType.security_operation
}  # fmt: skip
"""Acts whose dead and hurt may be told in a sentence of their own."""
_FAMILIES = (
    frozenset({EventType.attack, *_EXPLOSIVE, EventType.shelling, EventType.air_strike}),
    frozenset({EventType.attack, EventType.assassination}),
    frozenset({EventType.attack, EventType.execution, EventType.kidnapping}),
    frozenset({EventType.attack, EventType.armed_clash}),
    frozenset({EventType.attack, EventType.kidnapping}),
    frozenset({EventType.attack, EventType.arson_looting}),
    frozenset({EventType.attack, EventType.sexual_violence}),
    frozenset({EventType.security_operation, EventType.arrest, EventType.armed_clash}),
    frozenset({EventType.security_operation, EventType.attack}),
    frozenset({EventType.protest, EventType.riot}),
    frozenset({EventType.seizure, EventType.attack}),
    frozenset({EventType.seizure, EventType.armed_clash}),
    frozenset({EventType.prison_break, EventType.attack}),
)
_RANK = (
    EventType.suicide_bombing, EventType.air_strike, EventType.shelling, EventType.bombing, EventType.execution,
    EventType.assassination, EventType.kidnapping, EventType.sexual_violence, EventType.prison_break,
    EventType.arson_looting, EventType.armed_clash, EventType.riot, EventType.protest, EventType.seizure,
    EventType.security_operation, EventType.arrest, EventType.attack, EventType.displacement, EventType.deployment,
    EventType.surrender, EventType.agreement, EventType.other,
)  # fmt: skip
_APART = re.compile(
    r"\b(?:another|separately|separate|elsewhere|also|meanwhile|in the meantime|other (?:attack|incident)s?|on the other hand|"
    r"second attack|in addition|a similar|previous|earlier attack|later)\b",
    re.IGNORECASE,
)
_REACH = 6
"""Sentences over which a definite noun ("the attack") still points back."""
_NEAR = 2
"""Sentences over which a clause without a place or a day of its own goes on with an act told before it."""
_FAR = 5
"""The same for the act told last."""


@dataclass(slots=True)
class Group:
    """The triggers taken for one incident so far."""

    members: list[Candidate] = field(default_factory=list)

    @property
    def last_sentence(self) -> int:
        """The sentence of the latest trigger."""
        return self.members[-1].sentence.number

    @property
    def types(self) -> set[EventType]:
        """The event types of the triggers."""
        return {member.event_type for member in self.members}


def bring_together(candidates: list[Candidate]) -> list[Group]:
    """Group the candidates, in text order, into incidents numbered from 1; drops those that only point to an act not told."""
    groups: list[Group] = []
    for candidate in candidates:
        group = _home(groups, candidate)
        if group is None and (rule := only_more(candidate)) is not None:
            candidate.dropped = rule
            continue
        if group is None:
            group = Group()
            groups.append(group)
        elif candidate.rule == "pointer.noun" or (
            known_victim(candidate) and candidate.sentence is not group.members[-1].sentence
        ):
            candidate.arguments = [a for a in candidate.arguments if a.role is not ArgumentRole.time]
        group.members.append(candidate)
    for number, group in enumerate(groups, 1):
        for member in group.members:
            member.incident = number
    return groups


def _home(groups: list[Group], candidate: Candidate) -> Group | None:
    """Return the incident that the candidate tells more of, or None when it tells a new one."""
    if candidate.follows is not None:
        for group in groups:
            if candidate.follows in group.members:
                return group
    if _counts_report(candidate):
        return _main(groups)
    last = max((group.last_sentence for group in groups), default=0)
    scored = [
        (score, -number, group)
        for number, group in enumerate(groups)
        if (score := _score(group, candidate, reach=_FAR if group.last_sentence == last else _NEAR)) > 0
    ]
    if scored:
        return max(scored, key=lambda row: (row[0], -row[1]))[2]
    bare = candidate.pointer is not None and candidate.act.frame == "casualty" and not candidate.arguments
    return next((group for group in reversed(groups) if group.types & _WITH_TOLL), None) if bare else None


def _counts_report(candidate: Candidate) -> bool:
    """Tell whether "the toll" is given with no place or day of its own: it counts the dead of what the report is about."""
    if candidate.rule not in {"casualty.toll", "casualty.total"} or "toll" not in candidate.sentence.forms:
        return False
    at = candidate.sentence.forms.index("toll")
    definite = candidate.sentence.form(at - 1) in {"the", "death"} and candidate.sentence.form(at + 1) not in {
        "of",
        "from",
        "in",
    }
    return definite and not candidate.of_role(ArgumentRole.place)


def _main(groups: list[Group]) -> Group | None:
    """Return the incident that the report is about: the first told of those that can have dead."""
    return next((group for group in groups if group.types & _WITH_TOLL), None)


_AT_ONCE = re.compile(
    r"\b(?:in conjunction with|coincid\w+ with|simultaneous\w*|at the same time as|on the same day as)\b"
)
"""Words that tell two acts of one time apart."""


def _score(group: Group, candidate: Candidate, *, reach: int) -> float:
    """Return how well the candidate fits the incident, which may go on over `reach` sentences; above 0 it belongs there."""
    away = candidate.sentence.number - group.last_sentence
    again = 0 < away <= _REACH and by_those_before(candidate) and same_doers(group.members, candidate)
    more = again or (0 <= away <= reach and goes_on(candidate))
    if not _can_be_one(group, candidate, more=more, away=away) or _contradicts(group, candidate):
        return 0.0
    if away == 0 and (_AT_ONCE.search(_between(group.members[-1], candidate)) or went_before(candidate)):
        return 0.0
    shared = shared_evidence(group.members, candidate)
    score = 2.0 * shared
    same_type = candidate.event_type in group.types
    score += same_type and same_named_day(group.members, candidate)
    named = same_type and presupposed(candidate) and away <= 2 * _REACH
    told_of = _points_back(candidate)
    named = named or (told_of and same_type and shared > 0)
    if named or (told_of and away <= _REACH):
        score += 2.0 + same_type
    if more or (candidate.act.frame == "casualty" and away <= reach):
        score += 2.0
    if away == 0 and not _APART.search(_between(group.members[-1], candidate)):
        score += 1.0 + same_type
    if away > _REACH and shared < 2 and not named:
        score -= 1.5
    if _opens_anew(candidate):
        score -= 2.0
    if shared == 0 and not more and not known_victim(candidate) and new_participants(group.members, candidate):
        score -= 1.5
    return score - 0.05 * max(away, 0) - 0.9


def _can_be_one(group: Group, candidate: Candidate, *, more: bool, away: int) -> bool:
    """Tell whether the types allow it; what those who attacked went on to do ("they burned eleven houses") is part of the act."""
    if any(compatible(candidate.event_type, known) for known in group.types):
        return True
    counting = candidate.event_type is EventType.attack and candidate.act.harm is not None
    if counting and (more or candidate.act.frame == "casualty"):
        return bool(group.types & _WITH_TOLL)
    if candidate.event_type is EventType.arrest and away <= _NEAR:
        return _of_same_hands(group, candidate)
    return more and by_those_before(candidate) and candidate.event_type in VIOLENT and bool(group.types & VIOLENT)


def _of_same_hands(group: Group, candidate: Candidate) -> bool:
    """Tell whether arrests belong to the act before: those of a riot, or those that armed people made in their own act."""
    doers = [a for member in group.members for a in member.of_role(ArgumentRole.perpetrator)]
    armed = any(doer.code in ARMED for doer in doers)
    if group.types & {EventType.riot, EventType.protest} or _thrown_by_crowd(group):
        return goes_on(candidate) or not candidate.of_role(ArgumentRole.place)
    return (
        bool(group.types & VIOLENT)
        and armed
        and (goes_on(candidate) or candidate.sentence is group.members[-1].sentence)
    )


def _thrown_by_crowd(group: Group) -> bool:
    """Tell whether people without arms threw stones or burning things."""
    codes = {a.code for member in group.members for a in member.of_role(ArgumentRole.weapon)}
    doers = {a.code for member in group.members for a in member.of_role(ArgumentRole.perpetrator)}
    return bool(codes & {"stones", "fire"}) and doers <= {"civilians", "protesters", None}


def compatible(left: EventType, right: EventType) -> bool:
    """Tell whether two types can be one incident told in two ways."""
    return left == right or any(left in family and right in family for family in _FAMILIES)


def _contradicts(group: Group, candidate: Candidate) -> bool:
    """Tell whether time or an exact count rules out that the two are one."""
    if any(one.sentence is candidate.sentence and one.strand != candidate.strand for one in group.members):
        return True
    if any(one.rule == UNHURT for one in group.members) and any(a.role in HARM_ROLES for a in candidate.arguments):
        return candidate.rule != UNHURT and candidate.sentence is not group.members[-1].sentence
    days = quoted(candidate, ArgumentRole.time)
    known = {words for member in group.members for words in quoted(member, ArgumentRole.time)}
    if days and known and not same_day(days, known):
        return True
    return counts_differ(group.members, candidate)


_OF_THE_SCENE = re.compile(r"\s+(?:of|at|on) the (?:place|scene|site|spot|same place)\b", re.IGNORECASE)
_IN_THE_ACT = re.compile(
    r"\b(?:during|as (?:a|the) result of|in|throughout|in the course of) (?:the|this|that) (?:same )?"
    r"(?:operation|incident|attack|assault|raid|search|ambush|clash|clashes|fighting|engagement|firefight|shootout|exchange)\b",
    re.IGNORECASE,
)


def _points_back(candidate: Candidate) -> bool:
    """Tell whether the trigger is a definite noun ("the attack", "their kidnapping") or told "during the operation"."""
    phrase, sentence = candidate.phrase, candidate.sentence
    if _IN_THE_ACT.search(sentence.text, sentence.start, sentence.end) or known_victim(candidate):
        return True
    if phrase is None:
        return False
    if _OF_THE_SCENE.match(sentence.text, sentence.ends[candidate.end - 1]):
        return True
    first = sentence.forms[phrase.start]
    return (
        first in {"the", "this", "that", "these", "those", "his", "her", "their", "its", "both"}
        or candidate.act.frame == "casualty"
    )


def _opens_anew(candidate: Candidate) -> bool:
    """Tell whether the words before the trigger set it apart: "another", "a second", "in a separate"."""
    sentence = candidate.sentence
    begin = candidate.phrase.start if candidate.phrase is not None else candidate.start
    words = sentence.words(max(0, begin - 6), candidate.end)
    return bool(
        re.search(
            r"\b(?:another|a second|a separate|separate|elsewhere|a similar|a third|other|previous|earlier)\b", words
        )
    )


def _between(left: Candidate, right: Candidate) -> str:
    """Return the words between two triggers of one sentence."""
    if left.sentence is not right.sentence:
        return ""
    return left.sentence.words(min(left.end, right.start), max(left.end, right.start))


def type_of(group: Group) -> Candidate:
    """Return the member whose event type names the incident: the most specific kind that is told."""
    told = [one for one in group.members if one.act.frame != "casualty" and one.pointer is None] or group.members
    return min(told, key=lambda member: (_RANK.index(member.event_type), member.sentence.number, member.start))
