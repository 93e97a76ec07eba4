"""Codes of the codebook that several accounts add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rasid.linking.settle.accounts import Account, believed, ids_of, votes
from rasid.model import Claim, Settled

Coded = Sequence[tuple[Account, tuple[str, ...]]]


def codes_of(claims: Iterable[Claim[str]]) -> tuple[str, ...]:
    """Return the codes that somebody stands for."""
    return tuple(claim.value for claim in believed(claims))


def union(field: str, coded: Coded) -> Settled[tuple[str, ...]]:
    """Return every code that an account gives, most voices first, then by id, under the rule "<field>.union"."""
    held = votes((account, code) for account, codes in coded for code in codes)
    if not held:
        return Settled(value=(), rule=f"{field}.not_stated")
    return Settled(
        value=tuple(sorted(held, key=lambda code: (-held[code], code))),
        rule=f"{field}.union",
        support=ids_of(account for account, codes in coded if codes),
    )
