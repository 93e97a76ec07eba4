"""Whom or what it was done to."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.linking.settle.accounts import Account, believed, ids_of, votes
from rasid.model import Mention, Settled, Target

RULE = "targets.union"
NOT_STATED = "targets.not_stated"


def settle_targets(accounts: Sequence[Account]) -> Settled[tuple[Target, ...]]:
    """Settle by `targets.union`: all that an account names, most voices first.

    Targets of one actor, else one class, else one wording are one; of its words the first stand. A class that an actor
    already stands for ("soldiers" beside the Military of Iraq) adds nothing.
    """
    named = [(account, target) for account in accounts for target in targets_of(account.mention)]
    if not named:
        return Settled(value=(), rule=NOT_STATED)
    held = votes((account, target_key(target)) for account, target in named)
    chosen = {target_key(target): target for _, target in reversed(named)}
    covered = {target.target_class for target in chosen.values() if _actor_id(target) is not None}
    order = sorted(held, key=lambda key: (-held[key], key))
    return Settled(
        value=tuple(chosen[key] for key in order if _adds(chosen[key], covered)),
        rule=RULE,
        support=ids_of(account for account in accounts if targets_of(account.mention)),
    )


def targets_of(mention: Mention) -> tuple[Target, ...]:
    """Return the targets of one account, denied ones left out."""
    return tuple(claim.value for claim in believed(mention.targets))


def target_key(target: Target) -> tuple[str, str]:
    """Return what makes two targets the same: the actor's id, else the class, else the words."""
    actor_id = _actor_id(target)
    if actor_id is not None:
        return "actor", actor_id
    return ("class", target.target_class) if target.target_class else ("words", target.words.casefold())


def _actor_id(target: Target) -> str | None:
    return target.actor.actor_id if target.actor is not None else None


def _adds(target: Target, covered: set[str | None]) -> bool:
    return _actor_id(target) is not None or target.target_class is None or target.target_class not in covered
