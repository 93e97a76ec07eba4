"""Days told in Greenwich time beside the local hour: "at 9 p.m. (0100 GMT on 12 January)" is the local 11 January."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rasid.text.date_expression import DateExpression, DateKind

_DAYS = frozenset({DateKind.day, DateKind.weekday, DateKind.near})
_CLOCK = r"(?<![\d:.])(?P<{0}_hour>\d{{1,2}})(?:[:.]?(?P<{0}_minute>[0-5]\d))?(?!\d)(?:\s*(?P<{0}_half>[ap])\.?m\b\.?)?"
_PAIR = re.compile(
    _CLOCK.format("local")
    + r"(?:\s*(?:hours|hrs|local\s+time|local))?\s*[\[(]\s*(?:(?:about|around|approximately)\s+)?"
    + _CLOCK.format("world")
    + r"\s*(?:GMT|UTC|Z)\b[^\])]*$",
    re.IGNORECASE,
)
_WORLD = re.compile(r"\b(?:GMT|UTC|\dZ)\b")
_REACH = 60
"""Code points before the day within which the two hours stand."""
_WEST = 12 * 60
_DAY = 24 * 60


def local_days(text: str, found: Iterable[DateExpression]) -> list[DateExpression]:
    """Return the expressions with `local` set where a bracket tells a day in Greenwich time behind the local hour.

    Such an expression takes in the two hours, so that its words say all that it rests on.
    """
    if _WORLD.search(text) is None:
        return list(found)
    kept: list[DateExpression] = []
    for expression in found:
        pair = _pair(text, expression)
        if pair is None:
            kept.append(expression)
            continue
        while kept and not kept[-1].dated and kept[-1].end > pair.start():
            kept.pop()
        taken = kept[-1].end if kept else 0
        start = pair.start() if taken <= pair.start() else expression.start
        kept.append(replace(expression, start=start, words=text[start : expression.end], local=_shift(pair) or 0))
    return kept


def _pair(text: str, expression: DateExpression) -> re.Match[str] | None:
    """The two hours that lead to a day: the bracket opened between them still stands open at the day."""
    if expression.kind not in _DAYS:
        return None
    own = _WORLD.search(text, expression.start, expression.end)
    end = own.end() if own is not None else expression.start
    pair = _PAIR.search(text[:end], max(0, expression.start - _REACH))
    return pair if pair is not None and _shift(pair) is not None else None


def _shift(pair: re.Match[str]) -> int | None:
    """Days from the one told in Greenwich time to the local one, -1 to 1; None where the figures are no hours."""
    local, world = _minutes(pair, "local"), _minutes(pair, "world")
    if local is None or world is None:
        return None
    west = (world - local) % _DAY <= _WEST
    return -int(world < local) if west else int(world > local)


def _minutes(pair: re.Match[str], which: str) -> int | None:
    hour, half = int(pair[f"{which}_hour"]), (pair[f"{which}_half"] or "").lower()
    if hour > (12 if half else 24):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour % 24
    return hour * 60 + int(pair[f"{which}_minute"] or 0)
