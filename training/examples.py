"""Gold documents into the arrays that the model learns from: one example a document, one row a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rasid.model import Reading
from rasid.reading.neural.blind import blind_pieces
from rasid.reading.neural.labels import (
    BEGINS,
    INSIDE,
    MENTION_ROLES,
    PARTS,
    ROLES,
    SOURCE,
    STANCES,
    STATEMENT_KINDS,
    STATUSES,
    TYPES,
)
from rasid.reading.neural.marks import SIZES, marks
from rasid.reading.neural.windows import Window, windows
from rasid.text.sentences import sentences
from training.gold import Gold

IGNORED = -100
Ints = NDArray[np.int64]
_TYPE_AT = {kind.value: at for at, kind in enumerate(TYPES)}
_ROLE_AT = {role: at for at, role in enumerate(ROLES)}
_PART_AT = {part: at for at, part in enumerate(PARTS)}
_KIND_AT = {kind.value: at for at, kind in enumerate(STATEMENT_KINDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A trigger (or a statement's clause) in a window: what arguments are conditioned on. Labels are -100 when unknown."""

    first: int
    last: int
    kind: int
    """Index of the event type, or the number of types + index of the kind of statement."""
    incident: int
    status: int
    stance: int
    role: int
    keyed: int
    begins: tuple[tuple[int, int], ...]
    """(role, piece) pairs at which an argument begins."""
    inside: tuple[tuple[int, int], ...]
    parts: tuple[tuple[int, int], ...]
    """(piece, part) of casualty phrases."""
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowExample:
    """One window with its labels, one a piece."""

    window: Window
    marks: Ints
    """What the lexicon reader sees, `(pieces, columns)` as marks.py has them; 0 where its marks are not shown."""
    trigger_labels: Ints
    statement_labels: NDArray[np.float32] | None
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One document's windows."""

    doc: str
    source: str
    weight: float
    windows: tuple[WindowExample, ...]

    @property
    def size(self) -> int:
        """Word pieces in the document."""
        return sum(len(one.window.ids) for one in self.windows)


def example(gold: Gold, tokenizer: Tokenizer, limit: int, lexicon: Reading) -> Example:
    """Cut a document into windows and label them; `lexicon` is what the lexicon reader sees in it."""
    cut = [blind_pieces(tokenizer, gold.text, start, end) for start, end in sentences(gold.text)]
    return Example(
        doc=gold.doc,
        source=gold.source,
        weight=gold.weight,
        windows=tuple(_window(gold, window, lexicon) for window in windows(cut, limit)),
    )


def _window(gold: Gold, window: Window, lexicon: Reading) -> WindowExample:
    labels = np.zeros(len(window.ids), dtype=np.int64)
    if "triggers" not in gold.known:
        labels[:] = IGNORED
    for start, end in gold.unsure:
        place = window.pieces_in(start, end)
        if place is not None:
            labels[place[0] : place[1] + 1] = IGNORED
    unsure = set(gold.unsure)
    anchors: list[Anchor] = []
    for trigger in gold.triggers:
        place = window.pieces_in(trigger.start, trigger.end)
        if place is None:
            continue
        if (trigger.start, trigger.end) not in unsure:
            labels[place[0] : place[1] + 1] = INSIDE
            labels[place[0]] = BEGINS + _TYPE_AT[trigger.event_type]
        mine = [one for one in gold.arguments if trigger.incident in one.incidents]
        keyed = gold.keyed.get(trigger.incident)
        begins, inside, parts = _marks(window, [(one.role, one.start, one.end, one.part) for one in mine])
        anchors.append(
            Anchor(
                first=place[0],
                last=place[1],
                kind=_TYPE_AT[trigger.event_type],
                incident=trigger.incident,
                status=_index(STATUSES, trigger.status),
                stance=_index(STANCES, trigger.stance),
                role=_index(MENTION_ROLES, trigger.role),
                keyed=IGNORED if keyed is None else int(keyed),
                begins=begins,
                inside=inside,
                parts=parts,
                weight=0.0 if keyed is False and "statements" not in gold.known else 1.0,
            )
        )
    statements, more = _statements(gold, window)
    return WindowExample(
        window=window,
        marks=marks(window, lexicon) if gold.shown else np.zeros((len(window.ids), len(SIZES)), dtype=np.int64),
        trigger_labels=labels,
        statement_labels=statements,
        anchors=(*anchors, *more),
    )


def _marks(
    window: Window, found: Sequence[tuple[str, int, int, str | None]]
) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    begins: set[tuple[int, int]] = set()
    inside: set[tuple[int, int]] = set()
    parts: set[tuple[int, int]] = set()
    for role, start, end, part in found:
        place = window.pieces_in(start, end)
        if place is None:
            continue
        begins.add((_ROLE_AT[role], place[0]))
        inside.update((_ROLE_AT[role], at) for at in range(place[0] + 1, place[1] + 1))
        if part is not None:
            parts.add((place[0], _PART_AT[part]))
    return tuple(sorted(begins)), tuple(sorted(inside)), tuple(sorted(parts))


def _statements(gold: Gold, window: Window) -> tuple[NDArray[np.float32] | None, list[Anchor]]:
    if "statements" not in gold.known:
        return None, []
    labels = np.zeros((len(window.ids), 2 * len(STATEMENT_KINDS)), dtype=np.float32)
    anchors: list[Anchor] = []
    for statement in gold.statements:
        place = window.pieces_in(statement.start, statement.end)
        if place is None:
            continue
        kind = _KIND_AT[statement.kind]
        labels[place[0], 2 * kind] = 1
        labels[place[0] : place[1] + 1, 2 * kind + 1] = 1
        begins, inside, _ = _marks(window, [(SOURCE, start, end, None) for start, end in statement.speakers])
        anchors.append(
            Anchor(
                first=place[0], last=place[1], kind=len(TYPES) + kind, incident=-1, status=IGNORED, stance=IGNORED,
                role=IGNORED, keyed=IGNORED, begins=begins, inside=inside, parts=(), weight=1.0,
            )
        )  # fmt: skip
    return labels, anchors


def _index(labels: Sequence[str], value: str | None) -> int:
    return IGNORED if value is None else labels.index(value)
