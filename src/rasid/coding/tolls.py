"""The casualties of one incident: group claims, and the total that they make."""

from __future__ import annotations

import re

from rasid.coding.casualties import Entry
from rasid.coding.context import Context
from rasid.model import Claim, Count, Side, Toll, VictimClass
from rasid.model.reading import Part
from rasid.text.numbers import find_numbers

_MORE = re.compile(r"\b(?:another|other|others|further|additional|more|also|as well)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    {
        "people",
        "person",
        "persons",
        "others",
        "dead",
        "victims",
        "individuals",
        "lives",
        "bodies",
        "corpses",
        "deaths",
        "casualties",
        "fatalities",
        "wounded",
        "injured",
    }
)


def claims(context: Context, found: list[Entry]) -> tuple[Claim[Toll], ...]:
    """Return the claims of one harm: each group, and the totals of the target side by named rules."""
    groups = tuple(_claim(context, entry) for entry in found)
    others = [entry for entry in found if entry.side is not Side.perpetrator]
    if any(_low(entry.counted.count) for entry in others):
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
    tellings = _tellings(found)
    return tuple(_told(context, telling) for telling in tellings)


def _tellings(found: list[Entry]) -> list[list[Entry]]:
    """Part the entries into tellings of the toll: one a sentence, later ones only where they count anew."""
    tellings: list[list[Entry]] = []
    for entry in found:
        if entry.part is Part.subset:
            continue
        home = next((telling for telling in tellings if _one_voice(telling[0], entry)), None)
        if home is not None:
            home.append(entry)
        elif not tellings:
            tellings.append([entry])
        elif _MORE.search(entry.words) and entry.counted.stated:
            tellings[0].append(entry)
        elif entry.counted.stated and _counts_anew(tellings[0], entry):
            tellings.append([entry])
        elif _adds(tellings[0], entry):
            tellings[0].append(entry)
    return tellings


def _one_voice(first: Entry, entry: Entry) -> bool:
    """Tell whether two numbers stand in one sentence and nobody else gives the second one."""
    if first.sentence != entry.sentence:
        return False
    voices = {one.said_by.words.lower() for one in (first, entry) if one.said_by is not None}
    return len(voices) < 2


def _counts_anew(first: list[Entry], entry: Entry) -> bool:
    """Tell whether an entry gives another value for the group told first: a total, the same head, or anybody."""
    if entry.rule == "casualty.total":
        return True
    heads = {_anybody(one.head) for one in first}
    if _anybody(entry.head) in _ANYBODY and heads & _ANYBODY:
        return _low(entry.counted.count) >= max(_low(one.counted.count) for one in first)
    if _anybody(entry.head) in _ANYBODY:
        return _low(entry.counted.count) >= sum(_low(one.counted.count) for one in first)
    return entry.head in heads


def _anybody(head: str) -> str:
    """Return the head, or "people" for a number that stands alone: "12 were killed"."""
    return "people" if find_numbers(head) else head


def _adds(first: list[Entry], entry: Entry) -> bool:
    """Tell whether an entry names another group than those told first, none of which was anybody."""
    heads = {_anybody(one.head) for one in first}
    return not heads & _ANYBODY and _anybody(entry.head) not in _ANYBODY | heads and entry.counted.stated


def _low(count: Count) -> int:
    return count.low if count.low is not None else (count.high or 0)


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
