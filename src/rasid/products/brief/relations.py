"""How an incident stands to others, as reports state it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from rasid.model import Incident, IncidentRelation, RelationKind
from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.html import el
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.quotes import quote
from rasid.products.brief.titles import report_label, short_title
from rasid.products.record import Record
from rasid.products.words import sentence_case, word


def render_relations(incident: Incident, record: Record, numbering: Numbering) -> Markup | None:
    """Return the links from and to `incident`; None when no report states any."""
    ours = [_relation(relation, relation.other, "relations", record, numbering) for relation in incident.relations]
    theirs = [
        _relation(relation, other, "relations_back", record, numbering)
        for other, relation in numbering.incoming.get(incident.incident_id, ())
    ]
    items = [item for item in (*ours, *theirs) if item is not None]
    return el("ul", items, class_="relations") if items else None


def _relation(
    relation: IncidentRelation, other: str, words: str, record: Record, numbering: Numbering
) -> Markup | None:
    number = numbering.incident(other)
    if number is None:
        return _claimed(relation, numbering) if relation.kind is RelationKind.claimed_by else None
    link = el("a", f"{number} {short_title(numbering.incidents[number - 1])}", href=f"#{incident_anchor(number)}")
    said = _evidence(relation, record, numbering)
    return el("li", f"{sentence_case(word(words, relation.kind))} ", link, *(" \u2014 ", *said) if said else ())


def _claimed(relation: IncidentRelation, numbering: Numbering) -> Markup:
    """Return who claims the act: for this kind the other end is an actor of the register, or the speaker's words."""
    return el("li", "Claimed by ", el("bdi", numbering.actor_names.get(relation.other, relation.other)))


def _evidence(relation: IncidentRelation, record: Record, numbering: Numbering) -> Iterable[Markup]:
    """Return the report that states the relation, with its words."""
    for stated in record.relations:
        if stated.kind is relation.kind and relation.mention_id in {stated.source, stated.target}:
            report = record.report(stated.evidence[0].report_id)
            return (
                el("span", report_label(report), ": ", class_="speaker"),
                quote(stated.evidence[0], record, numbering),
            )
    return ()
