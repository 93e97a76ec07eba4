"""Windows of a report: as many whole sentences as the encoder takes at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rasid.learn.pieces import Pieces

LIMIT = 382
"""Word pieces in a window, the two marks around them not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Consecutive sentences of a report as one input of the encoder, without its special marks."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    """For each piece the number of its sentence."""

    def pieces_in(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and the last piece that meet the stretch `[start, end)` of the text, or None."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
        return (first, last) if first <= last else None


def windows(sentences: Sequence[Pieces], limit: int = LIMIT) -> list[Window]:
    """Pack sentences into windows of at most `limit` pieces; a longer sentence is cut, so that nothing is lost."""
    packed: list[list[tuple[int, int, int, int]]] = [[]]
    for number, sentence in enumerate(sentences):
        rows = [(*row, number) for row in zip(sentence.ids, sentence.starts, sentence.ends, strict=True)]
        for at in range(0, len(rows), limit):
            part = rows[at : at + limit]
            if len(packed[-1]) + len(part) > limit:
                packed.append([])
            packed[-1].extend(part)
    return [_window(rows) for rows in packed if rows]


def _window(rows: list[tuple[int, int, int, int]]) -> Window:
    ids, starts, ends, sentences = zip(*rows, strict=True)
    return Window(ids=ids, starts=starts, ends=ends, sentences=sentences)
