"""The map of a brief: one inline drawing, nothing drawn finer than its source."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from markupsafe import Markup

from rasid.model import Incident
from rasid.products.brief.html import Child, el, join
from rasid.products.brief.labels import Label, LabelBoard, roomiest
from rasid.products.brief.marks import MapMark, map_marks
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.outlines import Outline, outlines, towns
from rasid.products.brief.projection import Box, Projection, frame
from rasid.products.brief.titles import short_title
from rasid.products.countries import country_name

WIDTH = 720.0
ASPECT = 1.45
DOT = 7.0
LEAST_KM = 120.0
TOWNS = 9
TOWN_GAP = 34.0
"""How many towns are named for orientation, largest first."""


def render_map(numbering: Numbering) -> Markup:
    """Return the map with what lies beside it, or an empty string when no incident has any place."""
    marks = map_marks(enumerate(numbering.incidents, 1))
    if not marks.drawn and not marks.coarse:
        return Markup("")
    drawing = _drawing(marks.drawn, _told_of(numbering)) if marks.drawn else None
    return el(
        "section",
        el("h2", "Where"),
        el("figure", drawing, el("figcaption", _legend(marks.drawn)), class_="map") if drawing else None,
        _beside("Known only by country or region, not drawn", marks.coarse),
        _beside("No place told", marks.nowhere),
        id="where",
    )


def _drawing(marks: tuple[MapMark, ...], told_of: frozenset[str | None]) -> Markup:
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
        el("g", (_country(outline, projection, outline.code in told_of) for outline in land)),
        el("g", _country_names(land, projection, board), _town_names(box, projection, board), aria_hidden="true"),
        el("g", areas),
        el("g", dots),
        _scale_bar(projection),
        viewBox=f"0 0 {WIDTH:.0f} {projection.height:.0f}",
        role="img",
    )


def _told_of(numbering: Numbering) -> frozenset[str | None]:
    """Return the countries that have incidents; they are drawn lighter."""
    return frozenset(incident.where.value.country for incident in numbering.incidents if incident.where.value)


def _margin(box: Box) -> Box:
    """Reach a little over the edge, so that the cut sides of outlines lie outside the drawing."""
    lon, lat = (box.east - box.west) / 50, (box.north - box.south) / 50
    return Box(west=box.west - lon, east=box.east + lon, south=box.south - lat, north=box.north + lat)


def _country(outline: Outline, projection: Projection, told_of: bool) -> Markup:  # noqa: FBT001 - a colour
    shape = " ".join(path for ring in outline.rings if (path := _path(ring, projection)))
    return el("path", d=shape, class_="land told" if told_of else "land")


def _path(ring: list[tuple[float, float]], projection: Projection) -> str:
    """Return a ring as a path; points that fall on the one before are left out."""
    points = dict.fromkeys((round(x), round(y)) for x, y in (projection.point(lat, lon) for lon, lat in ring))
    if len(points) < 3:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _area(mark: MapMark, projection: Projection, board: LabelBoard) -> Markup:
    x, y = projection.point(mark.lat, mark.lon)
    radius = (mark.radius_km or 0.0) * projection.per_km
    number = _number(mark, board.place(_words(mark), x, y - radius, 0, size=14, centred=True))
    return _linked(mark, el("circle", cx=x, cy=y, r=radius, class_="area"), number)


def _dot(mark: MapMark, projection: Projection, board: LabelBoard) -> Markup:
    x, y = projection.point(mark.lat, mark.lon)
    number = _number(mark, board.place(_words(mark), x, y, DOT + 4, size=14))
    return _linked(mark, el("circle", cx=x, cy=y, r=DOT, class_="dot"), number)


def _linked(mark: MapMark, *drawn: Child) -> Markup:
    title = el("title", f"{mark.name}: incident {_numbers(mark)}")
    return el("a", title, drawn, href=f"#i{mark.numbers[0]}")


def _words(mark: MapMark) -> str:
    return f"{_numbers(mark)} {mark.name}"


def _number(mark: MapMark, placed: Label) -> Markup:
    return el(
        "text",
        _numbers(mark),
        el("tspan", f" {mark.name}", class_="name"),
        x=placed.x,
        y=placed.y,
        text_anchor=placed.anchor,
        class_="number",
    )


def _numbers(mark: MapMark) -> str:
    return ", ".join(map(str, mark.numbers))


def _country_names(land: list[Outline], projection: Projection, board: LabelBoard) -> list[Markup]:
    """Name each country where its largest visible part has most room, if it has enough."""
    names = []
    for outline in land:
        ring = [projection.point(lat, lon) for lon, lat in max(outline.rings, key=len)]
        middle = roomiest(ring, WIDTH, projection.height)
        name = country_name(outline.code) if outline.code else ""
        placed = board.try_centre(name, *middle, size=17) if name and middle is not None else None
        if placed is not None:
            names.append(el("text", name, x=placed.x, y=placed.y, text_anchor="middle", class_="country"))
    return names


def _town_names(box: Box, projection: Projection, board: LabelBoard) -> list[Markup]:
    """Name the largest towns; one close to a larger one is left out, since it is most often a part of it."""
    drawn: list[Markup] = []
    seen: list[tuple[float, float]] = []
    for town in towns(box):
        x, y = projection.point(town.lat, town.lon)
        apart = all(hypot(x - left, y - top) > TOWN_GAP for left, top in seen)
        seen.append((x, y))
        placed = board.try_beside(town.name, x, y, 6, size=12) if apart else None
        if placed is not None and len(drawn) < TOWNS:
            name = el("text", town.name, x=placed.x, y=placed.y, text_anchor=placed.anchor)
            drawn.append(
                el("g", el("circle", cx=x, cy=y, r=2), name, class_="town" if len(drawn) < 4 else "town minor")
            )
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
    source = (
        "Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0). Borders say nothing about the status of a territory."
    )
    return join((*kinds, el("small", source)), " ")


def _beside(heading: str, listed: Iterable[tuple[int, Incident]]) -> Markup | None:
    items = [el("li", el("a", f"{number} {short_title(incident)}", href=f"#i{number}")) for number, incident in listed]
    return el("div", el("h3", heading), el("ul", items, class_="inline"), class_="beside") if items else None
