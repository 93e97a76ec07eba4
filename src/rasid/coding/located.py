"""The places that a report names besides those of its acts, each with where it lies: read once for a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rasid.model import Span, Where

if TYPE_CHECKING:
    from rasid.coding.context import Context

_PUBLISHER = re.compile(
    r"\s(?:News|Post|Times|Journal|Wire|Radio|Hospital|University|Observatory|Monitor|Press|Agency|Network|Bulletin|Courier"
    r"|Centre|Center|Institute|Review|Gazette|Herald|Tribune|Sentinel|Brigades?|Airlines)\b"
)
_CAPITAL = re.compile(
    r"\b(?:in|(?<!north )(?<!south )(?<!east )(?<!west )of)\s+((?:the|this)\s+capital(?:\s+city)?)\b(?!\s+of\b)",
    re.IGNORECASE,
)


class Located(NamedTuple):
    """A name in the text and the place that it means."""

    span: Span
    where: Where


def located(context: Context, begin: int) -> Iterator[Located]:
    """Yield the gazetteer places that the text names from code point `begin` on, in its order, without those of publishers."""
    text = context.report.text
    capitals = ((hit.start(1), hit.end(1), hit[1].lower()) for hit in _CAPITAL.finditer(text, begin))
    for start, stop, words in sorted([*context.named_places, *capitals]):
        if start < begin or _PUBLISHER.match(text, stop) is not None:
            continue
        where = context.where(words)
        if where is not None and not _abroad(context, where):
            yield Located(Span(report_id=context.report.report_id, start=start, end=stop), where)


def _abroad(context: Context, where: Where) -> bool:
    """Tell whether a place lies in none of the countries that the report is about: its name is more likely a person's."""
    return bool(context.countries) and where.country is not None and where.country not in context.countries
