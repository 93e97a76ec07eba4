"""What lies under the incidents on a map: land, names of countries and towns, a scale."""

from __future__ import annotations

from math import hypot

from markupsafe import Markup

from rasid.products.brief.html import el
from rasid.products.brief.labels import LabelBoard, roomiest
from rasid.products.brief.lettering import Lettering
from rasid.products.brief.outlines import Outline, outlines, towns
from rasid.products.brief.projection import Box, Projection
from rasid.products.countries import country_name

TOWN_GAP = 34.0
"""Drawing units within which a smaller town is left out: it is most often a part of the larger one."""

_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def land_of(projection: Projection) -> list[Outline]:
    """Return the outlines to draw, reaching a little over the edge so that their cut sides lie outside."""
    box = projection.box
    lon, lat = (box.east - box.west) / 50, (box.north - box.south) / 50
    return list(outlines(Box(west=box.west - lon, east=box.east + lon, south=box.south - lat, north=box.north + lat)))


def draw_land(land: list[Outline], projection: Projection, told_of: frozenset[str | None]) -> Markup:
    """Draw the outlines; countries that have incidents are lighter."""
    return el(
        "g", (_country(outline, projection, "land told" if outline.code in told_of else "land") for outline in land)
    )


def draw_names(land: list[Outline], projection: Projection, board: LabelBoard, lettering: Lettering) -> Markup:
    """Draw the names of countries and towns where `board` has room."""
    countries = _country_names(land, projection, board, lettering)
    return el("g", countries, _town_names(projection, board, lettering), aria_hidden="true")


def draw_scale(projection: Projection, board: LabelBoard, lettering: Lettering) -> Markup:
    """Draw a bar for a round number of kilometres, which holds for the middle of the map; nothing else may lie there."""
    km = max(step for step in _KM if step * projection.per_km < projection.width / 4)
    length, y = km * projection.per_km, projection.height - 14
    board.take_box(8, y - lettering.town, 28 + length + 5 * lettering.town, projection.height)
    line = el("path", d=f"M14 {y - 5:.0f}v5h{length:.0f}v-5", class_="scale")
    return el("g", line, el("text", f"{km} km", x=14 + length + 6, y=y, class_="scale"), aria_hidden="true")


def _country(outline: Outline, projection: Projection, kind: str) -> Markup:
    shape = " ".join(path for ring in outline.rings if (path := _path(ring, projection)))
    return el("path", d=shape, class_=kind)


def _path(ring: list[tuple[float, float]], projection: Projection) -> str:
    """Return a ring as a path; points that fall on the one before are left out."""
    points = dict.fromkeys((round(x), round(y)) for x, y in (projection.point(lat, lon) for lon, lat in ring))
    if len(points) < 3:
        return ""
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "Z"


def _country_names(
    land: list[Outline], projection: Projection, board: LabelBoard, lettering: Lettering
) -> list[Markup]:
    """Name each country where its largest visible part has most room, if it has enough."""
    names = []
    for outline in land:
        ring = [projection.point(lat, lon) for lon, lat in max(outline.rings, key=len)]
        middle = roomiest(ring, projection.width, projection.height)
        name = country_name(outline.code) if outline.code else ""
        placed = board.try_centre(name, *middle, size=lettering.country) if name and middle is not None else None
        if placed is not None:
            names.append(el("text", name, x=placed.x, y=placed.y, text_anchor="middle", class_="country"))
    return names


def _town_names(projection: Projection, board: LabelBoard, lettering: Lettering) -> list[Markup]:
    drawn: list[Markup] = []
    seen: list[tuple[float, float]] = []
    for town in towns(projection.box):
        x, y = projection.point(town.lat, town.lon)
        apart = all(hypot(x - left, y - top) > TOWN_GAP for left, top in seen)
        seen.append((x, y))
        room = apart and len(drawn) < lettering.towns and board.is_free(x, y, 3)
        placed = board.try_beside(town.name, x, y, lettering.town / 2, size=lettering.town) if room else None
        if placed is not None:
            board.take(x, y, 3)
            name = el("text", town.name, x=placed.x, y=placed.y, text_anchor=placed.anchor)
            drawn.append(el("g", el("circle", cx=x, cy=y, r=lettering.town / 6), name, class_="town"))
    return drawn
