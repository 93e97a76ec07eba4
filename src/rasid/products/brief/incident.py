"""One incident of a brief, from its settled values down to every claim."""

from __future__ import annotations

from markupsafe import Markup

from rasid.model import Incident, Mention, Status, When
from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.grouping import render_conflicts, render_grouping
from rasid.products.brief.html import el
from rasid.products.brief.matrix import render_matrix
from rasid.products.brief.numbering import Numbering, told_besides
from rasid.products.brief.relations import render_relations
from rasid.products.brief.settled import render_settled
from rasid.products.brief.titles import BESIDES, short_title
from rasid.products.brief.tolls import render_tolls
from rasid.products.claims import FIELDS, shown_claims
from rasid.products.record import Record
from rasid.products.show import show_when
from rasid.products.words import label


def render_incident(number: int, incident: Incident, record: Record, numbering: Numbering) -> Markup:
    """Return the card of incident `number`."""
    mentions = record.mentions_of(incident)
    return el(
        "article",
        _head(number, incident, mentions),
        render_relations(incident, record, numbering),
        render_settled(incident, mentions, record, numbering),
        render_tolls(mentions, record),
        render_conflicts(incident, record),
        render_grouping(incident, record),
        el(
            "details",
            el("summary", _claims_summary(mentions)),
            render_matrix(number, mentions, record, numbering),
            open=len(mentions) != 1,
            class_="evidence",
        ),
        class_="incident",
        id=incident_anchor(number),
    )


def _head(number: int, incident: Incident, mentions: tuple[Mention, ...]) -> Markup:
    return el(
        "header",
        el("h3", el("span", str(number), class_="n"), " ", short_title(incident)),
        el("p", _date(incident.when.value), *_tags(incident, mentions), class_="sub"),
    )


def _date(when: When | None) -> str:
    return show_when(when) if when is not None and when.known else "No date told"


def _tags(incident: Incident, mentions: tuple[Mention, ...]) -> list[Markup]:
    """Return what a reader must not miss: a status that is not plainly reported, and incidents that are only told besides."""
    status = incident.status.value
    tags = [label(status)] if status is not Status.reported else []
    tags += [BESIDES] if told_besides(mentions) else []
    return [el("span", tag, class_="chip") for tag in tags]


def _claims_summary(mentions: tuple[Mention, ...]) -> str:
    claims, reports = (
        sum(len(shown_claims(mention, field)) for mention in mentions for field in FIELDS),
        len({m.report_id for m in mentions}),
    )
    return f"{claims} claims in {reports} report{'' if reports == 1 else 's'}"
