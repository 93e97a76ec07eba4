"""The incidents on a map: dots, areas, and one symbol for several places that would lie on each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt

from markupsafe import Markup

from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.html import Child, el
from rasid.products.brief.labels import Label, LabelBoard
from rasid.products.brief.marks import MapMark
from rasid.products.brief.projection import Projection

DOT = 7.0
CLOSE = 2 * DOT
"""Drawing units within which two dots become one symbol."""
FEW = 12
"""Up to so many marks each gets its label; with more, those that find room."""
MOST_NUMBERS = 4
"""Up to so many incidents of one mark are named by their numbers; their list names them all."""


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


def draw_marks(marks: tuple[MapMark, ...], projection: Projection, board: LabelBoard) -> Markup:
    """Draw all marks, areas below; symbols take their room on `board` before any label does."""
    must = len(marks) <= FEW
    found = clusters(marks, projection)
    for one in found:
        board.take(one.x, one.y, one.radius)
    dots = [_cluster(one, board, must=must) for one in found]
    areas = [_area(mark, projection, board, must=must) for mark in marks if mark.radius_km is not None]
    return el("g", areas, dots)


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


def _area(mark: MapMark, projection: Projection, board: LabelBoard, *, must: bool) -> Markup:
    x, y = projection.point(mark.lat, mark.lon)
    radius = (mark.radius_km or 0.0) * projection.per_km
    words = (numbers_of(mark.numbers), mark.name)
    label = _above(words, x, y - radius, board, must=must)
    return _linked([mark], mark.numbers, el("circle", cx=x, cy=y, r=radius, class_="area"), label)


def _cluster(cluster: Cluster, board: LabelBoard, *, must: bool) -> Markup:
    several, kind = len(cluster.marks) > 1, "dot many" if len(cluster.marks) > 1 else "dot"
    drawn: list[Child] = [el("circle", cx=cluster.x, cy=cluster.y, r=cluster.radius, class_=kind)]
    if several:
        drawn.append(
            el("text", len(cluster.numbers), x=cluster.x, y=cluster.y + 4, text_anchor="middle", class_="count")
        )
    name = "" if several else cluster.marks[0].name
    drawn.append(
        _beside((numbers_of(cluster.numbers), name), cluster.x, cluster.y, cluster.radius + 4, board, must=must)
    )
    return _linked(cluster.marks, cluster.numbers, *drawn)


def _linked(marks: list[MapMark], numbers: tuple[int, ...], *drawn: Child) -> Markup:
    title = "; ".join(f"{mark.name}: {', '.join(map(str, mark.numbers))}" for mark in marks)
    return el("a", el("title", title), drawn, href=f"#{incident_anchor(numbers[0])}")


def _above(words: tuple[str, str], x: float, y: float, board: LabelBoard, *, must: bool) -> Markup | None:
    full = " ".join(filter(None, words))
    if must:
        return _label(words, board.place(full, x, y, 0, size=14, centred=True))
    placed = board.try_centre(full, x, y, size=14)
    return _label(words, placed) if placed is not None else None


def _beside(words: tuple[str, str], x: float, y: float, gap: float, board: LabelBoard, *, must: bool) -> Markup | None:
    """Return a label with the name, else, where only that finds room, the number alone."""
    number, _ = words
    full = " ".join(filter(None, words))
    if must:
        return _label(words, board.place(full, x, y, gap, size=14)) if full else None
    for shown, parts in ((full, words), (number, (number, ""))):
        placed = board.try_beside(shown, x, y, gap, size=14) if shown else None
        if placed is not None:
            return _label(parts, placed)
    return None


def _label(words: tuple[str, str], placed: Label) -> Markup:
    number, name = words
    more = el("tspan", f" {name}" if number else name, class_="name") if name else None
    return el("text", number, more, x=placed.x, y=placed.y, text_anchor=placed.anchor, class_="number")


def numbers_of(numbers: tuple[int, ...]) -> str:
    """Return the numbers of incidents, or nothing where they are too many to be read on a map."""
    return ", ".join(map(str, numbers)) if len(numbers) <= MOST_NUMBERS else ""
