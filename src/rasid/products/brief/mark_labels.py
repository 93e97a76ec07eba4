"""The numbers and names beside the symbols of a map, each where it lies on nothing else."""

from __future__ import annotations

from markupsafe import Markup

from rasid.products.brief.html import el
from rasid.products.brief.labels import Label, LabelBoard
from rasid.products.brief.lettering import Lettering
from rasid.products.brief.marks import MapMark
from rasid.products.brief.projection import Projection
from rasid.products.brief.symbols import Cluster, circle_of, clusters, linked

MOST_NUMBERS = 4
"""Up to so many incidents of one mark are named by their numbers; their list names them all."""
FARTHER = (0.0, 0.7, 1.4)
"""How far from its symbol a number may move to find room, in type sizes."""
FEW = 12
"""With more marks a number that moved away would be taken for another's, and is left to the list."""


def draw_labels(marks: tuple[MapMark, ...], projection: Projection, board: LabelBoard, lettering: Lettering) -> Markup:
    """Write number and name beside each symbol; where only the number finds room, the number.

    Symbols and the lines of areas take their room on `board` before any label does, dots get theirs before areas.
    """
    found = clusters(marks, projection)
    areas = [mark for mark in marks if mark.radius_km is not None]
    for one in found:
        board.take(one.x, one.y, one.radius + lettering.grow)
    for mark in areas:
        board.take_ring(*circle_of(mark, projection))
    farther = FARTHER if len(marks) <= FEW else FARTHER[:1]
    dots = [_of_cluster(one, board, lettering, farther) for one in found]
    return el("g", dots, [_of_area(mark, projection, board, lettering, farther) for mark in areas])


def _of_cluster(cluster: Cluster, board: LabelBoard, lettering: Lettering, farther: tuple[float, ...]) -> Markup | None:
    name = cluster.marks[0].name if len(cluster.marks) == 1 else ""
    gap = cluster.radius + lettering.grow + 4
    label = _label(numbers_of(cluster.numbers), name, (cluster.x, cluster.y, gap), board, lettering, farther)
    return linked(cluster.marks, cluster.numbers, label) if label is not None else None


def _of_area(
    mark: MapMark, projection: Projection, board: LabelBoard, lettering: Lettering, farther: tuple[float, ...]
) -> Markup | None:
    x, y, radius = circle_of(mark, projection)
    label = _label(numbers_of(mark.numbers), mark.name, (x, y, radius + 8), board, lettering, farther)
    return linked([mark], mark.numbers, label) if label is not None else None


def _label(
    number: str,
    name: str,
    at: tuple[float, float, float],
    board: LabelBoard,
    lettering: Lettering,
    farther: tuple[float, ...],
) -> Markup | None:
    """Return the label beside the point `at` (x, y, gap); None where even the number finds no room."""
    x, y, gap = at
    full = " ".join(filter(None, (number, name)))
    if lettering.names and full and (placed := board.try_beside(full, x, y, gap, size=lettering.number)):
        return _text(number, name, placed)
    for sizes in farther if number else ():
        placed = board.try_beside(number, x, y, gap + sizes * lettering.number, size=lettering.number)
        if placed is not None:
            return _text(number, "", placed)
    return None


def _text(number: str, name: str, placed: Label) -> Markup:
    more = el("tspan", f" {name}" if number else name, class_="name") if name else None
    return el("text", number, more, x=placed.x, y=placed.y, text_anchor=placed.anchor, class_="number")


def numbers_of(numbers: tuple[int, ...]) -> str:
    """Return the numbers of incidents, or nothing where they are too many to be read on a map."""
    return ", ".join(map(str, numbers)) if len(numbers) <= MOST_NUMBERS else ""
