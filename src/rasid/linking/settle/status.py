"""The status of an incident: how far the act went, and on whose word."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.linking.settle.accounts import Account, ids_of, votes
from rasid.model import Settled, Status

RULE = "status.best_vouched"

_DONE = (Status.reported, Status.claimed, Status.alleged)
_STOPPED = (Status.foiled, Status.attempted)
_AHEAD = (Status.planned, Status.threatened)


def settle_status(accounts: Sequence[Account]) -> Settled[Status]:
    """Settle by `status.best_vouched`.

    Accounts of an act done or stopped stand over announcements, and those over denials. Done against stopped: the most
    voices; of equals, stopped. Done: reported over claimed over alleged, since one account that vouches for an act is
    enough to report it. Stopped or announced: the most voices.
    """
    found = votes((account, account.mention.status.value) for account in accounts)
    value = _choose(found)
    return Settled(
        value=value,
        rule=RULE,
        support=ids_of(account for account in accounts if account.mention.status.value is value),
        against=ids_of(account for account in accounts if account.mention.status.value is not value),
    )


def _choose(found: dict[Status, int]) -> Status:
    done, stopped = _voices(found, _DONE), _voices(found, _STOPPED)
    if done > stopped:
        return next(status for status in _DONE if status in found)
    if stopped:
        return _most(found, _STOPPED)
    return _most(found, _AHEAD) if _voices(found, _AHEAD) else Status.denied


def _voices(found: dict[Status, int], among: tuple[Status, ...]) -> int:
    return sum(found.get(status, 0) for status in among)


def _most(found: dict[Status, int], among: tuple[Status, ...]) -> Status:
    return max(among, key=lambda status: found.get(status, 0))
