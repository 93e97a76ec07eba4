"""Who did it."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.linking.settle.accounts import Account, believed, ids_of, votes
from rasid.model import ActorRef, Mention, Settled

RULE = "perpetrators.named_over_classes"
NOT_STATED = "perpetrators.not_stated"


def settle_perpetrators(accounts: Sequence[Account]) -> Settled[tuple[ActorRef, ...]]:
    """Settle by `perpetrators.named_over_classes`.

    All actors of the register that an account names, most voices first; disagreement is kept as a conflict, not
    decided. An unidentified class ("gunmen") stays only when nobody is named, or beside the named one in one account.
    """
    named = [(account, actor) for account in accounts for actor in perpetrators_of(account.mention)]
    if not named:
        return Settled(value=(), rule=NOT_STATED)
    if any(actor.actor_id for _, actor in named):
        beside = {account.mention_id for account, actor in named if actor.actor_id}
        kept = [(account, actor) for account, actor in named if account.mention_id in beside]
    else:
        kept = named
    held = votes((account, actor_key(actor)) for account, actor in kept)
    chosen = {actor_key(actor): actor for _, actor in reversed(kept)}
    value = tuple(chosen[key] for key in sorted(held, key=lambda key: (-held[key], key)))
    speaking = [account for account in accounts if perpetrators_of(account.mention)]
    return Settled(
        value=value,
        rule=RULE,
        support=ids_of(account for account in speaking if not _disagrees(account.mention, value)),
        against=ids_of(account for account in speaking if _disagrees(account.mention, value)),
    )


def perpetrators_of(mention: Mention) -> tuple[ActorRef, ...]:
    """Return the actors that one account holds for the perpetrators, denied ones left out."""
    return tuple(claim.value for claim in believed(mention.perpetrators))


def actor_key(actor: ActorRef) -> tuple[str, str]:
    """Return what makes two references the same actor: the register's id, else the kind and name of the class."""
    return ("", actor.actor_id) if actor.actor_id is not None else (actor.kind.value, actor.name.casefold())


def named_ids(mention: Mention) -> frozenset[str]:
    """Return the register's ids of the perpetrators that one account names."""
    return frozenset(actor.actor_id for actor in perpetrators_of(mention) if actor.actor_id is not None)


def _disagrees(mention: Mention, value: tuple[ActorRef, ...]) -> bool:
    """An account that names somebody else than the one most voices name speaks against the value."""
    mine = named_ids(mention)
    return bool(mine) and value[0].actor_id not in mine
