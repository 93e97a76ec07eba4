"""Weapon classes of an incident, each once, with the words that tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rasid.coding.context import Context
from rasid.coding.data import load_toml
from rasid.model import Claim, EventType, Span
from rasid.model.reading import ArgumentRole, Trigger
from rasid.model.rules import harms_own_side

_UNUSED = frozenset(
    {EventType.seizure, EventType.agreement, EventType.surrender, EventType.arrest, EventType.deployment}
)
"""Acts in which a weapon that is named is found, carried or handed in, and not used."""
Told = dict[str, list[tuple[Span, str]]]
"""Class -> where it is told and by which rule."""


def weapons(context: Context, triggers: list[Trigger], event_type: EventType) -> tuple[Claim[str], ...]:
    """Return the weapon classes used in an incident: those named, and those without which the act cannot be done.

    "bomb" says no more where the kind of bomb is told, nor "shot" where the gun is.
    """
    if event_type in _UNUSED:
        return ()
    found = _arguments(triggers, ArgumentRole.weapon)
    for code, span, rule in _implied(context, triggers):
        found.setdefault(code, []).append((span, rule))
    if event_type is EventType.other:
        found = {code: rows for code, rows in found.items() if code not in _AIR}
    _emplaced(context, triggers, found)
    if event_type is EventType.suicide_bombing:
        _ridden(context, triggers, found)
    if event_type is EventType.air_strike and not set(found) & _AIR:
        found.setdefault("aircraft", []).append((triggers[0].span, "weapon.air_strike"))
    return _claims(context, {code: rows for code, rows in found.items() if not _narrower(code) & set(found)})


def _implied(context: Context, triggers: list[Trigger]) -> Iterator[tuple[str, Span, str]]:
    """Yield (class, where it is told, rule) of the weapons without which an act cannot be done or its doers are not called so.

    What burns in a strike or a blast ("shelling set a shop on fire") was not set on fire with anything else.
    """
    for trigger in triggers:
        if any(harms_own_side(a.rule) for a in trigger.arguments):
            continue
        for code in _of_act(context.quote(trigger.span).lower()):
            if code != "fire" or not trigger.rule.endswith("+instrument"):
                yield code, trigger.span, "weapon.act"
        for argument in trigger.arguments:
            if argument.role is ArgumentRole.perpetrator:
                for code in _of_doer(context.quote(argument.head).lower()):
                    yield code, argument.span, "weapon.doer"


def _arguments(triggers: list[Trigger], role: ArgumentRole) -> Told:
    found: Told = {}
    for trigger in triggers:
        for argument in trigger.arguments:
            if argument.role is role and argument.code is not None:
                found.setdefault(argument.code, []).append((argument.span, argument.rule))
    return found


def _claims(context: Context, found: Told) -> tuple[Claim[str], ...]:
    return tuple(
        Claim(
            value=code,
            evidence=tuple(sorted({span for span, _ in rows})),
            coded_by=context.coded_by,
            rule=rows[0][1],
            confidence=0.8,
        )
        for code, rows in found.items()
    )


_AIR = frozenset({"aircraft", "armed_drone", "helicopter"})


def _emplaced(context: Context, triggers: list[Trigger], found: Told) -> None:
    """Call a bomb that was planted, hidden or set off from afar an improvised device."""
    if "explosive" not in found:
        return
    words = re.compile("|".join(load_toml("acts")["emplaced"]["words"]), re.IGNORECASE)
    for number in sorted({trigger.sentence for trigger in triggers}):
        span = context.reading.sentences[number]
        place = words.search(context.report.text, span.start, span.end)
        if place is not None:
            found["ied"] = [
                *found.pop("explosive"),
                (Span(report_id=span.report_id, start=place.start(), end=place.end()), "weapon.emplaced"),
            ]
            return


def _ridden(context: Context, triggers: list[Trigger], found: Told) -> None:
    """Call the bomb of bombers who come riding or driving a vehicle bomb."""
    words = re.compile("|".join(load_toml("acts")["ridden"]["words"]), re.IGNORECASE)
    for trigger in triggers:
        for argument in trigger.arguments:
            behind = context.report.text[argument.span.start : argument.span.end + _BESIDE]
            place = words.search(behind) if argument.role is ArgumentRole.perpetrator else None
            if place is not None and "explosive" in found:
                found["vehicle_bomb"] = [*found.pop("explosive"), (argument.span, "weapon.ridden")]
                return


_BESIDE = 24
"""Code points behind the acting side within which its vehicle stands."""


@cache
def _of_doer(head: str) -> tuple[str, ...]:
    """Return the weapon classes that the word for the acting side tells: "sniper"."""
    rows: dict[str, list[str]] = load_toml("acts")["doers"]
    return tuple(code for code, words in rows.items() if head in words)


@cache
def _acts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows: dict[str, list[str]] = load_toml("acts")["weapons"]
    return tuple((code, re.compile("|".join(words))) for code, words in rows.items())


@cache
def _of_act(words: str) -> tuple[str, ...]:
    """Return the weapon classes that the words for an act tell by themselves."""
    return tuple(code for code, pattern in _acts() if pattern.fullmatch(words))


@cache
def _narrower(code: str) -> frozenset[str]:
    return frozenset(load_toml("acts")["narrower"].get(code, ()))
