"""What kind of act, how far it went, and how sure: the codebook's type and status for one incident."""

from __future__ import annotations

from rasid.model import ActorKind, ActorRef, Claim, EventType, Status
from rasid.model.reading import Argument, ArgumentRole, Trigger

_RANK = (
    EventType.suicide_bombing, EventType.air_strike, EventType.shelling, EventType.bombing, EventType.execution,
    EventType.assassination, EventType.kidnapping, EventType.sexual_violence, EventType.prison_break,
    EventType.arson_looting, EventType.armed_clash, EventType.riot, EventType.protest, EventType.seizure,
    EventType.security_operation, EventType.arrest, EventType.attack, EventType.displacement, EventType.deployment,
    EventType.surrender, EventType.agreement, EventType.other,
)  # fmt: skip
_STATUSES = (
    Status.denied, Status.foiled, Status.attempted, Status.planned, Status.threatened, Status.alleged, Status.claimed,
    Status.reported,
)  # fmt: skip
_STATE = frozenset({ActorKind.state_force, ActorKind.external_force, ActorKind.peacekeepers})
_PROMINENT = frozenset(
    {"government", "politician", "judicial", "media", "religious", "diplomatic", "community_leader", "activist"}
)


def event_type(triggers: list[Trigger], coded_by: str) -> Claim[EventType]:
    """Return the incident's type: the most specific act told, by the codebook's precedence."""
    told = [trigger for trigger in triggers if not trigger.rule.startswith("casualty.")] or triggers
    head = min(told, key=lambda trigger: (_RANK.index(trigger.event_type), trigger.span))
    weapons = {a.code for trigger in triggers for a in trigger.arguments if a.role is ArgumentRole.weapon}
    value, rule = head.event_type, head.rule
    if value is EventType.attack and all(t.rule.startswith(("verb.attack", "noun.attack", "casualty")) for t in told):
        value, rule = _by_weapon(triggers, weapons, value, rule)
    return Claim(value=value, evidence=(head.span,), coded_by=coded_by, rule=rule, confidence=0.85)


_AIR = frozenset({"aircraft", "armed_drone", "helicopter"})
_FAR = frozenset({"mortar", "artillery", "rocket", "missile"})
_BOMBS = frozenset({"ied", "vehicle_bomb", "explosive", "landmine", "grenade"})
_HANDS = frozenset({"small_arms", "medium_weapons", "knife", "machete", "rpg", "sniper_rifle", "beating"})


def _by_weapon(triggers: list[Trigger], weapons: set[str | None], value: EventType, rule: str) -> tuple[EventType, str]:
    """Refine a plain attack by its weapon, where no weapon of attackers on the spot stands beside it."""
    if weapons & _HANDS:
        return value, rule
    if "suicide_vest" in weapons:
        return EventType.suicide_bombing, f"{rule}+weapon.suicide_vest"
    if weapons & _AIR:
        return EventType.air_strike, f"{rule}+weapon.air"
    if weapons & _FAR:
        return EventType.shelling, f"{rule}+weapon.indirect"
    if weapons & _BOMBS and not any(_on_the_spot(a) for t in triggers for a in t.arguments):
        return EventType.bombing, f"{rule}+weapon.explosive"
    return value, rule


def _on_the_spot(argument: Argument) -> bool:
    """Tell whether an argument names somebody who acts, not one who is only blamed or claims the act."""
    return argument.role is ArgumentRole.perpetrator and not argument.rule.startswith("blame.")


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
