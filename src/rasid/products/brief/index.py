"""A list of all incidents on few lines, for briefs that are too long to leaf through."""

from __future__ import annotations

from markupsafe import Markup

from rasid.model import Incident
from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.html import el
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.titles import BESIDES
from rasid.products.show import show_actor, show_count, show_target, show_when
from rasid.products.words import label

_HEADS = ("", "What", "When", "Where", "Who did it", "To whom", "Killed")


def render_index(numbering: Numbering, news: frozenset[str]) -> Markup:
    """Return a table of all incidents in the order of their numbers, each linked to its card; `news` as for the timeline."""
    heads = el("tr", (el("th", head, scope="col") for head in _HEADS))
    numbered = list(enumerate(numbering.incidents, 1))
    told = [_row(number, incident) for number, incident in numbered if incident.incident_id in news]
    back = [_row(number, incident) for number, incident in numbered if incident.incident_id not in news]
    heading = el("tr", el("th", BESIDES, colspan=len(_HEADS), scope="rowgroup"), class_="group")
    bodies = (el("tbody", told), el("tbody", heading, back) if back else None)
    return el("table", el("caption", "All incidents", class_="unseen"), el("thead", heads), bodies, class_="index")


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
