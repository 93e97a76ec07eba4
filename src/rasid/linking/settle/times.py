"""When an incident happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rasid.linking.settle.accounts import Account, believed, ids_of, votes
from rasid.model import DateBasis, DatePrecision, Mention, Settled, When

RULE = "when.most_precise"
NOT_STATED = "when.not_stated"

_PRECISION = {precision: rank for rank, precision in enumerate(DatePrecision)}
_BASIS = {basis: rank for rank, basis in enumerate(DateBasis)}


def settle_when(accounts: Sequence[Account]) -> Settled[When | None]:
    """Settle by `when.most_precise`.

    Of the accounts' dates the most precise; of those the days most voices give; of equals the explicit before the
    relative before the inferred, then the earlier.
    """
    dated = [(account, when) for account in accounts if (when := when_of(account.mention)) is not None]
    if not dated:
        return Settled(value=None, rule=NOT_STATED)
    held = votes((account, _days(when)) for account, when in dated)
    value = min(
        (when for _, when in dated), key=lambda when: (_PRECISION[when.precision], -held[_days(when)], _rank(when))
    )
    return Settled(
        value=value,
        rule=RULE,
        support=ids_of(account for account, when in dated if compatible(when, value)),
        against=ids_of(account for account, when in dated if not compatible(when, value)),
    )


def when_of(mention: Mention) -> When | None:
    """Return the date that one mention gives: its most precise known one, the first of equals."""
    known = [claim.value for claim in believed(mention.times) if claim.value.known]
    return min(known, key=lambda when: _PRECISION[when.precision], default=None)


def compatible(left: When, right: When) -> bool:
    """Whether the two can both be true: they share a day; an open side reaches as far as needed."""
    return _first(left) <= _last(right) and _first(right) <= _last(left)


def _days(when: When) -> tuple[date, date]:
    return _first(when), _last(when)


def _first(when: When) -> date:
    return when.earliest or date.min


def _last(when: When) -> date:
    return when.latest or date.max


def _rank(when: When) -> tuple[int, date, date, str]:
    return _BASIS[when.basis], *_days(when), when.words
