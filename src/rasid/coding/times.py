"""When an incident happened: its time expressions, the most precise first."""

from __future__ import annotations

from rasid.coding.context import Context
from rasid.model import Claim, DatePrecision, When
from rasid.model.reading import ArgumentRole, Trigger

_ORDER = tuple(DatePrecision)


def times(context: Context, triggers: list[Trigger]) -> tuple[Claim[When], ...]:
    """Return the claims on the time; an expression that resolves to no day is left out, never replaced by a guess."""
    found: list[Claim[When]] = []
    for trigger in triggers:
        for argument in trigger.arguments:
            if argument.role is not ArgumentRole.time:
                continue
            when = context.when(context.quote(argument.span))
            if not when.known:
                continue
            found.append(
                Claim(
                    value=when, evidence=(argument.span,), coded_by=context.coded_by, rule=argument.rule, confidence=0.8
                )
            )
    return tuple(sorted(found, key=lambda claim: (_ORDER.index(claim.value.precision), claim.evidence)))
