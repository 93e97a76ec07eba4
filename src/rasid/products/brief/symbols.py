"""The incidents on a map: dots, areas, and one symbol for several places that would lie on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from markupsafe import Markup

from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.html import Child, el
from rasid.products.brief.marks import MapMark
from rasid.products.brief.projection import Projection

DOT = 7.0
CLOSE = 2 * DOT
"""Drawing units within which two dots become one symbol."""


@dataclass(slots=True, kw_only=True)
class Cluster:
    """Named places so close on the drawing that one symbol stands for them, at the first one's point."""

    x: float
    y: float
    marks: list[MapMark]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The incidents at these places."""
        return tuple(sorted(number for mark in self.marks for number in mark.numbers))

    @property
    def radius(self) -> float:
        """Radius of the symbol in drawing units; for several places its area grows with the incidents."""
        return DOT + (1.3 * sqrt(len(self.numbers)) if len(self.marks) > 1 else 0.0)


def draw_marks(marks: tuple[MapMark, ...], projection: Projection) -> Markup:
    """Draw all symbols, areas below."""
    areas = [_area(mark, projection) for mark in marks if mark.radius_km is not None]
    return el("g", areas, map(_cluster, clusters(marks, projection)))


def clusters(marks: Iterable[MapMark], projection: Projection) -> list[Cluster]:
    """Return the dots, those that would touch an earlier one joined to it."""
    found: list[Cluster] = []
    for mark in marks:
        if mark.radius_km is not None:
            continue
        x, y = projection.point(mark.lat, mark.lon)
        near = next((one for one in found if hypot(one.x - x, one.y - y) < CLOSE), None)
        if near is None:
            found.append(Cluster(x=x, y=y, marks=[mark]))
        else:
            near.marks.append(mark)
    return found


def circle_of(mark: MapMark, projection: Projection) -> tuple[float, float, float]:
    """Return (x, y, radius) of an area in drawing units."""
    return *projection.point(mark.lat, mark.lon), (mark.radius_km or 0.0) * projection.per_km


def linked(marks: Sequence[MapMark], numbers: tuple[int, ...], *drawn: Child) -> Markup:
    """Return what is drawn for these places, leading to their first incident and telling all when pointed at."""
    title = "; ".join(f"{mark.name}: {', '.join(map(str, mark.numbers))}" for mark in marks)
    return el("a", el("title", title), drawn, href=f"#{incident_anchor(numbers[0])}")


def _area(mark: MapMark, projection: Projection) -> Markup:
    x, y, radius = circle_of(mark, projection)
    return linked([mark], mark.numbers, el("circle", cx=x, cy=y, r=radius, class_="area"))


def _cluster(cluster: Cluster) -> Markup:
    several = len(cluster.marks) > 1
    dot = el("circle", cx=cluster.x, cy=cluster.y, r=cluster.radius, class_="dot many" if several else "dot")
    count = el("text", len(cluster.numbers), x=cluster.x, y=cluster.y + 4, text_anchor="middle", class_="count")
    return linked(cluster.marks, cluster.numbers, dot, count if several else None)
