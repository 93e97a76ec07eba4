"""How far an act went, and how sure: the codebook's status for one incident."""

from __future__ import annotations

from rasid.model import ActorKind, ActorRef, Claim, EventType, Status
from rasid.model.reading import ArgumentRole, Trigger

_STATUSES = (
    Status.denied, Status.foiled, Status.attempted, Status.planned, Status.threatened, Status.alleged, Status.claimed,
    Status.reported,
)  # fmt: skip
_STATE = frozenset({ActorKind.state_force, ActorKind.external_force, ActorKind.peacekeepers})


def status(triggers: list[Trigger], coded_by: str) -> Claim[Status]:
    """Return the incident's status: plain telling by any trigger outweighs a hedge elsewhere."""
    plain = [trigger for trigger in triggers if trigger.status is Status.reported]
    chosen = plain[0] if plain else min(triggers, key=lambda trigger: (_STATUSES.index(trigger.status), trigger.span))
    leading = next((trigger for trigger in triggers if _tried_only(trigger)), triggers[0])
    if leading.status in {Status.attempted, Status.foiled, Status.planned, Status.threatened} and leading is not chosen:
        chosen = leading
    return Claim(value=chosen.status, evidence=(chosen.span,), coded_by=coded_by, rule=chosen.status_rule)


def _tried_only(trigger: Trigger) -> bool:
    """Tell whether a prison break was only tried: a mutiny beside it is told plainly, the break is not."""
    return trigger.event_type is EventType.prison_break and trigger.status in {Status.attempted, Status.foiled}


def is_state(actors: tuple[Claim[ActorRef], ...]) -> bool:
    """Tell whether the first named perpetrator is a state's or a coalition's force."""
    return bool(actors) and actors[0].value.kind in _STATE


def confidence(triggers: list[Trigger], *, placed: bool, dated: bool) -> float:
    """Return how sure the coding is, in [0, 1]: more tellings, participants, place and date make it surer."""
    roles = {argument.role for trigger in triggers for argument in trigger.arguments}
    points = 0.45 + 0.1 * min(len(triggers) - 1, 2) + 0.1 * placed + 0.05 * dated
    points += 0.1 * bool(
        roles & {ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted, ArgumentRole.arrested}
    )
    points += 0.1 * (ArgumentRole.perpetrator in roles) + 0.05 * (ArgumentRole.target in roles)
    return round(min(points, 0.95), 2)
