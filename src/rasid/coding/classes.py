"""Weapon classes and tactics of an incident, each once, with the words that tell them."""

from __future__ import annotations

import re
from functools import cache

from rasid.coding.context import Context
from rasid.coding.data import load_toml
from rasid.model import Claim, EventType, Span
from rasid.model.reading import ArgumentRole, Trigger

_UNUSED = frozenset({EventType.seizure, EventType.agreement, EventType.surrender, EventType.arrest, EventType.deployment})
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
    for trigger in triggers:
        for code in _of_act(context.quote(trigger.span).lower()):
            found.setdefault(code, []).append((trigger.span, "weapon.act"))
    return _claims(context, {code: rows for code, rows in found.items() if not _narrower(code) & set(found)})


def tactics(context: Context, triggers: list[Trigger]) -> tuple[Claim[str], ...]:
    """Return the tactics that the report's words tell of the incident."""
    return _claims(context, _arguments(triggers, ArgumentRole.tactic))


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
