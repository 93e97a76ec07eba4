"""What kind of act an incident is: the most telling trigger, refined by weapon, victims and the words around.

Each rule is a line of the codebook (its boundary cases); the rules are tried in order and the first that fits names the
type. None looks at who the sides are beyond whether they are a crowd, so that swapping two actors changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from rasid.coding.context import Context
from rasid.coding.counts import count_of
from rasid.coding.data import load_toml
from rasid.coding.type_facts import Facts
from rasid.model import Claim, EventType
from rasid.model.reading import ArgumentRole, Trigger
from rasid.model.rules import harms_own_side, only_counts

_RANK = (
    EventType.suicide_bombing, EventType.air_strike, EventType.shelling, EventType.bombing, EventType.execution,
    EventType.assassination, EventType.kidnapping, EventType.sexual_violence, EventType.prison_break,
    EventType.arson_looting, EventType.armed_clash, EventType.riot, EventType.protest, EventType.seizure,
    EventType.security_operation, EventType.arrest, EventType.attack, EventType.displacement, EventType.deployment,
    EventType.surrender, EventType.agreement, EventType.other,
)  # fmt: skip
_AIR = frozenset({"aircraft", "armed_drone", "helicopter"})
_FAR = frozenset({"mortar", "artillery", "rocket", "missile", "naval_gun", "tank"})
_BOMBS = frozenset({"ied", "vehicle_bomb", "explosive", "landmine", "grenade"})
_HANDS = frozenset({"small_arms", "medium_weapons", "knife", "machete", "rpg", "sniper_rifle", "beating", "blunt"})
_THROWN = frozenset({"stones", "fire", "blunt", "beating"})
_MILD = frozenset({"teargas", "less_lethal"})
_PROMINENT = frozenset(
    {"government", "politician", "judicial", "media", "religious", "diplomatic", "community_leader", "activist"}
)
_ENTERING = re.compile(r"verb\.attack\.(?:storm|raid|assault|burst|overrun|open fire|fire|shoot)\b")
_FALLING = re.compile(r"verb\.attack\.fall\b")
_RAID = re.compile(r"(?:verb|noun)\.attack\.raid\b")
_DEVICE = frozenset({EventType.bombing, EventType.suicide_bombing})
_EXPLOSIVE = _DEVICE | {EventType.attack}


Rule = Callable[[Facts], EventType | None]


def event_type(context: Context, triggers: list[Trigger]) -> Claim[EventType]:
    """Return the incident's type with the trigger that tells it and the rule that named it."""
    told = [trigger for trigger in triggers if not _only_adds(trigger)] or triggers
    told = [trigger for trigger in told if not _named_in_passing(trigger, told)] or told
    head = min(told, key=lambda trigger: (_RANK.index(trigger.event_type), trigger.span))
    facts = Facts(context, triggers, head.event_type)
    for name, rule in _RULES:
        refined = rule(facts)
        if refined is not None:
            named = f"{head.rule}+type.{name}" if refined is not head.event_type else head.rule
            return Claim(value=refined, evidence=(head.span,), coded_by=context.coded_by, rule=named, confidence=0.85)
    return Claim(
        value=head.event_type, evidence=(head.span,), coded_by=context.coded_by, rule=head.rule, confidence=0.85
    )


def _only_adds(trigger: Trigger) -> bool:
    """Tell whether a trigger only counts the harm or points back, so that it says nothing of the type."""
    return only_counts(trigger.rule) or trigger.rule.endswith("+pointer")


def _named_in_passing(trigger: Trigger, told: list[Trigger]) -> bool:
    """Tell whether a fight or search without sides is only named in another sentence than the act: "a search of the place"."""
    bare = trigger.event_type in _NAMED_BESIDE and not any(a.role in _SIDES for a in trigger.arguments)
    return bare and any(
        other.sentence != trigger.sentence and _acted(other) and not _FIRING.match(other.rule) for other in told
    )


_FIRING = re.compile(r"verb\.attack\.(?:open fire|fire|shoot back|fire back)\b")
"""Shooting that may be either side's in a fight."""


_NAMED_BESIDE = frozenset({EventType.armed_clash, EventType.security_operation})
_SIDES = frozenset({ArgumentRole.perpetrator, ArgumentRole.target})


@cache
def _pattern(name: str, part: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load_toml("types")[name][part]) + r")\b")


def _accident(facts: Facts) -> EventType | None:
    """An explosion of stored ammunition by accident, and fire on one's own side, are other."""
    if facts.value in _EXPLOSIVE and _pattern("other", "sentence").search(facts.text):
        return EventType.other
    return None


def _dispersal(facts: Facts) -> EventType | None:
    """Tear gas, water cannon and rubber bullets at a crowd belong to its protest."""
    if (
        facts.weapons
        and facts.weapons <= _MILD
        and facts.value in {EventType.attack, EventType.shelling, EventType.bombing}
    ):
        return EventType.protest
    return None


def _breakout(facts: Facts) -> EventType | None:
    """An attack on a prison by which prisoners get free, where the escape is told as no act of its own."""
    if any(trigger.event_type is EventType.prison_break for trigger in facts.context.reading.triggers):
        return None
    at_prison = "prison" in facts.codes(ArgumentRole.target) or "prison" in facts.text
    if facts.value in _EXPLOSIVE and at_prison and _pattern("prison_break", "sentence").search(facts.text):
        return EventType.prison_break
    return None


def _assault_with_bomb(facts: Facts) -> EventType | None:
    """A bomb or a bomber at the gate, then armed people who enter or shoot: attack."""
    entering = any(_ENTERING.match(trigger.rule) and _acted(trigger) for trigger in facts.triggers)
    return EventType.attack if facts.value in _DEVICE and entering else None


def _acted(trigger: Trigger) -> bool:
    return any(a.role is ArgumentRole.perpetrator for a in trigger.arguments)


def _suicide(facts: Facts) -> EventType | None:
    """A device that its bearer means to die with: worn, driven into the target, or set off by those whom it kills."""
    told = "suicide_vest" in facts.weapons or "suicide" in facts.codes(ArgumentRole.tactic)
    told = told or ("vehicle_bomb" in facts.weapons and any(_DRIVEN.match(t.rule) for t in facts.triggers))
    told = told or (any(_SET_OFF.match(t.rule) and _acted(t) for t in facts.triggers) and _bombers_died(facts))
    return EventType.suicide_bombing if facts.value in _EXPLOSIVE and told and not facts.weapons & _HANDS else None


_DRIVEN = re.compile(r"verb\.attack\.(?:ram|drive|plough|plow|crash)\b")
_SET_OFF = re.compile(r"verb\.bombing\.(?:detonate|set off|explode|blow up)\b")


def _bombers_died(facts: Facts) -> bool:
    dead = [a for a in facts.arguments(ArgumentRole.killed) if harms_own_side(a.rule)]
    acting = {a.head for a in facts.doers}
    return any(a.head in acting or facts.context.quote(a.head).lower() in {"bomber", "bombers"} for a in dead)


def _from_the_air(facts: Facts) -> EventType | None:
    """What an aircraft, a drone or an air force does is an air strike, whatever it fires or drops."""
    if facts.value not in {*_EXPLOSIVE, EventType.shelling, EventType.arson_looting}:
        return None
    sides = "\n".join(facts.context.quote(a.span).lower() for a in facts.doers)
    plain = facts.value is EventType.attack and not facts.weapons & _HANDS and bool(facts.weapons & _AIR)
    falling = any(_FALLING.match(trigger.rule) for trigger in facts.triggers)
    plain = plain or (facts.value is EventType.attack and falling and "explosive" in facts.weapons)
    return EventType.air_strike if plain or _pattern("air", "words").search(sides) else None


def _raid(facts: Facts) -> EventType | None:
    """A raid in which people are also arrested is a search for them: security operation, whoever makes it."""
    raiding = any(_RAID.match(trigger.rule) for trigger in facts.triggers)
    taking = raiding and facts.value in {EventType.attack, EventType.arrest} and facts.has(EventType.arrest)
    return EventType.security_operation if taking else None


def _of_operation(facts: Facts) -> EventType | None:
    """What those who hunt or search blow up in its course belongs to their operation, where nobody is hurt by it."""
    operating = any(t.event_type is EventType.security_operation and _acted(t) for t in facts.triggers)
    hurt = facts.arguments(ArgumentRole.killed, ArgumentRole.injured)
    return EventType.security_operation if facts.value is EventType.bombing and operating and not hurt else None


def _with_bloodshed(facts: Facts) -> EventType | None:
    """Burning and looting in which people are killed or wounded is attack; so is a taking that the killing leads."""
    killed, injured = _people(facts, ArgumentRole.killed), _people(facts, ArgumentRole.injured)
    if facts.value is EventType.arson_looting:
        return EventType.attack if killed + injured else None
    if facts.value is not EventType.kidnapping or killed <= _people(facts, ArgumentRole.abducted):
        return None
    first = {
        role: min(a.span for a in facts.arguments(role))
        for role in (ArgumentRole.killed, ArgumentRole.abducted)
        if facts.arguments(role)
    }
    led = ArgumentRole.abducted in first and first[ArgumentRole.killed] < first[ArgumentRole.abducted]
    return EventType.attack if led else None


def _people(facts: Facts, role: ArgumentRole) -> int:
    """Return the largest number of people that one phrase of this role tells, its lower bound."""
    counted = [
        count_of(facts.context.quote(a.span), facts.context.quote(a.head).lower()) for a in facts.arguments(role)
    ]
    return max((one.count.low or 0 for one in counted if one is not None), default=0)


def _from_afar(facts: Facts) -> EventType | None:
    """An attack by shells, rockets or missiles with no weapon of people on the spot is shelling."""
    if facts.value is EventType.attack and facts.weapons & _FAR and not facts.weapons & _HANDS:
        return EventType.shelling
    if facts.value is EventType.shelling and facts.weapons and facts.weapons <= _HANDS:
        return EventType.attack
    return None


def _by_crowd(facts: Facts) -> EventType | None:
    """Violence of a crowd, or with thrown things by people without arms, is riot; so is lynching."""
    if facts.value not in {*_EXPLOSIVE, EventType.arson_looting, EventType.armed_clash, EventType.protest}:
        return None
    codes = {a.code for a in facts.doers}
    violent = facts.value is not EventType.protest
    crowd = "protesters" in codes and violent
    throwing = bool(facts.weapons) and facts.weapons <= _THROWN and bool(facts.weapons & {"stones", "blunt"})
    lynching = any(".lynch" in trigger.rule for trigger in facts.triggers)
    return EventType.riot if crowd or lynching or (throwing and codes <= {"civilians", "protesters", None}) else None


def _held(facts: Facts) -> EventType | None:
    """The killing of people already in the power of those who kill them is execution."""
    if facts.value not in {EventType.attack, EventType.kidnapping, EventType.arrest} or not facts.arguments(
        ArgumentRole.killed
    ):
        return None
    victims = _pattern("execution", "victims").search(facts.words(ArgumentRole.killed))
    return EventType.execution if victims or _pattern("execution", "sentence").search(facts.text) else None


def _singled_out(facts: Facts) -> EventType | None:
    """The killing of one person of office or standing is assassination; by a bomb, where the report says so."""
    if facts.value not in _EXPLOSIVE:
        return None
    if facts.value is EventType.bombing:
        return EventType.assassination if facts.has(EventType.assassination) else None
    victim = next(iter(facts.arguments(ArgumentRole.killed)), None)
    if victim is None or not _one(facts.context.quote(victim.span), facts.context.quote(victim.head)):
        return None
    head = facts.context.quote(victim.head).lower()
    data = load_toml("types")["assassination"]
    known = (victim.code in _PROMINENT and head not in data["plain"]) or head in data["heads"]
    known = known or _pattern("assassination", "victims").search(facts.context.quote(victim.span).lower()) is not None
    return EventType.assassination if known or _pattern("assassination", "sentence").search(facts.text) else None


def _one(words: str, head: str) -> bool:
    """Tell whether a phrase names one person: no number, no plural."""
    plural = head.lower().endswith("s") or head.lower().endswith("men")
    return not plural and not re.match(r"(?:\d|two|three|several|some|many|all)\b", words.lower())


def _device_alone(facts: Facts) -> EventType | None:
    """An attack with an explosive and nobody on the spot is bombing."""
    if facts.value is EventType.attack and facts.weapons & _BOMBS and not facts.weapons & _HANDS and not facts.doers:
        return EventType.bombing
    return None


_RULES: tuple[tuple[str, Rule], ...] = (
    ("accident", _accident),
    ("dispersal", _dispersal),
    ("breakout", _breakout),
    ("assault_with_bomb", _assault_with_bomb),
    ("suicide", _suicide),
    ("air", _from_the_air),
    ("crowd", _by_crowd),
    ("bloodshed", _with_bloodshed),
    ("raid", _raid),
    ("operation", _of_operation),
    ("held", _held),
    ("singled_out", _singled_out),
    ("indirect", _from_afar),
    ("device", _device_alone),
)
