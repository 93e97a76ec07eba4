"""How far an act went, and how sure: the codebook's status for one incident."""

from __future__ import annotations

from rasid.coding.context import Context
from rasid.model import Claim, EventType, Span, Stance, Status
from rasid.model.reading import ArgumentRole, Trigger
from rasid.model.rules import only_counts

_STATUSES = (
    Status.denied, Status.foiled, Status.attempted, Status.planned, Status.threatened, Status.alleged, Status.claimed,
    Status.reported,
)  # fmt: skip


def status(context: Context, triggers: list[Trigger], kind: EventType) -> Claim[Status]:
    """Return the incident's status: plain telling by any trigger outweighs a hedge elsewhere.

    An accusation stays alleged where what is told beside it names nobody who acts; an act told only by those who deny
    it is denied, one told only by the side that did it is claimed.
    """
    told = [trigger for trigger in triggers if not only_counts(trigger.rule)] or triggers
    plain = [trigger for trigger in told if trigger.status is Status.reported]
    if any(trigger.status is Status.alleged for trigger in told):
        plain = [trigger for trigger in plain if _names_doer(context, trigger)]
    chosen = plain[0] if plain else min(told, key=lambda trigger: (_STATUSES.index(trigger.status), trigger.span))
    leading = next((trigger for trigger in told if _tried_only(trigger)), told[0])
    if leading.status in {Status.attempted, Status.foiled, Status.planned, Status.threatened} and leading is not chosen:
        chosen = leading
    value, rule = chosen.status, chosen.status_rule
    if value in {Status.reported, Status.alleged} and all(_denied(trigger) for trigger in told):
        value, rule = Status.denied, "status.denied.only_told_so"
    elif value is Status.reported and _violent(kind, told) and _own_account(context, told):
        value, rule = Status.claimed, "status.claimed.own_account"
    return Claim(value=value, evidence=(chosen.span,), coded_by=context.coded_by, rule=rule)


_VIOLENT = frozenset(EventType) - {
    EventType.security_operation, EventType.arrest, EventType.deployment, EventType.seizure, EventType.surrender,
    EventType.protest, EventType.riot, EventType.displacement, EventType.agreement, EventType.other,
}  # fmt: skip


def _violent(kind: EventType, told: list[Trigger]) -> bool:
    """Tell whether the incident is an act of violence, or an operation in which people are said to be killed."""
    killed = any(a.role is ArgumentRole.killed for trigger in told for a in trigger.arguments)
    return kind in _VIOLENT or (kind is EventType.security_operation and killed)


_OWN = frozenset({"its", "their", "our", "it", "we"})


_PRONOUNS = frozenset({"they", "it", "he", "she", "them"})


def _names_doer(context: Context, trigger: Trigger) -> bool:
    doers = [a for a in trigger.arguments if a.role is ArgumentRole.perpetrator]
    return any(context.quote(doer.span).lower() not in _PRONOUNS for doer in doers)


def _denied(trigger: Trigger) -> bool:
    return trigger.attribution is not None and trigger.attribution.stance is Stance.denied


def _own_account(context: Context, told: list[Trigger]) -> bool:
    """Tell whether one side both acts and tells all of it: "claimed that its fighters", "soldiers claimed to have"."""
    speakers = {trigger.attribution.speaker for trigger in told if trigger.attribution is not None}
    acting = [a.span for trigger in told for a in trigger.arguments if a.role is ArgumentRole.perpetrator]
    if len(speakers) != 1 or not acting or any(trigger.attribution is None for trigger in told):
        return False
    return all(_of_speaker(context, span, speaker) for span in acting for speaker in speakers)


def _of_speaker(context: Context, span: Span, speaker: Span | None) -> bool:
    return speaker is not None and (span.overlaps(speaker) or context.quote(span).lower().split()[0] in _OWN)


def _tried_only(trigger: Trigger) -> bool:
    """Tell whether a prison break was only tried: a mutiny beside it is told plainly, the break is not."""
    return trigger.event_type is EventType.prison_break and trigger.status in {Status.attempted, Status.foiled}


def confidence(triggers: list[Trigger], *, placed: bool, dated: bool) -> float:
    """Return how sure the coding is, in [0, 1]: more tellings, participants, place and date make it surer."""
    roles = {argument.role for trigger in triggers for argument in trigger.arguments}
    points = 0.45 + 0.1 * min(len(triggers) - 1, 2) + 0.1 * placed + 0.05 * dated
    points += 0.1 * bool(
        roles & {ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted, ArgumentRole.arrested}
    )
    points += 0.1 * (ArgumentRole.perpetrator in roles) + 0.05 * (ArgumentRole.target in roles)
    return round(min(points, 0.95), 2)
