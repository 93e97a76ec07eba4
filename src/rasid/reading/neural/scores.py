"""One pass of the encoder over the windows of a report, and the scores of its heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rasid.learn.pieces import load_tokenizer, pieces
from rasid.learn.session import Floats, load_session, run, sigmoid, softmax
from rasid.model import Reading
from rasid.reading.neural.labels import MENTION_ROLES, STANCES, STATUSES
from rasid.reading.neural.marks import SIZES, marks
from rasid.reading.neural.windows import Window, windows

_PAD, _OPEN, _CLOSE = 0, 101, 102
_BATCH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowScores:
    """What the heads say of each piece of one window; the first axis is the piece."""

    window: Window
    triggers: Floats
    """Chances of the trigger labels."""
    statements: Floats
    """For each kind of statement the chances that one begins here and that one goes on here."""
    pieces: Floats
    anchors: Floats
    facts: Floats
    pairs: Floats
    relevance: float
    """Chance that the window tells an incident."""
    mean: Floats
    """Mean vector of the window, for comparing texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The pieces `[first, last]` of one window that arguments are asked for; `kind` is an anchor kind of labels.py."""

    first: int
    last: int
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Chances of the labels of one trigger."""

    status: Floats
    stance: Floats
    role: Floats
    keyed: float


class Heads:
    """The networks of one model folder."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Open the encoder, the heads and the tokenizer of `folder`."""
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._encoder = load_session(folder / "encoder.onnx", threads)
        self._arguments = load_session(folder / "arguments.onnx", threads)
        self._pairs = load_session(folder / "pairs.onnx", threads)

    def read(self, text: str, lexicon: Reading) -> list[WindowScores]:
        """Score a text with what the lexicon reader sees in it, whose sentences are taken over."""
        sentences = [(span.start, span.end) for span in lexicon.sentences]
        cut = windows([pieces(self._tokenizer, text, start, end) for start, end in sentences])
        found: list[WindowScores] = []
        for at in range(0, len(cut), _BATCH):
            found.extend(self._batch(cut[at : at + _BATCH], lexicon))
        return found

    def _batch(self, cut: Sequence[Window], lexicon: Reading) -> list[WindowScores]:
        width = max(len(window.ids) for window in cut) + 2
        ids = np.full((len(cut), width), _PAD, dtype=np.int64)
        mask = np.zeros((len(cut), width), dtype=np.int64)
        seen = np.zeros((len(cut), width, len(SIZES)), dtype=np.int64)
        for row, window in enumerate(cut):
            seen[row, 1 : len(window.ids) + 1] = marks(window, lexicon)
            ids[row, : len(window.ids) + 2] = (_OPEN, *window.ids, _CLOSE)
            mask[row, : len(window.ids) + 2] = 1
        outputs = run(self._encoder, {"ids": ids, "mask": mask, "marks": seen})
        return [_scores(window, row, outputs) for row, window in enumerate(cut)]

    def arguments(self, scores: WindowScores, anchors: Sequence[Anchor]) -> tuple[Floats, Floats]:
        """Return for each anchor and piece the chances of each role (begins, goes on) and of each part."""
        first = np.array([anchor.first for anchor in anchors])
        last = np.array([anchor.last for anchor in anchors])
        number = np.array(scores.window.sentences, dtype=np.int64)
        inputs: dict[str, NDArray[np.generic]] = {
            "pieces": np.broadcast_to(scores.pieces, (len(anchors), *scores.pieces.shape)).copy(),
            "anchors": (scores.anchors[first] + scores.anchors[last]) / 2,
            "kinds": np.array([anchor.kind for anchor in anchors], dtype=np.int64),
            "distance": np.arange(len(number), dtype=np.int64) - first[:, None],
            "sentence": number - number[first][:, None],
        }
        roles, parts = run(self._arguments, inputs)
        return sigmoid(roles), softmax(parts)

    def same(self, left: Floats, right: Floats, distance: Sequence[int], same_type: Sequence[bool]) -> Floats:
        """Return for each pair of trigger vectors the chance that they tell one incident; distance in sentences."""
        inputs: dict[str, NDArray[np.generic]] = {
            "left": left,
            "right": right,
            "distance": np.array(distance, dtype=np.int64),
            "same": np.array(same_type, dtype=np.float32),
        }
        return sigmoid(run(self._pairs, inputs)[0])


def facts_of(scores: WindowScores, piece: int) -> Facts:
    """Return what the heads say of the trigger that begins at `piece`."""
    row = scores.facts[piece]
    ends = np.cumsum([len(STATUSES), len(STANCES), len(MENTION_ROLES)])
    status, stance, role, keyed = np.split(row, ends)
    return Facts(status=softmax(status), stance=softmax(stance), role=softmax(role), keyed=float(sigmoid(keyed)[0]))


def _scores(window: Window, row: int, outputs: list[Floats]) -> WindowScores:
    inner = slice(1, len(window.ids) + 1)
    triggers, statements, piece, anchors, facts, pairs, relevance, mean = outputs
    return WindowScores(
        window=window,
        triggers=softmax(triggers[row, inner]),
        statements=sigmoid(statements[row, inner]),
        pieces=piece[row, inner],
        anchors=anchors[row, inner],
        facts=facts[row, inner],
        pairs=pairs[row, inner],
        relevance=float(sigmoid(relevance[row])),
        mean=mean[row],
    )
