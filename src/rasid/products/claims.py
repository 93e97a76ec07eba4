"""The claims of a mention, field by field, as the products list them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from rasid.model import Claim, Mention, Status, Toll

FIELDS = (
    "event_type",
    "status",
    "perpetrators",
    "targets",
    "times",
    "places",
    "killed",
    "injured",
    "abducted",
    "arrested",
    "displaced",
    "weapons",
    "tactics",
)
"""The fields of a mention that hold claims, in the order people read them."""


def field_claims(mention: Mention, field: str) -> tuple[Claim[Any], ...]:
    """Return the claims of one field, whether it holds one or many."""
    value = getattr(mention, field)
    return value if isinstance(value, tuple) else (value,)


def shown_claims(mention: Mention, field: str) -> tuple[Claim[Any], ...]:
    """Return the claims of one field, a total that only repeats its one group left out: same words, count and speaker."""
    claims = field_claims(mention, field)
    groups = {_counted(claim) for claim in claims if isinstance(claim.value, Toll) and not claim.value.total}
    return tuple(
        claim
        for claim in claims
        if not (isinstance(claim.value, Toll) and claim.value.total and _counted(claim) in groups)
    )


def _counted(claim: Claim[Toll]) -> Hashable:
    return claim.value.count, claim.value.words, claim.said_by, claim.stance


def is_shown(field: str, claim: Claim[Any]) -> bool:
    """Tell whether a claim is worth a line: all are but the status of an act that is plainly reported."""
    return field != "status" or claim.value is not Status.reported


def claims_of(mention: Mention) -> tuple[tuple[str, Claim[Any]], ...]:
    """Return (field, claim) for every claim of a mention, in reading order of the fields."""
    return tuple((field, claim) for field in FIELDS for claim in field_claims(mention, field))
