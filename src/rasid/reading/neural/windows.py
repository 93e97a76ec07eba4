"""Windows of a report: as many whole sentences as the encoder takes at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
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


_Row = tuple[int, int, int, int]
"""A piece: its id, where it starts and ends, and the number of its sentence."""


def windows(sentences: Sequence[Pieces], limit: int = LIMIT) -> list[Window]:
    """Pack sentences into as few windows as hold them, of at most `limit` pieces and of like size.

    A longer sentence is cut, so that nothing is lost. Windows of like size cost less than full ones with a short last one, since
    the time of attention grows with the square of the size; and no sentence is read without what stands around it.
    """
    parts = [part for number, sentence in enumerate(sentences) for part in _parts(sentence, number, limit)]
    total = sum(map(len, parts))
    number = -(-total // limit)
    while True:
        packed = _packed(parts, total, number)
        if all(len(rows) <= limit for rows in packed):
            return [_window(rows) for rows in packed if rows]
        number += 1 + number // _STRIDE


_STRIDE = 16
"""How much more windows are tried at once, one in so many: keeps the time near linear in very long texts."""


def _parts(sentence: Pieces, number: int, limit: int) -> Iterator[list[_Row]]:
    rows = [(*row, number) for row in zip(sentence.ids, sentence.starts, sentence.ends, strict=True)]
    for at in range(0, len(rows), limit):
        yield rows[at : at + limit]


def _packed(parts: Sequence[list[_Row]], total: int, number: int) -> list[list[_Row]]:
    """Cut all pieces into `number` equal stretches; each part goes where its middle lies."""
    packed: list[list[_Row]] = [[] for _ in range(number)]
    before = 0
    for part in parts:
        packed[(2 * before + len(part)) * number // (2 * total)].extend(part)
        before += len(part)
    return packed


def _window(rows: list[_Row]) -> Window:
    ids, starts, ends, sentences = zip(*rows, strict=True)
    return Window(ids=ids, starts=starts, ends=ends, sentences=sentences)
