"""The accounts of one incident as settling weighs them: one publisher, one voice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from rasid.model import Claim, Mention, Report, Stance

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Origin(NamedTuple):
    """Where an account comes from: the publisher and the local calendar day of publication, as far as known."""

    publisher: str | None = None
    published: date | None = None


UNKNOWN_ORIGIN = Origin()


def origin_of(report: Report) -> Origin:
    """Return the origin that all mentions of `report` share."""
    return Origin(report.publisher, report.published_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A mention and the voice that tells it: its publisher, or its report alone where the publisher is unknown."""

    mention: Mention
    voice: str
    published: date | None = None

    @property
    def mention_id(self) -> str:
        """The mention's id."""
        return self.mention.mention_id


def accounts_of(mentions: Iterable[Mention], origins: Mapping[str, Origin]) -> tuple[Account, ...]:
    """Return the accounts in the order of their mention ids; `origins` is by report id and may lack some."""
    ordered = sorted(mentions, key=lambda mention: mention.mention_id)
    return tuple(_account(mention, origins.get(mention.report_id, UNKNOWN_ORIGIN)) for mention in ordered)


def votes(held: Iterable[tuple[Account, K]]) -> dict[K, int]:
    """Return how many different voices hold each value, in the order of first appearance.

    A publisher counts once for a value however many of its reports give it, so that a serial does not outvote others.
    """
    voices: dict[K, set[str]] = {}
    for account, value in held:
        voices.setdefault(value, set()).add(account.voice)
    return {value: len(held_by) for value, held_by in voices.items()}


def latest_of_each_voice(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Return each voice's latest account; undated accounts count as older than dated ones."""
    latest: dict[str, Account] = {}
    for account in accounts:
        if account.voice not in latest or _age(account) >= _age(latest[account.voice]):
            latest[account.voice] = account
    return tuple(latest.values())


def believed(claims: Iterable[Claim[T]]) -> tuple[Claim[T], ...]:
    """Return the claims that somebody stands for: all but the denied."""
    return tuple(claim for claim in claims if claim.stance is not Stance.denied)


def ids_of(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Return the mention ids of `accounts`."""
    return tuple(account.mention_id for account in accounts)


def _account(mention: Mention, origin: Origin) -> Account:
    return Account(mention=mention, voice=origin.publisher or f"report {mention.report_id}", published=origin.published)


def _age(account: Account) -> date:
    return account.published or date.min
