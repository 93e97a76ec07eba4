"""Weapon classes and tactics of an incident, each once, with the words that tell them."""

from __future__ import annotations

from rasid.coding.context import Context
from rasid.model import Claim, Span
from rasid.model.reading import ArgumentRole, Trigger

_COARSER = {"explosive": {"ied", "vehicle_bomb", "suicide_vest", "grenade", "landmine"}, "aircraft": {"armed_drone", "helicopter"}}


def classes(context: Context, triggers: list[Trigger], role: ArgumentRole) -> tuple[Claim[str], ...]:
    """Return one claim a class of the codebook; "bomb" says no more where the kind of bomb is told."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for trigger in triggers:
        for argument in trigger.arguments:
            if argument.role is role and argument.code is not None:
                found.setdefault(argument.code, []).append((argument.span, argument.rule))
    return tuple(
        Claim(
            value=code,
            evidence=tuple(sorted({span for span, _ in rows})),
            coded_by=context.coded_by,
            rule=rows[0][1],
            confidence=0.8,
        )
        for code, rows in found.items()
        if not _COARSER.get(code, set()) & set(found)
    )
