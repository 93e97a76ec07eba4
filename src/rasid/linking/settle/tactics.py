"""How it was carried out."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.linking.settle.accounts import Account
from rasid.linking.settle.codes import codes_of, union
from rasid.model import Mention, Settled


def settle_tactics(accounts: Sequence[Account]) -> Settled[tuple[str, ...]]:
    """Settle by `tactics.union`: every tactic that an account gives, most voices first, then by id."""
    return union("tactics", [(account, tactics_of(account.mention)) for account in accounts])


def tactics_of(mention: Mention) -> tuple[str, ...]:
    """Return the codes of one account, denied ones left out."""
    return codes_of(mention.tactics)
