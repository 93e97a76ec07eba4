"""Which triggers of a report tell the same incident."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rasid.model import ArgumentRole, EventType, Part
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.casualties import HARM_ROLES
from rasid.reading.lexicon.discourse import by_those_before, dayish, goes_on, only_more

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
_STOP_HEADS = frozenset(
    {
        "people",
        "person",
        "persons",
        "men",
        "man",
        "others",
        "other",
        "members",
        "member",
        "it",
        "they",
        "he",
        "she",
        "them",
        "him",
        "her",
        "who",
        "which",
        "that",
        "individuals",
        "civilians",
        "victims",
        "one",
        "two",
        "dead",
        "wounded",
        "bodies",
        "body",
        "injured",
        "casualties",
        "group",
        "number",
    }
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

    def heads(self, *roles: ArgumentRole) -> set[str]:
        """Return the head words of the arguments of these roles, without words that fit anybody."""
        return {head for member in self.members for head in heads_of(member, *roles)}


def heads_of(candidate: Candidate, *roles: ArgumentRole) -> set[str]:
    """Return the lower-case head words of the candidate's arguments of these roles."""
    text = candidate.sentence.text
    found = {singular(a.head.quote(text).lower()) for a in candidate.arguments if a.role in roles}
    return found - _STOP_HEADS


def singular(word: str) -> str:
    """Return a rough singular, for comparing heads only."""
    if word.endswith("men"):
        return word[:-3] + "man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


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
    last = max((group.last_sentence for group in groups), default=0)
    scored = [
        (score, -number, group)
        for number, group in enumerate(groups)
        if (score := _score(group, candidate, reach=_FAR if group.last_sentence == last else _NEAR)) > 0
    ]
    return max(scored, key=lambda row: (row[0], -row[1]))[2] if scored else None


_AT_ONCE = re.compile(r"\b(?:in conjunction with|coincid\w+ with|simultaneous\w*|at the same time as|on the same day as)\b")
"""Words that tell two acts of one time apart."""


def _score(group: Group, candidate: Candidate, *, reach: int) -> float:
    """Return how well the candidate fits the incident, which may go on over `reach` sentences; above 0 it belongs there."""
    away = candidate.sentence.number - group.last_sentence
    more = 0 < away <= reach and goes_on(candidate)
    if not _can_be_one(group, candidate, more=more) or _contradicts(group, candidate):
        return 0.0
    if away == 0 and _AT_ONCE.search(_between(group.members[-1], candidate)):
        return 0.0
    shared = _shared(group, candidate)
    score = 2.0 * shared
    same_type = candidate.event_type in group.types
    if _points_back(candidate) and away <= _REACH:
        score += 2.0 + same_type
    if more or (candidate.act.frame == "casualty" and away <= reach):
        score += 2.0
    if away == 0 and not _APART.search(_between(group.members[-1], candidate)):
        score += 1.0 + same_type
    if away > _REACH and shared < 2:
        score -= 1.5
    if _opens_anew(candidate):
        score -= 2.0
    if shared == 0 and not more and _new_participants(group, candidate):
        score -= 1.5
    return score - 0.05 * max(away, 0) - 0.9


def _can_be_one(group: Group, candidate: Candidate, *, more: bool) -> bool:
    """Tell whether the types allow it; what those who attacked went on to do ("they burned eleven houses") is part of the act."""
    if any(compatible(candidate.event_type, known) for known in group.types):
        return True
    counting = candidate.event_type is EventType.attack and candidate.act.harm is not None
    if counting and (more or candidate.act.frame == "casualty"):
        return bool(group.types & _WITH_TOLL)
    return more and by_those_before(candidate) and candidate.event_type in VIOLENT and bool(group.types & VIOLENT)


def compatible(left: EventType, right: EventType) -> bool:
    """Tell whether two types can be one incident told in two ways."""
    return left == right or any(left in family and right in family for family in _FAMILIES)


def _shared(group: Group, candidate: Candidate) -> int:
    """Count the kinds of evidence that the two have in common: whom, where, when."""
    harmed = (
        ArgumentRole.target,
        ArgumentRole.killed,
        ArgumentRole.injured,
        ArgumentRole.abducted,
        ArgumentRole.arrested,
    )
    shared = bool(group.heads(*harmed) & heads_of(candidate, *harmed))
    mine = _place_words(candidate)
    theirs = {word for member in group.members for word in _place_words(member)}
    return shared + bool(mine & theirs) - bool(mine and theirs and not mine & theirs)


def _new_participants(group: Group, candidate: Candidate) -> bool:
    """Tell whether the candidate names victims or targets of its own where the incident has others."""
    harmed = (ArgumentRole.target, ArgumentRole.killed, ArgumentRole.abducted)
    return bool(group.heads(*harmed)) and bool(heads_of(candidate, *harmed))


def _contradicts(group: Group, candidate: Candidate) -> bool:
    """Tell whether time or an exact count rules out that the two are one."""
    if any(one.sentence is candidate.sentence and one.strand != candidate.strand for one in group.members):
        return True
    days = _quoted(candidate, ArgumentRole.time)
    known = {words for member in group.members for words in _quoted(member, ArgumentRole.time)}
    if days and known and not _same_day(days, known):
        return True
    return _counts_differ(group, candidate)


def _quoted(candidate: Candidate, role: ArgumentRole) -> set[str]:
    """Return the lower-case words of the candidate's arguments of one role."""
    text = candidate.sentence.text
    return {a.span.quote(text).lower() for a in candidate.of_role(role)}


def _place_words(candidate: Candidate) -> set[str]:
    """Return the words of the candidate's places that can tell one place from another."""
    words = {word.strip(".,()") for quote in _quoted(candidate, ArgumentRole.place) for word in quote.split()}
    return words - _PLACE_STOPS


_PLACE_STOPS = frozenset(
    """the a an of in at near on and area region province department district city town village municipality east west
    north south northern southern eastern western capital neighborhood country state county border outskirts""".split()
)


def _same_day(days: set[str], known: set[str]) -> bool:
    """Tell whether some pair of time words can be the same day: equal words, or one inside the other."""
    return any(
        left in right or right in left or not dayish(left) or not dayish(right) for left in days for right in known
    )


def _counts_differ(group: Group, candidate: Candidate) -> bool:
    """Tell whether both count the killed of the same kind of victim and the plain numbers differ."""
    if any(a.part is Part.toll for a in candidate.arguments):
        return False
    mine = _counted(candidate)
    for member in group.members:
        for key, number in _counted(member).items():
            if key in mine and mine[key] != number and member.sentence is not candidate.sentence:
                return True
    return False


_FURTHER = re.compile(r"\b(?:additional|other|others|another|more|further)\b", re.IGNORECASE)
"""Words that count people beside those told before: such a number contradicts none."""


def _counted(candidate: Candidate) -> dict[tuple[ArgumentRole, str], str]:
    text = candidate.sentence.text
    found = {}
    for argument in candidate.arguments:
        if (
            argument.role in HARM_ROLES
            and argument.part is Part.whole
            and not _FURTHER.search(argument.span.quote(text))
        ):
            number = re.match(
                r"(?:the |these |those |at least |about |some )?(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
                argument.span.quote(text).lower(),
            )
            if number:
                found[argument.role, singular(argument.head.quote(text).lower())] = number.group(1)
    return found


_IN_THE_ACT = re.compile(
    r"\b(?:during|as (?:a|the) result of|in|throughout|in the course of) (?:the|this|that) (?:same )?"
    r"(?:operation|incident|attack|assault|raid|search|ambush|clash|clashes|fighting|engagement|firefight|shootout|exchange)\b",
    re.IGNORECASE,
)


def _points_back(candidate: Candidate) -> bool:
    """Tell whether the trigger is a definite noun ("the attack", "their kidnapping") or told "during the operation"."""
    phrase, sentence = candidate.phrase, candidate.sentence
    if _IN_THE_ACT.search(sentence.text, sentence.start, sentence.end):
        return True
    if phrase is None:
        return False
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
    told = [member for member in group.members if member.act.frame != "casualty"] or group.members
    return min(told, key=lambda member: (_RANK.index(member.event_type), member.sentence.number, member.start))
