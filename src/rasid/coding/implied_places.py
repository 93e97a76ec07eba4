"""Places that a text gives by what is said of them: where those live who act or are hit, and what a siege is laid to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rasid.coding import unlisted
from rasid.coding.context import Context
from rasid.coding.place_context import area
from rasid.model import ArgumentRole, PlacePrecision, Span, Where
from rasid.model.reading import Trigger

_LIVING = r"(?:residents|villagers|inhabitants|townspeople|townsfolk|people|neighbou?rs|citizens|elders)"
RESIDENTS = re.compile(rf"(?:the )?(?:\w+ )?{_LIVING} (?:of|in|from) (?:the )?", re.IGNORECASE)
"""Those told by where they live: "residents of Jérémie lynched two men"."""
_LAID_TO = re.compile(
    r"\b(?:blockade|siege|encirclement|bombardment|occupation|besieging|blockading) (?:of )?(?:the )?"
)
"""Before a name, it is where those shut in or fired at are: "lifted a blockade of Farabougou"."""
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*(?:[ -][^\W\d_a-z][\w’'-]*)*")
_DOERS = frozenset({ArgumentRole.perpetrator, ArgumentRole.target, ArgumentRole.killed, ArgumentRole.displaced})


def implied(context: Context, triggers: list[Trigger]) -> tuple[Span, Where] | None:
    """Return the home of those who act or are hit, else the place besieged, finer than a country; None where neither is told."""
    for span in (*_homes(context, triggers), *_besieged(context, triggers)):
        words = context.quote(span)
        where, name = context.meant(words)
        if where is None and name is not None:
            where = unlisted.unlisted(words, name, area(context, span))
        if where is not None and where.precision is not PlacePrecision.country:
            return span, where
    return None


def _homes(context: Context, triggers: list[Trigger]) -> Iterator[Span]:
    for trigger in triggers:
        for argument in trigger.arguments:
            living = RESIDENTS.match(context.report.text, argument.span.start, argument.span.end)
            if argument.role in _DOERS and living is not None:
                yield from _named_at(context, living.end(), argument.span.end)


def _besieged(context: Context, triggers: list[Trigger]) -> Iterator[Span]:
    for trigger in triggers:
        sentence = context.reading.sentences[trigger.sentence]
        for laid in _LAID_TO.finditer(context.report.text, sentence.start, sentence.end):
            yield from _named_at(context, laid.end(), sentence.end)


def _named_at(context: Context, start: int, stop: int) -> Iterator[Span]:
    """Yield the name that begins at `start`, if it is no actor's."""
    name = _NAME.match(context.report.text, start, stop)
    if name is not None and not any(one < name.end() and start < end for one, end, _ in context.named_actors):
        yield Span(report_id=context.report.report_id, start=start, end=name.end())
