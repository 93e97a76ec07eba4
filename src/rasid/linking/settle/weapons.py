"""With what it was done."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.linking.settle.accounts import Account
from rasid.linking.settle.codes import codes_of, union
from rasid.model import Mention, Settled


def settle_weapons(accounts: Sequence[Account]) -> Settled[tuple[str, ...]]:
    """Settle by `weapons.union`: every weapon class that an account gives, most voices first, then by id."""
    return union("weapons", [(account, weapons_of(account.mention)) for account in accounts])


def weapons_of(mention: Mention) -> tuple[str, ...]:
    """Return the codes of one account, denied ones left out."""
    return codes_of(mention.weapons)
