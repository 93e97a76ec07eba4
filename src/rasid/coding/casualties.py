"""Casualty phrases of one incident, each with its count, side and speaker, before the total is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rasid.codebook.load import load_codebook
from rasid.coding.context import Context
from rasid.coding.counts import Counted, count_of
from rasid.coding.privacy import is_personal_name, shown
from rasid.model import (
    EventType,
    Side,
    Span,
    Speaker,
    Stance,
    Status,
    VictimClass,
)
from rasid.model.reading import Argument, ArgumentRole, Part, Trigger
from rasid.model.rules import harms_own_side
from rasid.text.numbers import find_numbers

_OWN_SIDE = re.compile(
    r"\b(?:attackers?|assailants?|bombers?|himself|herself|themselves|suicide bombers?|hijackers?|kidnappers?)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    {"he", "she", "they", "them", "him", "her", "who", "it", "which", "that", "we", "us", "i", "himself", "themselves"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One casualty phrase with its count, side and speaker, before the total is made."""

    counted: Counted
    words: str
    head: str
    span: Span
    sentence: int
    part: Part
    side: Side
    victims: VictimClass
    said_by: Speaker | None
    stance: Stance
    rule: str


_NOT_DONE = frozenset({Status.attempted, Status.foiled, Status.planned, Status.threatened})


def entries(
    context: Context, triggers: list[Trigger], role: ArgumentRole, own: set[str], country: str | None
) -> list[Entry]:
    """Return the counted phrases of one harm, in text order, without repeats; `own` are heads of the acting side.

    Those whom an act was aimed at that did not reach its aim are not counted: "tried to kill the mayor". Where no phrase
    gives a number, "the students" take that of the "three students" named before.
    """
    told = [trigger for trigger in triggers if trigger.status not in _NOT_DONE]
    harmed = list(_harmed(told, role))
    found: list[Entry] = []
    for count in (_stated, _of_those_named):
        for trigger, argument in harmed:
            if found and (count is _of_those_named or any(known.span.overlaps(argument.span) for known in found)):
                continue
            counted = count(context, argument)
            if counted is not None:
                found.append(_entry(context, trigger, argument, counted, own, country))
    return _under_one_number(context, sorted(found, key=lambda entry: entry.span))


def _harmed(triggers: list[Trigger], role: ArgumentRole) -> Iterator[tuple[Trigger, Argument]]:
    """Yield the phrases of one harm with their trigger; those who are killed too are none of the injured."""
    dead = {
        a.span
        for trigger in triggers
        for a in trigger.arguments
        if a.role is ArgumentRole.killed and a.rule != "casualty.none"
    }
    for trigger in triggers:
        for argument in trigger.arguments:
            if argument.role is role and not (role is ArgumentRole.injured and argument.span in dead):
                yield trigger, argument


def _stated(context: Context, argument: Argument) -> Counted | None:
    """Return the number that the words give; a person's name is one, whatever letter it ends with."""
    words, head = context.quote(argument.span), context.quote(argument.head).lower()
    counted = None if head in _PRONOUNS else count_of(words, head)
    if counted is not None and counted.rule == "plural" and is_personal_name(context, argument):
        return count_of("one person", "person")
    return counted


def one_of(head: str) -> str:
    """Return the singular of a lower-case noun for people, roughly: "gunmen" and "gunman" are of one side."""
    return f"{head[:-3]}man" if head.endswith("men") else head.removesuffix("s")


def _under_one_number(context: Context, found: list[Entry]) -> list[Entry]:
    """Leave out a plural under the number before it and a second office: "up to 30 pupils | and teachers"."""
    kept: list[Entry] = []
    for entry in found:
        last = kept[-1] if kept else None
        joined = last is not None and context.report.text[last.span.end : entry.span.start].split() == ["and"]
        if last is None or not joined or not (_shares_number(last, entry) or _is_office(last, entry)):
            kept.append(entry)
    return kept


def _shares_number(left: Entry, entry: Entry) -> bool:
    return left.counted.stated and entry.counted.rule == "plural"


def _is_office(left: Entry, entry: Entry) -> bool:
    """Tell whether a bare office says more of the one person before it: "a cleric | and politician"."""
    return entry.head in _OFFICES and entry.words.lower() == entry.head and _AN.match(left.words) is not None


_AN = re.compile(r"(?:an?|the|another)\b", re.IGNORECASE)
_OFFICES = frozenset(
    """leader commander facilitator financier spokesman spokeswoman founder organiser organizer planner coordinator
    recruiter trainer deputy member adviser advisor politician lawmaker legislator activist""".split()
)


def _entry(
    context: Context, trigger: Trigger, argument: Argument, counted: Counted, own: set[str], country: str | None
) -> Entry:
    words, head = context.quote(argument.span), context.quote(argument.head).lower()
    attribution = trigger.attribution
    return Entry(
        counted=counted,
        words=shown(context, argument, harmed=True),
        head=head,
        span=argument.span,
        sentence=trigger.sentence,
        part=argument.part,
        side=_side(trigger, argument, words, head, own),
        victims=victims_of(argument.code),
        said_by=context.speaker(attribution.speaker, country) if attribution is not None else None,
        stance=attribution.stance if attribution is not None else Stance.asserted,
        rule=argument.rule,
    )


_NAMED_REACH = 240
"""Code points before "the students" within which "three students" gives their number."""


def _of_those_named(context: Context, argument: Argument) -> Counted | None:
    """Return the number of "the students" where "three Baloch students" are named shortly before."""
    words, head = context.quote(argument.span), context.quote(argument.head)
    if re.fullmatch(rf"(?:the|these|those|all)(?: the)? {re.escape(head)}", words, re.IGNORECASE) is None:
        return None
    before = context.report.text[max(0, argument.span.start - _NAMED_REACH) : argument.span.start]
    for place in reversed(list(re.finditer(rf"(?:[\w-]+\s+){{1,4}}?{re.escape(head)}\b", before))):
        numbers = find_numbers(place[0])
        named = count_of(place[0][numbers[-1][0] :] if numbers else place[0], head.lower())
        if named is not None and named.stated:
            return named
    return None


def victims_of(code: str | None) -> VictimClass:
    """Return civilian, armed or unknown for a target class."""
    if code is None:
        return VictimClass.unknown
    return load_codebook().target(code).victims or VictimClass.unknown


def _side(trigger: Trigger, harmed: Argument, words: str, head: str, own: set[str]) -> Side:
    """Tell the acting side's own dead from its victims."""
    if harms_own_side(harmed.rule):
        return Side.perpetrator
    if trigger.event_type is EventType.armed_clash:
        return Side.target
    acted = {argument.span for argument in trigger.arguments if argument.role is ArgumentRole.perpetrator}
    if _OWN_SIDE.search(words) or (one_of(head) in own and not acted):
        return Side.perpetrator
    return Side.target
