"""The casualties of one incident: group claims, and the total that they make."""

from __future__ import annotations

from rasid.coding.casualties import Entry
from rasid.coding.context import Context
from rasid.coding.tellings import low, tellings
from rasid.model import Claim, Count, Side, Toll, VictimClass
from rasid.model.reading import Part


def claims(context: Context, found: list[Entry]) -> tuple[Claim[Toll], ...]:
    """Return the claims of one harm: each group, and the totals of the target side by named rules."""
    groups = tuple(_claim(context, entry) for entry in found)
    others = [entry for entry in found if entry.side is not Side.perpetrator]
    if any(low(entry.counted.count) for entry in others):
        others = [entry for entry in others if entry.counted.rule != "none_hurt"]
    return groups + _totals(context, others)


def _claim(context: Context, entry: Entry) -> Claim[Toll]:
    return Claim(
        value=Toll(count=entry.counted.count, words=entry.words, side=entry.side, victims=entry.victims),
        evidence=(entry.span,),
        said_by=entry.said_by,
        stance=entry.stance,
        coded_by=context.coded_by,
        rule=f"counts.{entry.counted.rule}",
    )


def _totals(context: Context, found: list[Entry]) -> tuple[Claim[Toll], ...]:
    """Return one total claim a telling: a stated toll replaces, the same group told again is a second value."""
    stated = [entry for entry in found if entry.part is Part.toll]
    if stated:
        last = stated[-1]
        return (
            _total(context, last.counted.count, [last], "counts.toll_update", "a stated total replaces the others"),
        )
    return tuple(_told(context, telling) for telling in tellings(found))


def _told(context: Context, telling: list[Entry]) -> Claim[Toll]:
    """Return the total of one telling: groups joined by "and" are added, one "in addition to" widens the low."""
    plain = [entry for entry in telling if entry.part is not Part.added]
    added = [entry for entry in telling if entry.part is Part.added]
    total = plain[0].counted.count if plain else Count.exactly(0)
    for entry in plain[1:]:
        total = total + entry.counted.count
    if not added:
        rule = f"counts.{plain[0].counted.rule}" if len(plain) == 1 else "counts.sum_groups"
        reason = (
            "" if len(plain) == 1 else "groups told side by side are added: " + " + ".join(one.words for one in plain)
        )
        return _total(context, total, telling, rule, reason)
    whole = total
    for entry in added:
        whole = whole + entry.counted.count
    widened = Count(low=total.low if plain else whole.low, best=whole.best, high=whole.high)
    reason = (
        f"“{plain[0].words if plain else ''}, in addition to {', '.join(one.words for one in added)}”: read as further victims; "
        "that the first number already holds them, or that they are no victims, is kept as the low value"
    )
    return _total(context, widened, telling, "counts.in_addition", reason)


def _total(context: Context, count: Count, telling: list[Entry], rule: str, reason: str) -> Claim[Toll]:
    first = telling[0]
    classes = {entry.victims for entry in telling}
    return Claim(
        value=Toll(
            count=count,
            words="; ".join(entry.words for entry in telling),
            total=True,
            side=Side.target,
            victims=classes.pop() if len(classes) == 1 else VictimClass.unknown,
        ),
        evidence=tuple(entry.span for entry in telling),
        said_by=first.said_by,
        stance=first.stance,
        coded_by=context.coded_by,
        rule=rule,
        reason=reason,
    )
