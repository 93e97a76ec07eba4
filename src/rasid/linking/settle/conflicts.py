"""What the accounts of one incident say that cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from rasid.linking.settle.accounts import Account
from rasid.linking.settle.actors import named_ids
from rasid.linking.settle.counts import compatible as counts_agree
from rasid.linking.settle.counts import harmed
from rasid.linking.settle.places import contains, where_of
from rasid.linking.settle.times import compatible as days_agree
from rasid.linking.settle.times import when_of
from rasid.model import Conflict, Count, EventType, Harm, Mention, Status, Where

T = TypeVar("T")

_HAPPENED = frozenset({Status.reported, Status.claimed, Status.alleged})
_DID_NOT = frozenset({Status.denied, Status.foiled})


def conflicts_of(accounts: Sequence[Account], event_type: EventType) -> tuple[Conflict, ...]:
    """Return one conflict for each field in which at least two accounts exclude each other, with every account's value."""
    if len(accounts) == 1:
        return ()
    mentions = [account.mention for account in accounts]
    found = [
        _conflict("status", mentions, lambda mention: mention.status.value, _statuses_agree, str),
        _conflict("when", mentions, when_of, days_agree, str),
        _conflict("where", mentions, where_of, _places_agree, lambda place: place.name),
        _conflict("perpetrators", mentions, lambda mention: named_ids(mention) or None, _actors_agree, _show_ids),
    ]
    found += [_count_conflict(mentions, harm, event_type) for harm in Harm]
    return tuple(conflict for conflict in found if conflict is not None)


def _count_conflict(mentions: Sequence[Mention], harm: Harm, event_type: EventType) -> Conflict | None:
    def value(mention: Mention) -> Count | None:
        count = harmed(mention, harm, event_type)
        return count if count.known else None

    return _conflict(harm.value, mentions, value, counts_agree, str)


def _conflict(
    field: str,
    mentions: Sequence[Mention],
    value: Callable[[Mention], T | None],
    agree: Callable[[T, T], bool],
    show: Callable[[T], str],
) -> Conflict | None:
    stated = [(mention.mention_id, given) for mention in mentions if (given := value(mention)) is not None]
    if all(agree(left, right) for (_, left), (_, right) in combinations(stated, 2)):
        return None
    return Conflict(field=field, values=tuple((mention_id, show(given)) for mention_id, given in stated))


def _statuses_agree(left: Status, right: Status) -> bool:
    return not ({left, right} & _HAPPENED and {left, right} & _DID_NOT)


def _places_agree(left: Where, right: Where) -> bool:
    return contains(left, right) or contains(right, left)


def _actors_agree(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left & right)


def _show_ids(ids: frozenset[str]) -> str:
    return ", ".join(sorted(ids))
