"""Who acted and whom it hit: words into register actors, generic words giving way to names."""

from __future__ import annotations

import re
from dataclasses import replace

from rasid.coding.accused import stance_of
from rasid.coding.antecedents import actor_at
from rasid.coding.context import Context
from rasid.coding.privacy import shown
from rasid.model import ActorKind, ActorRef, Claim, Span, Speaker, Stance, StatementKind, Target
from rasid.model.reading import Argument, ArgumentRole, Trigger
from rasid.model.rules import only_blames
from rasid.text.numbers import parse_number, parse_ordinal

_PRONOUNS = frozenset(
    "he she they them him her who it which that we us i himself themselves itself this these those there one".split()
)
_HARMS = frozenset(
    {
        ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted, ArgumentRole.arrested, ArgumentRole.displaced,
    }
)  # fmt: skip


def said(context: Context, trigger: Trigger, country: str | None) -> tuple[Speaker | None, Stance]:
    """Return who says what the trigger tells, and how they stand to it."""
    attribution = trigger.attribution
    if attribution is None:
        return None, Stance.asserted
    return context.speaker(attribution.speaker, country), attribution.stance


def perpetrators(context: Context, triggers: list[Trigger], country: str | None) -> tuple[Claim[ActorRef], ...]:
    """Return the claims on who acted, register actors before unidentified classes, each actor once."""
    found: list[Claim[ActorRef]] = []
    for trigger, argument in _arguments(triggers, ArgumentRole.perpetrator):
        if _is_pronoun(context, argument):
            continue
        actor = actor_at(context, argument.span, country)
        if actor.actor_id is None and (_owned_by_pronoun(context, argument) or _is_place(context, argument)):
            continue
        said_by, stance = said(context, trigger, country)
        if argument.stance is not Stance.asserted:
            stance = argument.stance
        elif actor.actor_id is not None and said_by is not None and _is(said_by, actor):
            stance = Stance.claimed_by_perpetrator
        elif stance is Stance.asserted:
            stance = _around(context, argument.span)
        found.append(
            Claim(
                value=actor,
                evidence=(argument.span,),
                said_by=said_by,
                stance=stance,
                coded_by=context.coded_by,
                rule=argument.rule,
                confidence=min(actor.confidence, 0.9),
            )
        )
    return tuple(_named_first([*found, *_claimed(context, triggers, country)]))


def _around(context: Context, named: Span) -> Stance:
    sentence = next((one for one in context.reading.sentences if one.covers(named)), named)
    return stance_of(context.report.text, sentence, named)


def _is(speaker: Speaker, actor: ActorRef) -> bool:
    """Tell whether the one who says it is the one who is said to have acted."""
    return speaker.actor is not None and speaker.actor.actor_id == actor.actor_id


def _claimed(context: Context, triggers: list[Trigger], country: str | None) -> list[Claim[ActorRef]]:
    """Return a claim for each organisation that is told to claim responsibility for the incident."""
    number = triggers[0].incident
    found: list[Claim[ActorRef]] = []
    for statement in context.reading.statements:
        if statement.kind is not StatementKind.responsibility_claim or statement.incident != number:
            continue
        speaker = context.speaker(statement.speaker, country)
        if speaker is not None and speaker.actor is not None and speaker.actor.kind.armed:
            found.append(
                Claim(
                    value=speaker.actor,
                    evidence=(speaker.span,),
                    said_by=speaker,
                    stance=Stance.claimed_by_perpetrator,
                    coded_by=context.coded_by,
                    rule=statement.rule,
                    confidence=min(speaker.actor.confidence, 0.8),
                )
            )
    return found


def targets(
    context: Context, triggers: list[Trigger], country: str | None, acted: tuple[Claim[ActorRef], ...]
) -> tuple[Claim[Target], ...]:
    """Return the claims on whom or what it hit; what is also the acting side is left out."""
    acting = {span for claim in acted for span in claim.evidence}
    harmed = {argument.span for trigger in triggers for argument in trigger.arguments if argument.role in _HARMS}
    found: list[Claim[Target]] = []
    seen: set[str] = set()
    for trigger, argument in _arguments(triggers, ArgumentRole.target):
        words = context.quote(argument.span)
        if argument.span in acting or _is_pronoun(context, argument) or words.lower() in seen:
            continue
        seen.add(words.lower())
        actor = actor_at(context, argument.span, country)
        said_by, stance = said(context, trigger, country)
        found.append(
            Claim(
                value=_target(context, argument, actor, harmed=argument.span in harmed),
                evidence=(argument.span,),
                said_by=said_by,
                stance=stance,
                coded_by=context.coded_by,
                rule=argument.rule,
            )
        )
    told = [claim for claim in found if not _is_count(claim.value)]
    return tuple(told or found)


def _is_count(target: Target) -> bool:
    """Tell whether a target's words only count those named elsewhere: "killing four policemen and wounding | three", | a fifth |."""
    words = _AROUND.sub("", target.words).strip()
    return not words or parse_number(words) is not None or parse_ordinal(words.removeprefix("a ")) is not None


_AROUND = re.compile(
    r"^(?:at least|about|some|more than|up to|nearly|almost|around|another|several|many)\b|\b(?:others?|more)$",
    re.IGNORECASE,
)


def _target(context: Context, argument: Argument, actor: ActorRef, *, harmed: bool) -> Target:
    """Return the target with its words and actor, without a private person's name."""
    words = shown(context, argument, harmed=harmed)
    if words != context.quote(argument.span):
        actor = replace(actor, name=words if actor.kind is ActorKind.unknown else actor.name, words=words)
    return Target(words=words, target_class=argument.code, actor=actor)


def _arguments(triggers: list[Trigger], role: ArgumentRole) -> list[tuple[Trigger, Argument]]:
    """Return (trigger, argument) of one role, each span once, in order of reading."""
    seen: set[tuple[int, int]] = set()
    found = []
    for trigger in triggers:
        for argument in trigger.arguments:
            key = (argument.head.start, argument.head.end)
            if argument.role is role and key not in seen:
                seen.add(key)
                found.append((trigger, argument))
    return found


def _is_pronoun(context: Context, argument: Argument) -> bool:
    return context.quote(argument.head).lower() in _PRONOUNS and argument.span == argument.head


def _owned_by_pronoun(context: Context, argument: Argument) -> bool:
    """Tell whether a weapon's owner is only pointed to: "denied that | their aircraft | had bombed"."""
    return argument.rule.startswith("device.") and context.quote(argument.span).lower().split()[0] in {
        "its",
        "their",
        "his",
    }


def _is_place(context: Context, argument: Argument) -> bool:
    """Tell whether a name before an act is that of a place: "the | Jamundí | bombing"."""
    named = argument.rule == "noun.modifier" and argument.code is None
    return named and any(
        start <= argument.span.start and argument.span.end <= end for start, end, _ in context.named_places
    )


def _named_first(found: list[Claim[ActorRef]]) -> list[Claim[ActorRef]]:
    """Put register actors first; an unidentified class beside a named actor of a fitting kind only repeats it.

    That the actor claims the act is a claim of its own beside what others tell.
    """
    named = [claim for claim in found if claim.value.actor_id is not None]
    rest = [claim for claim in found if claim.value.actor_id is None]
    unique: dict[tuple[str, bool], Claim[ActorRef]] = {}
    for claim in [*named, *rest]:
        key = (claim.value.actor_id or claim.value.words.lower(), claim.stance is Stance.claimed_by_perpetrator)
        known = unique.get(key)
        unique[key] = claim if known is None else replace(known, evidence=known.evidence + claim.evidence)
    kept = list(unique.values())
    if all(only_blames(claim.rule) for claim in named):
        return kept
    return [claim for claim in kept if claim.value.actor_id is not None or not _repeats(claim.value)] or kept


def _repeats(actor: ActorRef) -> bool:
    return actor.kind in {ActorKind.unidentified_armed_group, ActorKind.unknown, ActorKind.civilians}
