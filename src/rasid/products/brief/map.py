"""The map of a brief: one inline drawing, nothing drawn finer than its source."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from rasid.model import Incident
from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.base_map import draw_land, draw_names, draw_scale, land_of
from rasid.products.brief.html import el, join
from rasid.products.brief.labels import LabelBoard
from rasid.products.brief.lettering import SLIM, WIDE, Lettering
from rasid.products.brief.mark_labels import FEW, draw_labels
from rasid.products.brief.marks import MapMark, map_marks
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.outlines import Outline
from rasid.products.brief.projection import Projection, frame
from rasid.products.brief.symbols import draw_marks
from rasid.products.brief.titles import short_title

WIDTH = 720.0
ASPECT = 1.45
LEAST_KM = 120.0
"""Kilometres that a map is at least wide, so that a lone town does not fill it."""
MARGIN_KM = 5.0

_SOURCE = "Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0). Borders say nothing about the status of a territory."


def render_map(numbering: Numbering) -> Markup:
    """Return the map with what lies beside it, or an empty string when no incident has any place."""
    marks = map_marks(enumerate(numbering.incidents, 1))
    if not marks.drawn and not marks.coarse:
        return Markup("")
    return el(
        "section",
        el("h2", "Where"),
        _figure(marks.drawn, _told_of(numbering)) if marks.drawn else None,
        _beside("Known only by country or region, not drawn", marks.coarse),
        _beside("No place told", marks.nowhere),
        id="where",
    )


def _figure(marks: tuple[MapMark, ...], told_of: frozenset[str | None]) -> Markup:
    circles = [(mark.lat, mark.lon, mark.radius_km or MARGIN_KM) for mark in marks]
    projection = Projection(box=frame(circles, aspect=ASPECT, least_km=LEAST_KM), width=WIDTH)
    drawn = draw_marks(marks, projection)
    land = land_of(projection)
    drawing = el(
        "svg",
        el("title", "Map of the incidents; the numbers are those of the list below"),
        el("rect", width="100%", height="100%", class_="sea"),
        draw_land(land, projection, told_of),
        drawn,
        (_words(marks, land, projection, lettering) for lettering in (WIDE, SLIM)),
        viewBox=f"0 0 {WIDTH:.0f} {projection.height:.0f}",
        role="img",
    )
    return el("figure", drawing, el("figcaption", _legend(str(drawn))), class_="map")


def _words(marks: tuple[MapMark, ...], land: list[Outline], projection: Projection, lettering: Lettering) -> Markup:
    """Return all words of the map in one size; what matters most takes its room first.

    On a phone a map of many marks has none but the counts in its symbols and the scale.
    """
    board = LabelBoard(width=WIDTH, height=projection.height)
    scale = draw_scale(projection, board, lettering)
    if not lettering.names and len(marks) > FEW:
        return el("g", scale, class_=lettering.name)
    labels = draw_labels(marks, projection, board, lettering)
    return el("g", draw_names(land, projection, board, lettering), labels, scale, class_=lettering.name)


def _told_of(numbering: Numbering) -> frozenset[str | None]:
    """Return the countries that have incidents."""
    return frozenset(incident.where.value.country for incident in numbering.incidents if incident.where.value)


def _legend(drawn: str) -> Markup:
    """Return the meaning of the symbols that occur in the drawing."""
    keys = (
        ("dot", "named place"),
        ("dot many", "several places; how many incidents"),
        ("area", "somewhere in this area"),
    )
    shown = [
        el("span", el("i", class_=f"key {kind}"), words, class_="k")
        for kind, words in keys
        if f'class="{kind}"' in drawn
    ]
    return join((*shown, el("small", _SOURCE)), " ")


def _beside(heading: str, listed: Iterable[tuple[int, Incident]]) -> Markup | None:
    items = [
        el("li", el("a", f"{number} {short_title(incident)}", href=f"#{incident_anchor(number)}"))
        for number, incident in listed
    ]
    return el("div", el("h3", heading), el("ul", items, class_="inline"), class_="beside") if items else None
