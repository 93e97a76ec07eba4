"""Harm that falls on the acting side: attackers shot by guards, bombers who die, men the acting side loses."""

from __future__ import annotations

import re
from dataclasses import replace

from rasid.model import ArgumentRole, EventType
from rasid.model.reading import Argument
from rasid.model.rules import OWN_SIDE, harms_own_side, only_blames
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.casualties import HARM_ROLES
from rasid.reading.lexicon.incidents import VIOLENT
from rasid.reading.lexicon.sentence import Sentence

_HOLDING = frozenset({EventType.prison_break, EventType.riot, EventType.security_operation})
_ATTACKERS = frozenset(
    "attacker attackers assailant assailants bomber bombers gunman gunmen driver hijacker hijackers kidnapper kidnappers".split()
)
_INMATES = frozenset("inmate inmates prisoner prisoners detainee detainees convict convicts escapees".split())


def mark_counter(sentence: Sentence, found: list[Candidate]) -> None:
    """Mark in each trigger the harm done to those who act in another trigger of the sentence, and take its doers away."""
    told = [
        one for one in found if one.dropped is None and one.pointer is None and one.event_type in VIOLENT | _HOLDING
    ]
    for candidate in told:
        candidate.arguments = [_bearer(sentence, argument) for argument in candidate.arguments]
    acting = {
        a.span.start: one for one in told for a in one.of_role(ArgumentRole.perpetrator) if not only_blames(a.rule)
    }
    for candidate in told:
        others = [one for one in told if one is not candidate]
        hit = [a for a in candidate.arguments if a.role in HARM_ROLES and _acts(sentence, a, candidate, acting, others)]
        if hit:
            _turn(candidate, hit)
            _name_inmates(sentence, hit, others)


def _bearer(sentence: Sentence, argument: Argument) -> Argument:
    """Mark who carries a bomb on the body: "a second man wearing explosives was shot dead"."""
    if argument.role not in HARM_ROLES or harms_own_side(argument.rule):
        return argument
    return (
        replace(argument, rule=OWN_SIDE + argument.rule)
        if _BEARING.match(sentence.text, argument.span.end)
        else argument
    )


_BEARING = re.compile(
    r"\s+(?:wearing|carrying|strapped with)\s+(?:an?\s+)?(?:explosives?|suicide|bomb)(?:\s+(?:vest|belt|jacket))?\b"
)


def _acts(
    sentence: Sentence, harmed: Argument, candidate: Candidate, acting: dict[int, Candidate], others: list[Candidate]
) -> bool:
    """Tell whether the harmed are those who act in another trigger, or are called so beside one."""
    doer = acting.get(harmed.span.start)
    if doer is not None and doer is not candidate and candidate.of_role(ArgumentRole.perpetrator):
        return all(a.span != harmed.span for a in candidate.of_role(ArgumentRole.perpetrator))
    head = harmed.head.quote(sentence.text).lower()
    if head in _INMATES and any(one.event_type is EventType.prison_break for one in others):
        return bool(candidate.of_role(ArgumentRole.perpetrator))
    if not harmed.span.quote(sentence.text).lower().startswith(("the ", "both ")) or head not in _ATTACKERS:
        return False
    own = {a.span for a in candidate.of_role(ArgumentRole.perpetrator)}
    theirs = {a.span for one in others for a in one.of_role(ArgumentRole.perpetrator)}
    attacked = any(one.event_type not in {EventType.security_operation, EventType.arrest} for one in others)
    return attacked and not own & theirs and (bool(own) or head != "driver")


def _turn(candidate: Candidate, hit: list[Argument]) -> None:
    """Mark the harmed as of the acting side; those who did it are no perpetrators of the act, nor the harmed its targets."""
    spans = {a.span for a in hit}
    candidate.arguments = [
        replace(a, rule=OWN_SIDE + a.rule) if a in hit else a
        for a in candidate.arguments
        if a.role is not ArgumentRole.perpetrator and not (a.role is ArgumentRole.target and a.span in spans)
    ]


def _name_inmates(sentence: Sentence, hit: list[Argument], others: list[Candidate]) -> None:
    """Give a prison break its perpetrators: the inmates who were shot in it."""
    for one in others:
        if one.event_type is EventType.prison_break and not one.of_role(ArgumentRole.perpetrator):
            one.arguments.extend(
                replace(a, role=ArgumentRole.perpetrator, rule="counter.inmates")
                for a in hit
                if a.head.quote(sentence.text).lower() in _INMATES
            )
