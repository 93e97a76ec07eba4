"""What the network is taught with: one loss a head, each only where its layer is annotated."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from rasid.learn.pieces import CLOSE, MASK, OPEN, PAD
from rasid.reading.neural.labels import BEGINS, MENTION_ROLES, ROLES, STANCES, STATUSES
from rasid.reading.neural.marks import SIZES
from training.examples import IGNORED, Anchor, Example, WindowExample
from training.model import Network, anchor_vectors

_MOST_ANCHORS = 48
"""Anchors scored in a batch; more are sampled."""
_SHARES = {"trigger": 1.0, "argument": 6.0, "part": 0.2, "status": 0.3, "stance": 0.1, "role": 0.2, "keyed": 0.3, "pair": 0.5,
           "statement": 2.0, "relevance": 0.2}  # fmt: skip
_HIDDEN = 0.1
"""Share of word pieces hidden from the encoder in training, so that it reads the context and not the word alone."""
_UNMARKED = 0.3
"""Share of windows whose marks are hidden, so that the network does not lean on the lexicon reader."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as padded rows; anchors refer to rows."""

    ids: Tensor
    mask: Tensor
    marks: Tensor
    labels: Tensor
    sentences: Tensor
    rows: list[tuple[Example, WindowExample]]


def batch_of(examples: Sequence[Example]) -> Batch:
    """Pad the windows of some documents into one batch, with the encoder's marks around each."""
    rows = [(one, window) for one in examples for window in one.windows]
    width = max(len(window.window.ids) for _, window in rows) + 2
    ids = torch.full((len(rows), width), PAD)
    mask = torch.zeros((len(rows), width), dtype=torch.long)
    marks = torch.zeros((len(rows), width, len(SIZES)), dtype=torch.long)
    labels = torch.full((len(rows), width), IGNORED)
    numbers = torch.zeros((len(rows), width), dtype=torch.long)
    for at, (_, window) in enumerate(rows):
        size = len(window.window.ids)
        ids[at, : size + 2] = torch.tensor([OPEN, *window.window.ids, CLOSE])
        mask[at, : size + 2] = 1
        marks[at, 1 : size + 1] = torch.from_numpy(window.marks)
        labels[at, 1 : size + 1] = torch.from_numpy(window.trigger_labels)
        numbers[at, 1 : size + 1] = torch.tensor(window.window.sentences)
    return Batch(ids, mask, marks, labels, numbers, rows)


def masked(batch: Batch, chance: random.Random) -> Batch:
    """Hide some pieces of a batch, and the lexicon reader's marks of some windows."""
    generator = torch.Generator().manual_seed(chance.getrandbits(48))
    hidden = torch.rand(batch.ids.shape, generator=generator) < _HIDDEN
    hidden &= (batch.ids != PAD) & (batch.ids != OPEN) & (batch.ids != CLOSE)
    unmarked = torch.rand(len(batch.rows), generator=generator) < _UNMARKED
    return replace(
        batch, ids=batch.ids.masked_fill(hidden, MASK), marks=batch.marks.masked_fill(unmarked[:, None, None], 0)
    )


def loss_of(network: Network, batch: Batch, chance: random.Random) -> dict[str, Tensor]:
    """Return the weighted losses by head."""
    triggers, statements, pieces, anchors, facts, pairs, relevance, _ = network.encoder(
        batch.ids, batch.mask, batch.marks
    )
    weights = torch.tensor([one.weight for one, _ in batch.rows])
    found: dict[str, Tensor] = {}
    each = functional.cross_entropy(triggers.transpose(1, 2), batch.labels, ignore_index=IGNORED, reduction="none")
    boost = torch.where(batch.labels >= BEGINS, 3.0, 1.0)
    found["trigger"] = (each * boost * weights.unsqueeze(1)).sum() / batch.mask.sum() * 10
    found["statement"] = _statement_loss(statements, batch)
    told = torch.tensor([float(any(a.incident >= 0 for a in window.anchors)) for _, window in batch.rows])
    found["relevance"] = functional.binary_cross_entropy_with_logits(relevance, told)
    chosen = [(row, anchor) for row, (_, window) in enumerate(batch.rows) for anchor in window.anchors]
    if len(chosen) > _MOST_ANCHORS:
        chosen = chance.sample(chosen, _MOST_ANCHORS)
    if chosen:
        found |= _argument_loss(network, batch, pieces, anchors, chosen, weights)
        found |= _fact_loss(facts, chosen)
        found |= _pair_loss(network, batch, pairs, chosen)
    return {name: value * _SHARES[name] for name, value in found.items()}


def _statement_loss(logits: Tensor, batch: Batch) -> Tensor:
    losses = []
    for at, (_, window) in enumerate(batch.rows):
        if window.statement_labels is not None:
            gold = torch.from_numpy(window.statement_labels)
            mine = logits[at, 1 : len(gold) + 1]
            losses.append(functional.binary_cross_entropy_with_logits(mine, gold))
    return torch.stack(losses).mean() if losses else logits.sum() * 0


def _places(chosen: list[tuple[int, Anchor]]) -> tuple[Tensor, Tensor, Tensor]:
    rows = torch.tensor([row for row, _ in chosen])
    first = torch.tensor([anchor.first + 1 for _, anchor in chosen])
    last = torch.tensor([anchor.last + 1 for _, anchor in chosen])
    return rows, first, last


def _argument_loss(
    network: Network, batch: Batch, pieces: Tensor, anchors: Tensor, chosen: list[tuple[int, Anchor]], weights: Tensor
) -> dict[str, Tensor]:
    rows, first, last = _places(chosen)
    kinds = torch.tensor([anchor.kind for _, anchor in chosen])
    width = pieces.shape[1]
    distance = torch.arange(width).unsqueeze(0) - first.unsqueeze(1)
    sentence = batch.sentences[rows] - batch.sentences[rows, first].unsqueeze(1)
    vectors = anchor_vectors(anchors, rows, first, last)
    roles, parts = network.arguments(pieces[rows], vectors, kinds, distance, sentence)
    gold = torch.zeros_like(roles)
    part_gold = torch.full(parts.shape[:2], IGNORED)
    for at, (_, anchor) in enumerate(chosen):
        for role, piece in anchor.begins:
            gold[at, piece + 1, 2 * role] = 1
        for role, piece in anchor.inside:
            gold[at, piece + 1, 2 * role + 1] = 1
        for piece, part in anchor.parts:
            part_gold[at, piece + 1] = part
    seen = batch.mask[rows].float() * (weights[rows] * torch.tensor([a.weight for _, a in chosen])).unsqueeze(1)
    each = functional.binary_cross_entropy_with_logits(
        roles, gold, reduction="none", pos_weight=torch.full((2 * len(ROLES),), 2.0)
    )
    losses = {"argument": (each.sum(-1) * seen).sum() / seen.sum().clamp(min=1)}
    if (part_gold != IGNORED).any():
        losses["part"] = functional.cross_entropy(parts.transpose(1, 2), part_gold, ignore_index=IGNORED)
    return losses


def _fact_loss(facts: Tensor, chosen: list[tuple[int, Anchor]]) -> dict[str, Tensor]:
    rows, first, _ = _places(chosen)
    mine = facts[rows, first]
    sizes = [len(STATUSES), len(STANCES), len(MENTION_ROLES), 1]
    status, stance, role, keyed = mine.split(sizes, -1)
    losses = {}
    for name, logits, labels in (
        ("status", status, [a.status for _, a in chosen]),
        ("stance", stance, [a.stance for _, a in chosen]),
        ("role", role, [a.role for _, a in chosen]),
    ):
        gold = torch.tensor(labels)
        if (gold != IGNORED).any():
            losses[name] = functional.cross_entropy(logits, gold, ignore_index=IGNORED)
    known = torch.tensor([a.keyed for _, a in chosen])
    if (known != IGNORED).any():
        at = known != IGNORED
        losses["keyed"] = functional.binary_cross_entropy_with_logits(keyed.squeeze(-1)[at], known[at].float())
    return losses


def _pair_loss(network: Network, batch: Batch, pairs: Tensor, chosen: list[tuple[int, Anchor]]) -> dict[str, Tensor]:
    rows, first, last = _places(chosen)
    vectors = anchor_vectors(pairs, rows, first, last)
    documents = [id(batch.rows[row][0]) for row, _ in chosen]
    sentences = batch.sentences[rows, first]
    left, right, gold = [], [], []
    for one, (_, a) in enumerate(chosen):
        for two in range(one + 1, len(chosen)):
            b = chosen[two][1]
            if documents[one] == documents[two] and a.incident >= 0 and b.incident >= 0:
                left.append(one)
                right.append(two)
                gold.append(float(a.incident == b.incident))
    if not gold:
        return {}
    kinds = torch.tensor([a.kind for _, a in chosen])
    scores = network.pairs(
        vectors[left], vectors[right], sentences[right] - sentences[left], (kinds[left] == kinds[right]).float()
    )
    return {"pair": functional.binary_cross_entropy_with_logits(scores, torch.tensor(gold))}
