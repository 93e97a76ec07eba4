"""The accounts of one incident to its settled values, each by a named rule.

One file per facet; the docstring of its `settle_…` function is the rule's definition, and the rule's name stands in
`Settled.rule`. Rules see claims that somebody stands for; a denied claim is kept in its mention and settles nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from rasid.linking.settle.accounts import UNKNOWN_ORIGIN, Origin, accounts_of, origin_of
from rasid.linking.settle.actors import settle_perpetrators
from rasid.linking.settle.conflicts import conflicts_of
from rasid.linking.settle.counts import settle_harm, settle_killed_civilians, settle_killed_perpetrators
from rasid.linking.settle.event_types import settle_event_type
from rasid.linking.settle.places import settle_where
from rasid.linking.settle.status import settle_status
from rasid.linking.settle.tactics import settle_tactics
from rasid.linking.settle.targets import settle_targets
from rasid.linking.settle.times import settle_when
from rasid.linking.settle.weapons import settle_weapons
from rasid.model import Harm, Incident, Mention

__all__ = ["UNKNOWN_ORIGIN", "Origin", "incident_id_of", "origin_of", "settle", "settle_mention"]


def settle(mentions: Sequence[Mention], origins: Mapping[str, Origin]) -> Incident:
    """Return the incident that `mentions` (at least one) tell; `origins` gives publisher and day by report id.

    The order of the mentions does not matter. `confidence` is that of the surest account: how sure the coding is, not
    how likely the act.
    """
    accounts = accounts_of(mentions, origins)
    event_type = settle_event_type(accounts)
    ids = tuple(account.mention_id for account in accounts)
    return Incident(
        incident_id=incident_id_of(ids),
        mention_ids=ids,
        event_type=event_type,
        status=settle_status(accounts),
        perpetrators=settle_perpetrators(accounts),
        targets=settle_targets(accounts),
        when=settle_when(accounts),
        where=settle_where(accounts),
        killed=settle_harm(accounts, Harm.killed, event_type.value),
        injured=settle_harm(accounts, Harm.injured, event_type.value),
        abducted=settle_harm(accounts, Harm.abducted, event_type.value),
        arrested=settle_harm(accounts, Harm.arrested, event_type.value),
        displaced=settle_harm(accounts, Harm.displaced, event_type.value),
        killed_civilians=settle_killed_civilians(accounts),
        killed_perpetrators=settle_killed_perpetrators(accounts),
        weapons=settle_weapons(accounts),
        tactics=settle_tactics(accounts),
        conflicts=conflicts_of(accounts, event_type.value),
        confidence=max(account.mention.confidence for account in accounts),
    )


def settle_mention(mention: Mention) -> Incident:
    """Return the incident as this mention alone tells it, by the same rules; for flat views of single reports."""
    return settle((mention,), {})


def incident_id_of(mention_ids: Sequence[str]) -> str:
    """Return "i" and the first 12 hex digits of the SHA-256 of the smallest mention id."""
    return "i" + sha256(min(mention_ids).encode("utf-8")).hexdigest()[:12]
