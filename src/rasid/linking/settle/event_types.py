"""The event type of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.linking.settle.accounts import Account, ids_of, votes
from rasid.model import EventType, Settled

RULE = "event_type.majority"

_GENERAL = {EventType.other: 0, EventType.attack: 1, EventType.security_operation: 1}
_SPECIAL = {EventType.suicide_bombing: 3, EventType.execution: 3, EventType.assassination: 3}


def specificity(event_type: EventType) -> int:
    """Return how much a type says, 0 to 3: `other` least, `attack` less than a bombing, that less than a suicide one."""
    return _GENERAL.get(event_type, _SPECIAL.get(event_type, 2))


def settle_event_type(accounts: Sequence[Account]) -> Settled[EventType]:
    """Settle by `event_type.majority`: the type most voices give; of equals the most specific, then the first by id."""
    found = votes((account, account.mention.event_type.value) for account in accounts)
    value = min(found, key=lambda kind: (-found[kind], -specificity(kind), kind.value))
    return Settled(
        value=value,
        rule=RULE,
        support=ids_of(account for account in accounts if account.mention.event_type.value is value),
        against=ids_of(account for account in accounts if account.mention.event_type.value is not value),
    )
