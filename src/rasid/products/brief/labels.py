"""Where the words of a drawing go, so that none lies on another."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil, cos, hypot, pi, sin

# Mean width of a letter as a share of the type size, for a sans serif; on the wide side, so that words do not touch.
_LETTER = 0.58
# Drawing units between two words of one line, so that their numbers are not read as one.
_APART = 4.0
_RING_STEP = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The anchor point of a word in drawing units, and which end of the word it is (SVG text-anchor)."""

    x: float
    y: float
    anchor: str


@dataclass(slots=True, kw_only=True)
class LabelBoard:
    """Remembers the space that words have taken in a drawing of `width` x `height` units."""

    width: float
    height: float
    _taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def take(self, x: float, y: float, gap: float) -> None:
        """Keep the square of `gap` around a symbol free of words."""
        self._taken.append((x - gap, y - gap, x + gap, y + gap))

    def take_box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Keep a rectangle free of words."""
        self._taken.append((left, top, right, bottom))

    def take_ring(self, x: float, y: float, radius: float) -> None:
        """Keep the line of a circle free of words; inside it there may be some."""
        steps = max(8, ceil(2 * pi * radius / _RING_STEP))
        for step in range(steps):
            turn = 2 * pi * step / steps
            self.take(x + radius * cos(turn), y + radius * sin(turn), _RING_STEP / 2)

    def is_free(self, x: float, y: float, gap: float) -> bool:
        """Tell whether nothing lies in the square of `gap` around a point."""
        return self._free((x - gap, y - gap, x + gap, y + gap))

    def try_beside(self, words: str, x: float, y: float, gap: float, *, size: float) -> Label | None:
        """Return a free place beside a point, or None when there is none."""
        return self._first_free(_around(words, x, y, gap, size))

    def try_centre(self, words: str, x: float, y: float, *, size: float) -> Label | None:
        """Return the place centred on a point if it is free, else None."""
        return self._first_free(_centred(words, x, y, size))

    def _first_free(self, candidates: list[tuple[Label, tuple[float, float, float, float]]]) -> Label | None:
        for found, box in candidates:
            if self._free(box):
                self._taken.append(box)
                return found
        return None

    def _free(self, box: tuple[float, float, float, float]) -> bool:
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return False
        left, right = left - _APART, right + _APART
        return not any(left < r and l < right and top < b and t < bottom for l, t, r, b in self._taken)  # noqa: E741


def _centred(words: str, x: float, y: float, size: float) -> list[tuple[Label, tuple[float, float, float, float]]]:
    half = len(words) * size * _LETTER / 2
    return [(Label(x=x, y=y + size * 0.35, anchor="middle"), (x - half, y - size * 0.6, x + half, y + size * 0.6))]


def _around(
    words: str, x: float, y: float, gap: float, size: float
) -> list[tuple[Label, tuple[float, float, float, float]]]:
    """Return places to the right, left, below and above of a point, then slantwise."""
    long, half = len(words) * size * _LETTER, len(words) * size * _LETTER / 2
    middle, below, above = y + size * 0.35, y + gap + size * 0.9, y - gap - size * 0.2
    return [
        (Label(x=x + gap, y=middle, anchor="start"), (x + gap, y - size * 0.6, x + gap + long, y + size * 0.6)),
        (Label(x=x - gap, y=middle, anchor="end"), (x - gap - long, y - size * 0.6, x - gap, y + size * 0.6)),
        (Label(x=x, y=below, anchor="middle"), (x - half, below - size, x + half, below + size * 0.2)),
        (Label(x=x, y=above, anchor="middle"), (x - half, above - size, x + half, above + size * 0.2)),
        *(_slant(long, x, y, 0.7 * gap, size, side) for side in ((1, 1), (1, -1), (-1, 1), (-1, -1))),
    ]


def _slant(
    long: float, x: float, y: float, gap: float, size: float, side: tuple[int, int]
) -> tuple[Label, tuple[float, float, float, float]]:
    """Return the place at a corner of the square of `gap` around a point; `side` is right or left, below or above."""
    across, down = side
    start = x + across * gap
    line = y + gap + size * 0.8 if down > 0 else y - gap
    anchor, left = ("start", start) if across > 0 else ("end", start - long)
    return Label(x=start, y=line, anchor=anchor), (left, line - size * 0.9, left + long, line + size * 0.2)


def roomiest(ring: list[tuple[float, float]], width: float, height: float) -> tuple[float, float] | None:
    """Return the point inside `ring` and the drawing that lies farthest from the edges of both, of a 24 x 16 grid."""
    grid = [(width * (i + 0.5) / 24, height * (j + 0.5) / 16) for i in range(24) for j in range(16)]
    return max(
        (point for point in grid if _inside(point, ring)),
        key=lambda point: _room(point, ring, width, height),
        default=None,
    )


def _room(point: tuple[float, float], ring: list[tuple[float, float]], width: float, height: float) -> float:
    """Return the distance to the nearest corner of the ring or edge of the drawing; sideways counts half, words are wide."""
    x, y = point
    nearest = min(hypot((x - left) / 2, y - top) for left, top in ring)
    return min(nearest, x / 2, (width - x) / 2, y, height - y)


def _inside(point: tuple[float, float], ring: list[tuple[float, float]]) -> bool:
    """Tell whether a point lies in a ring: a line from it to the right crosses the ring an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
