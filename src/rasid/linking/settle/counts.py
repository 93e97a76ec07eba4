"""How many were killed, injured, abducted, arrested, displaced: one account's number, then the incident's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rasid.linking.settle.accounts import Account, believed, ids_of, latest_of_each_voice
from rasid.model import Claim, Count, EventType, Harm, Mention, Settled, Side, Toll, VictimClass

ENVELOPE = "counts.envelope"
RISING = "counts.rising_toll"
NOT_STATED = "counts.not_stated"

_OTHERS = frozenset({Side.target, Side.unknown})
_ACTING = frozenset({Side.perpetrator})
# Name of the codebook's counting rule for a stated total that replaces an earlier one, the last part of `Claim.rule`.
_TOLL_UPDATE = "toll_update"

_UNKNOWN = Count()


def settle_harm(accounts: Sequence[Account], harm: Harm, event_type: EventType) -> Settled[Count]:
    """Settle how many suffered `harm`; the acting side's own are left out, but for clashes, where both sides count."""
    counted = [(account, harmed(account.mention, harm, event_type)) for account in accounts]
    return _settle(counted, harm)


def settle_killed_civilians(accounts: Sequence[Account]) -> Settled[Count]:
    """Settle how many of the killed were civilians, from the tolls that say so."""
    return _settle([(account, killed_civilians(account.mention)) for account in accounts], Harm.killed)


def settle_killed_perpetrators(accounts: Sequence[Account]) -> Settled[Count]:
    """Settle how many of the acting side died."""
    return _settle([(account, killed_perpetrators(account.mention)) for account in accounts], Harm.killed)


def harmed(mention: Mention, harm: Harm, event_type: EventType) -> Count:
    """Return one account's number: its stated totals, else the sum of its groups.

    In an armed clash the acting side's own are added, unless a total that tells no side already holds everyone.
    """
    tolls = _tolls(mention, harm)
    if not tolls:
        return _UNKNOWN
    others = _number(toll for toll in tolls if toll.value.side in _OTHERS)
    if event_type is not EventType.armed_clash or any(
        toll.value.total and toll.value.side is Side.unknown for toll in tolls
    ):
        return others
    own = _number(toll for toll in tolls if toll.value.side in _ACTING)
    return others + own if others.known and own.known else (others if others.known else own)


def killed_civilians(mention: Mention) -> Count:
    """Return how many civilians one account counts among the killed; unknown where it names none."""
    return _number(
        toll
        for toll in _tolls(mention, Harm.killed)
        if toll.value.victims is VictimClass.civilian and toll.value.side in _OTHERS
    )


def killed_perpetrators(mention: Mention) -> Count:
    """Return how many of the acting side's dead one account counts."""
    return _number(toll for toll in _tolls(mention, Harm.killed) if toll.value.side in _ACTING)


def envelope(counts: Iterable[Count], best: Callable[[Sequence[int]], int]) -> Count:
    """Return the count that holds all of `counts`.

    low: the smallest low among the counts that name a best number (which stands for a low that they lack), since
    "several" does not contradict 11; else among all. best: `best` of the best numbers in ascending order. high: the largest high, unknown where a number with open
    end ("at least 40") lies above all known highs.
    """
    known = [count for count in counts if count.known]
    plain = [count for count in known if count.best is not None]
    lows = [low for count in plain or known if (low := count.best if count.low is None else count.low) is not None]
    bests = sorted(count.best for count in plain if count.best is not None)
    highs = [count.high for count in known if count.high is not None]
    floor = max((value for count in known if (value := _at_least(count)) is not None), default=0)
    return Count(
        low=min(lows, default=None),
        best=best(bests) if bests else None,
        high=max(highs) if highs and max(highs) >= floor else None,
    )


def compatible(left: Count, right: Count) -> bool:
    """Whether the two ranges share a number; an unknown side is open."""
    return _reaches(left, right) and _reaches(right, left)


def _settle(counted: Sequence[tuple[Account, Count]], harm: Harm) -> Settled[Count]:
    """Settle by `counts.envelope`, after `counts.rising_toll` where a later account says that the toll rose.

    `counts.rising_toll`: accounts published before one that states a new total, and that give less, were true at their
    time and are left out. `counts.envelope`: low and high from `envelope` over the rest; best is the median, the lower
    of two middle ones, over each voice's latest number.
    """
    stated = [(account, count) for account, count in counted if count.known]
    if not stated:
        return Settled(value=_UNKNOWN, rule=NOT_STATED)
    standing = _after_updates(stated, harm)
    counts = {account.mention_id: count for account, count in standing}
    latest = latest_of_each_voice([account for account, count in standing if count.best is not None])
    bests = sorted(best for account in latest if (best := counts[account.mention_id].best) is not None)
    value = envelope(counts.values(), lambda _: bests[(len(bests) - 1) // 2])
    return Settled(
        value=value,
        rule=RISING if len(standing) < len(stated) else ENVELOPE,
        support=ids_of(account for account, count in stated if _holds(count, value)),
        against=ids_of(account for account, count in stated if not _holds(count, value)),
    )


def _after_updates(stated: Sequence[tuple[Account, Count]], harm: Harm) -> list[tuple[Account, Count]]:
    updates = [(account, count) for account, count in stated if _is_update(account.mention, harm)]
    return [
        (account, count)
        for account, count in stated
        if not any(_supersedes(update, (account, count)) for update in updates)
    ]


def _supersedes(update: tuple[Account, Count], older: tuple[Account, Count]) -> bool:
    (new_account, new), (old_account, old) = update, older
    if new_account.published is None or old_account.published is None:
        return False
    least_new, least_old = _at_least(new), _at_least(old)
    rose = least_new is not None and least_old is not None and least_old < least_new
    return rose and old_account.published < new_account.published


def _is_update(mention: Mention, harm: Harm) -> bool:
    return any(toll.rule.rpartition(".")[2] == _TOLL_UPDATE for toll in _tolls(mention, harm))


def _tolls(mention: Mention, harm: Harm) -> tuple[Claim[Toll], ...]:
    claims: tuple[Claim[Toll], ...] = getattr(mention, harm.value)
    return believed(claims)


def _number(tolls: Iterable[Claim[Toll]]) -> Count:
    """Totals stand for themselves, the lower of two as best (`two_values` of the codebook); groups are added.

    A group told again, with the same number and the same last word, is one group.
    """
    tolls = [toll for toll in tolls if toll.value.count.known]
    totals = [toll.value.count for toll in tolls if toll.value.total]
    if totals:
        return envelope(totals, min)
    groups = {(toll.value.count, _last_word(toll.value.words)): toll.value.count for toll in tolls}
    return _sum(list(groups.values())) if groups else _UNKNOWN


def _last_word(words: str) -> str:
    return words.casefold().split()[-1] if words.strip() else ""


def _sum(counts: Sequence[Count]) -> Count:
    total = counts[0]
    for count in counts[1:]:
        total += count
    return total


def _at_least(count: Count) -> int | None:
    return count.low if count.best is None else count.best


def _reaches(left: Count, right: Count) -> bool:
    """Whether `left` begins no later than `right` ends."""
    return left.low is None or right.high is None or left.low <= right.high


def _holds(count: Count, value: Count) -> bool:
    """Whether an account's range holds the settled best number, or what is settled of it."""
    best = _at_least(value)
    return compatible(count, Count(low=best, best=best, high=best) if best is not None else value)
