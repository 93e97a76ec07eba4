"""All times of a text in their order, each resolved against those named before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rasid.model.when import When
from rasid.resolve.times import TimeResolver
from rasid.text.dates import DateExpression, DateKind, find_times

_WRAPPED = frozenset({DateKind.range, DateKind.since, DateKind.until, DateKind.around})


class ResolvedTime(NamedTuple):
    """A time expression, its days, and the day named before it in the text."""

    expression: DateExpression
    when: When
    anchor: date | None


def resolve_text(text: str, *, published: date | None) -> list[ResolvedTime]:
    """Return the time expressions of `text` with their days, undated kinds included.

    With `published` the text is news and its days without a year are past; without, it is a narrative whose dates
    follow each other, and each is completed from the one before. The ends of a range stand one by one.
    """
    resolver = TimeResolver()
    anchor: date | None = None
    found: list[ResolvedTime] = []
    for expression in _single(find_times(text)):
        when = resolver.resolve_expression(expression, published=published, anchor=anchor)
        found.append(ResolvedTime(expression, when, anchor))
        if expression.dated and when.earliest is not None:
            anchor = when.earliest
    return found


def _single(expressions: list[DateExpression]) -> Iterator[DateExpression]:
    for expression in expressions:
        if expression.kind in _WRAPPED:
            yield from _single(list(expression.parts))
        else:
            yield expression
