"""Which words of a report are evidence, and for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rasid.model import Mention, Relation, Report, Span, Statement
from rasid.products.brief.anchors import field_anchor, incident_anchor
from rasid.products.brief.numbering import Numbering
from rasid.products.claims import claims_of, is_shown
from rasid.products.record import Record
from rasid.products.show import show_claim
from rasid.products.words import word

GROUPS = {
    "what": ("event_type", "status"),
    "who": ("perpetrators",),
    "whom": ("targets",),
    "harm": ("killed", "injured", "abducted", "arrested", "displaced"),
    "where": ("places",),
    "when": ("times",),
    "how": ("weapons", "tactics"),
}
"""Colour group -> fields; statements and speakers have groups of their own, `said` and `source`."""

_GROUP_OF = {field: group for group, fields in GROUPS.items() for field in fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A stretch of a report that is evidence: its colour group, what it is evidence for, and the anchor of the claim."""

    span: Span
    group: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text `[start, end)` with the highlights that cover the whole of it, the narrowest first."""

    start: int
    end: int
    covering: tuple[Highlight, ...] = ()


def highlights(report: Report, record: Record, numbering: Numbering) -> list[Highlight]:
    """Return every highlight of `report`: claims, speakers, statements and relations."""
    found: list[Highlight] = []
    for mention in numbering.mentions_in.get(report.report_id, ()):
        found += _of_mention(mention, numbering)
    for number, statement in enumerate(record.statements, 1):
        if statement.report_id == report.report_id:
            found += _of_statement(number, statement)
    for relation in record.relations:
        found += _of_relation(relation, report, numbering)
    return list(dict.fromkeys(found))


def pieces(length: int, found: Iterable[Highlight]) -> Iterator[Piece]:
    """Cut a text of `length` code points at every end of a highlight, so that overlapping ones need no nesting."""
    found = list(found)
    cuts = sorted({0, length, *(cut for mark in found for cut in (mark.span.start, mark.span.end) if cut < length)})
    for start, end in pairwise(cuts):
        covering = [mark for mark in found if mark.span.start <= start and end <= mark.span.end]
        covering.sort(key=lambda mark: (mark.span.end - mark.span.start, mark.group, mark.title))
        yield Piece(start=start, end=end, covering=tuple(covering))


def _of_mention(mention: Mention, numbering: Numbering) -> Iterator[Highlight]:
    incident = numbering.incident_of.get(mention.mention_id)
    if incident is None:
        return
    number = numbering.incident_numbers[incident.incident_id]
    for field, claim in claims_of(mention):
        if not is_shown(field, claim):
            continue
        title = f"Incident {number}, {word('fields', field).lower()}: {show_claim(claim)}"
        for span in claim.evidence:
            yield Highlight(span=span, group=_GROUP_OF[field], title=title, anchor=field_anchor(number, field))
    for speaker in mention.sources:
        title = f"Incident {number}, who says so"
        yield Highlight(span=speaker.span, group="source", title=title, anchor=incident_anchor(number))


def _of_statement(number: int, statement: Statement) -> Iterator[Highlight]:
    title = f"{word('statement_nouns', statement.kind)}"
    for span in statement.evidence:
        yield Highlight(span=span, group="said", title=title, anchor=f"s{number}")
    if statement.speaker is not None:
        yield Highlight(span=statement.speaker.span, group="source", title=f"{title}: who says so", anchor=f"s{number}")


def _of_relation(relation: Relation, report: Report, numbering: Numbering) -> Iterator[Highlight]:
    incident = numbering.incident_of.get(relation.source)
    for span in relation.evidence:
        if span.report_id == report.report_id and incident is not None:
            number = numbering.incident_numbers[incident.incident_id]
            title = f"Incident {number} {word('relations', relation.kind)} another"
            yield Highlight(span=span, group="said", title=title, anchor=incident_anchor(number))
