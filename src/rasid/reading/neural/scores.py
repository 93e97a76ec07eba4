"""One pass of the encoder over the windows of a report, and the scores of its heads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rasid.learn.pieces import CLOSE, OPEN, load_tokenizer
from rasid.learn.session import Floats, load_session, run, sigmoid, softmax
from rasid.model import Reading
from rasid.reading.neural.blind import blind_pieces
from rasid.reading.neural.decode import Flags, word_starts
from rasid.reading.neural.labels import MENTION_ROLES, STANCES, STATUSES
from rasid.reading.neural.marks import marks
from rasid.reading.neural.windows import Window, windows

Inputs = dict[str, NDArray[np.generic]]
Network = Callable[[Inputs], list[Floats]]
"""Named inputs to outputs: a session, or the weights in training."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowScores:
    """What the heads say of each piece of one window; the first axis is the piece."""

    window: Window
    words: Flags
    """Whether a word begins with the piece."""
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
    """The encoder and its heads, asked about texts."""

    def __init__(self, tokenizer: Tokenizer, encoder: Network, arguments: Network, pairs: Network) -> None:
        """Keep the networks; their inputs and outputs are those that `training.export` writes."""
        self._tokenizer = tokenizer
        self._encoder = encoder
        self._arguments = arguments
        self._pairs = pairs

    def read(self, text: str, lexicon: Reading) -> list[WindowScores]:
        """Score a text with what the lexicon reader sees in it, whose sentences are taken over."""
        sentences = [(span.start, span.end) for span in lexicon.sentences]
        cut = windows([blind_pieces(self._tokenizer, text, start, end) for start, end in sentences])
        return [self._scores(window, word_starts(window, text), marks(window, lexicon)) for window in cut]

    def _scores(self, window: Window, words: Flags, seen: NDArray[np.int64]) -> WindowScores:
        """Score one window by itself: padding two to one length costs a third more time than they take one by one."""
        ids = np.array([[OPEN, *window.ids, CLOSE]], dtype=np.int64)
        outputs = self._encoder({"ids": ids, "marks": np.pad(seen, ((1, 1), (0, 0)))[None]})
        triggers, statements, piece, anchors, facts, pairs = (output[0, 1:-1] for output in outputs[:6])
        relevance, mean = outputs[6:]
        return WindowScores(
            window=window,
            words=words,
            triggers=softmax(triggers),
            statements=sigmoid(statements),
            pieces=piece,
            anchors=anchors,
            facts=facts,
            pairs=pairs,
            relevance=float(sigmoid(relevance[0])),
            mean=mean[0],
        )

    def arguments(self, scores: WindowScores, anchors: Sequence[Anchor]) -> tuple[Floats, Floats]:
        """Return for each anchor and piece the chances of each role (begins, goes on) and of each part."""
        first = np.array([anchor.first for anchor in anchors])
        last = np.array([anchor.last for anchor in anchors])
        number = np.array(scores.window.sentences, dtype=np.int64)
        inputs: Inputs = {
            "pieces": scores.pieces[None],
            "anchors": middle(scores.anchors, first, last),
            "kinds": np.array([anchor.kind for anchor in anchors], dtype=np.int64),
            "distance": np.arange(len(number), dtype=np.int64) - first[:, None],
            "sentence": number - number[first][:, None],
        }
        roles, parts = self._arguments(inputs)
        return sigmoid(roles), softmax(parts)

    def same(self, left: Floats, right: Floats, distance: NDArray[np.int64], same_type: NDArray[np.bool_]) -> Floats:
        """Return for each pair of trigger vectors the chance that they tell one incident; distance in sentences."""
        inputs: Inputs = {
            "left": left,
            "right": right,
            "distance": distance.astype(np.int64),
            "same": same_type.astype(np.float32),
        }
        return sigmoid(self._pairs(inputs)[0])


def open_heads(folder: Path, *, threads: int = 0) -> Heads:
    """Open the tokenizer and the networks of a model's folder; `threads` 0 takes every core."""
    encoder, arguments, pairs = (
        partial(run, load_session(folder / f"{name}.onnx", threads)) for name in ("encoder", "arguments", "pairs")
    )
    return Heads(load_tokenizer(folder / "tokenizer.json"), encoder, arguments, pairs)


def middle(vectors: Floats, first: int | NDArray[np.int64], last: int | NDArray[np.int64]) -> Floats:
    """Return the vector of a stretch of pieces `[first, last]`, or of each of many: the mean of those of its ends."""
    return np.asarray((vectors[first] + vectors[last]) / 2, dtype=np.float32)


def facts_of(scores: WindowScores, piece: int) -> Facts:
    """Return what the heads say of the trigger that begins at `piece`."""
    row = scores.facts[piece]
    ends = np.cumsum([len(STATUSES), len(STANCES), len(MENTION_ROLES)])
    status, stance, role, keyed = np.split(row, ends)
    return Facts(status=softmax(status), stance=softmax(stance), role=softmax(role), keyed=float(sigmoid(keyed)[0]))
