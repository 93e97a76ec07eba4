"""Where a story stands when an act names no place of its own: the place told last, a name beside it, the title, the dateline."""

from __future__ import annotations

import re

from rasid.coding import unlisted
from rasid.coding.context import DATELINE, Context
from rasid.coding.located import Located
from rasid.model import Span, Where
from rasid.model.reading import ArgumentRole

_TITLED = re.compile(r"\b(?:in|at|near|on|outside|around)\s+((?:[A-Z][\w’'-]*)(?:[ -][A-Z][\w’'-]*)*)")
_TOLD, _NAMED_BEFORE, _NAMED_AFTER = 1200, 600, 400
"""Code points over which a place told for an act, and a mere name before or after it, still hold."""


def named_in(context: Context, start: int, end: int) -> list[Located]:
    """Return the gazetteer places that the text names inside `[start, end)`, without those of its dateline and publishers."""
    return [one for one in context.located if start <= one.span.start and one.span.end <= end]


def told_before(context: Context, offset: int) -> Located | None:
    """Return the place phrase of an act that stands last before `offset`, resolved, or None."""
    spans = [
        argument.span
        for trigger in context.reading.triggers
        for argument in trigger.arguments
        if argument.role is ArgumentRole.place and offset - _TOLD <= argument.span.start and argument.span.end <= offset
    ]
    for span in sorted(spans, reverse=True):
        where, name = context.meant(context.quote(span))
        if where is not None:
            return Located(span, where)
        if name is not None:
            return Located(span, unlisted.unlisted(context.quote(span), name, area(context, span)))
    return None


def around(context: Context, sentence: Span) -> Located | None:
    """Return the last place named before a sentence, else the first one after it."""
    before = named_in(context, max(0, sentence.start - _NAMED_BEFORE), sentence.start)
    after = named_in(context, sentence.end, sentence.end + _NAMED_AFTER)
    return before[-1] if before else after[0] if after else None


def titled(context: Context) -> Located | None:
    """Return the place that the title names, where the text has the name too: it is evidence only there."""
    found = _TITLED.search(context.report.title or "")
    if found is None:
        return None
    name = found[1]
    at = context.report.text.find(name)
    if at < 0:
        return None
    span = Span(report_id=context.report.report_id, start=at, end=at + len(name))
    where = context.where(name)
    return Located(span, where if where is not None else unlisted.unlisted(name, name, area(context, span)))


def dateline(context: Context) -> Located | None:
    """Return the place of the dateline at the head of the text."""
    match = DATELINE.match(context.report.text)
    where = context.where(match[1]) if match is not None else None
    if match is None or where is None:
        return None
    return Located(Span(report_id=context.report.report_id, start=match.start(1), end=match.end(1)), where)


def area(context: Context, span: Span) -> Where | None:
    """Return the division or country named last before `span`, else the first one after it."""
    before = [one.where for one in context.areas if one.span.start < span.start]
    return before[-1] if before else context.areas[0].where if context.areas else None
