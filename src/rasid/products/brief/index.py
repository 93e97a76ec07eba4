"""A list of all incidents on few lines, for briefs that are too long to leaf through."""

from __future__ import annotations

from markupsafe import Markup

from rasid.model import Incident
from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.html import el
from rasid.products.brief.numbering import Numbering
from rasid.products.show import show_actor, show_count, show_target, show_when
from rasid.products.words import label

_HEADS = ("", "What", "When", "Where", "Who did it", "To whom", "Killed")


def render_index(numbering: Numbering) -> Markup:
    """Return a table of all incidents in the order of their numbers, each linked to its card."""
    heads = el("tr", (el("th", head, scope="col") for head in _HEADS))
    rows = [_row(number, incident) for number, incident in enumerate(numbering.incidents, 1)]
    table = el("table", el("thead", heads), el("tbody", rows))
    return el("div", table, class_="index", tabindex=0, role="region", aria_label="All incidents")


def _row(number: int, incident: Incident) -> Markup:
    where, killed, when = incident.where.value, incident.killed.value, incident.when.value
    link = el("a", label(incident.event_type.value), href=f"#{incident_anchor(number)}")
    cells = (
        number,
        link,
        show_when(when) if when is not None and when.known else "",
        where.name if where is not None else "",
        ", ".join(map(show_actor, incident.perpetrators.value)),
        ", ".join(map(show_target, incident.targets.value)),
        show_count(killed) if killed.known else "",
    )
    return el("tr", (el("td", cell, dir="auto") for cell in cells))
