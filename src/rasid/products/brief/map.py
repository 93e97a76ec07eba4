"""The map of a brief: one inline drawing, nothing drawn finer than its source."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from rasid.model import Incident
from rasid.products.brief.html import Child, el, join
from rasid.products.brief.labels import Label, LabelBoard
from rasid.products.brief.marks import MapMark, MapMarks, map_marks
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.outlines import Outline, outlines, towns
from rasid.products.brief.projection import Box, Projection, frame
from rasid.products.show import show_where
from rasid.products.words import label

WIDTH = 720.0
ASPECT = 1.45
DOT = 7.0
LEAST_KM = 120.0
TOWNS = 9
"""How many towns are named for orientation, largest first."""


def render_map(numbering: Numbering) -> Markup:
    """Return the map with what lies beside it, or an empty string when no incident has any place."""
    marks = map_marks(enumerate(numbering.incidents, 1))
    if not marks.drawn and not marks.coarse:
        return Markup("")
    drawing = _drawing(marks.drawn) if marks.drawn else None
    return el(
        "section",
        el("h2", "Where"),
        el("figure", drawing, el("figcaption", _legend(marks.drawn)), class_="map") if drawing else None,
        _beside("Known only by country or region, not drawn", marks.coarse, with_place=True),
        _beside("No place told", marks.nowhere, with_place=False),
        id="where",
    )


def _drawing(marks: tuple[MapMark, ...]) -> Markup:
    box = frame(((mark.lat, mark.lon, mark.radius_km or 5.0) for mark in marks), aspect=ASPECT, least_km=LEAST_KM)
    projection = Projection(box=box, width=WIDTH)
    board = LabelBoard(width=WIDTH, height=projection.height)
    areas = [_area(mark, projection, board) for mark in marks if mark.radius_km is not None]
    dots = [_dot(mark, projection, board) for mark in marks if mark.radius_km is None]
    land = list(outlines(_margin(box)))
    return el(
        "svg",
        el("title", "Map of the incidents; the numbers are those of the list below"),
        el("rect", width="100%", height="100%", class_="sea"),
        el("g", (_country(outline, projection) for outline in land)),
        el("g", _country_names(land, projection, board), _town_names(box, projection, board), aria_hidden="true"),
        el("g", areas),
        el("g", dots),
        _scale_bar(projection),
        viewBox=f"0 0 {WIDTH:.0f} {projection.height:.0f}",
        role="img",
    )


def _margin(box: Box) -> Box:
    """Reach a little over the edge, so that the cut sides of outlines lie outside the drawing."""
    lon, lat = (box.east - box.west) / 50, (box.north - box.south) / 50
    return Box(west=box.west - lon, east=box.east + lon, south=box.south - lat, north=box.north + lat)


def _country(outline: Outline, projection: Projection) -> Markup:
    return el("path", d=" ".join(path for ring in outline.rings if (path := _path(ring, projection))), class_="land")


def _path(ring: list[tuple[float, float]], projection: Projection) -> str:
    """Return a ring as a path; points that fall on the one before are left out."""
    points = dict.fromkeys((round(x), round(y)) for x, y in (projection.point(lat, lon) for lon, lat in ring))
    if len(points) < 3:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _area(mark: MapMark, projection: Projection, board: LabelBoard) -> Markup:
    x, y = projection.point(mark.lat, mark.lon)
    radius = (mark.radius_km or 0.0) * projection.per_km
    number = _number(mark, board.place(_numbers(mark), x, y - radius, 0, size=15, centred=True))
    return _linked(mark, el("circle", cx=x, cy=y, r=radius, class_="area"), number)


def _dot(mark: MapMark, projection: Projection, board: LabelBoard) -> Markup:
    x, y = projection.point(mark.lat, mark.lon)
    number = _number(mark, board.place(_numbers(mark), x, y, DOT + 4, size=15))
    return _linked(mark, el("circle", cx=x, cy=y, r=DOT, class_="dot"), number)


def _linked(mark: MapMark, *drawn: Child) -> Markup:
    title = el("title", f"{mark.name}: incident {_numbers(mark)}")
    return el("a", title, drawn, href=f"#i{mark.numbers[0]}")


def _number(mark: MapMark, placed: Label) -> Markup:
    return el("text", _numbers(mark), x=placed.x, y=placed.y, text_anchor=placed.anchor, class_="number")


def _numbers(mark: MapMark) -> str:
    return ", ".join(map(str, mark.numbers))


def _country_names(land: list[Outline], projection: Projection, board: LabelBoard) -> list[Markup]:
    """Name each country in the middle of its largest visible part, where there is room."""
    names = []
    for outline in land:
        ring = max(outline.rings, key=len)
        xs, ys = zip(*(projection.point(lat, lon) for lon, lat in ring), strict=True)
        middle = (max(min(xs), 0) + min(max(xs), WIDTH)) / 2, (max(min(ys), 0) + min(max(ys), projection.height)) / 2
        placed = board.try_centre(outline.name or "", *middle, size=15)
        if placed is not None and outline.name:
            names.append(el("text", outline.name, x=placed.x, y=placed.y, text_anchor="middle", class_="country"))
    return names


def _town_names(box: Box, projection: Projection, board: LabelBoard) -> list[Markup]:
    drawn: list[Markup] = []
    for town in towns(box):
        x, y = projection.point(town.lat, town.lon)
        placed = board.try_beside(town.name, x, y, 6, size=12)
        if placed is not None:
            dot = el("circle", cx=x, cy=y, r=2, class_="town")
            drawn += [dot, el("text", town.name, x=placed.x, y=placed.y, text_anchor=placed.anchor, class_="town")]
        if len(drawn) >= 2 * TOWNS:
            break
    return drawn


def _scale_bar(projection: Projection) -> Markup:
    km = max(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if step * projection.per_km < WIDTH / 4)
    length, y = km * projection.per_km, projection.height - 14
    line = el("path", d=f"M14 {y - 5:.0f}v5h{length:.0f}v-5", class_="scale")
    return el("g", line, el("text", f"{km} km", x=14 + length + 6, y=y, class_="scale"), aria_hidden="true")


def _legend(marks: tuple[MapMark, ...]) -> Markup:
    kinds = [
        el("span", el("i", class_="key dot"), "named place", class_="k") if any(m.radius_km is None for m in marks) else None,
        el("span", el("i", class_="key area"), "somewhere in this area", class_="k") if any(m.radius_km for m in marks) else None,
    ]  # fmt: skip
    source = "Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0). Borders say nothing about the status of a territory."
    return join((*kinds, el("small", source)), " ")


def _beside(heading: str, listed: Iterable[tuple[int, Incident]], *, with_place: bool) -> Markup | None:
    items = [
        el("li", el("a", f"{number} {label(incident.event_type.value)}", href=f"#i{number}"), _place(incident, with_place))
        for number, incident in listed
    ]
    return el("div", el("h3", heading), el("ul", items, class_="inline"), class_="beside") if items else None


def _place(incident: Incident, with_place: bool) -> str | None:
    return f" ({incident.where.value.name})" if with_place and incident.where.value else None
