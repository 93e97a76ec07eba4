"""The network: a small encoder and its heads."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from rasid.reading.neural.labels import (
    MENTION_ROLES,
    PARTS,
    ROLES,
    STANCES,
    STATEMENT_KINDS,
    STATUSES,
    TRIGGER_LABELS,
    TYPES,
)
from rasid.reading.neural.marks import SIZES

WIDTH = 192
"""Width in which pieces and anchors meet in the argument head."""
PAIR = 96
FAR = 12
"""Buckets of distance on either side: 0, 1, 2, 3, 4, then doubling."""
ANCHORS = len(TYPES) + len(STATEMENT_KINDS)


def buckets(distance: Tensor) -> Tensor:
    """Put signed distances into `2 * FAR + 1` buckets: exact up to 4, then by powers of two."""
    size = distance.abs().clamp(min=1)
    far = (torch.log2(size.float() / 4).clamp(min=0).ceil() + 4).long()
    bucket = torch.where(distance.abs() <= 4, distance.abs(), far).clamp(max=FAR)
    return torch.where(distance < 0, FAR - bucket, FAR + bucket)


class Encoder(nn.Module):
    """Encoder and the projections of every piece: all that needs one pass over the text."""

    def __init__(self, config: BertConfig) -> None:
        """Build the network with fresh weights."""
        super().__init__()
        hidden = config.hidden_size
        self.bert = BertModel(config, add_pooling_layer=False)
        self.seen = nn.ModuleList(nn.Embedding(size, hidden) for size in SIZES)
        for table in self.seen:
            nn.init.zeros_(table.weight)
        self.drop = nn.Dropout(0.1)
        self.trigger = nn.Linear(hidden, TRIGGER_LABELS)
        self.statement = nn.Linear(hidden, 2 * len(STATEMENT_KINDS))
        self.piece = nn.Linear(hidden, WIDTH)
        self.anchor = nn.Linear(hidden, WIDTH)
        self.facts = nn.Sequential(
            nn.Linear(hidden, 128), nn.GELU(), nn.Linear(128, len(STATUSES) + len(STANCES) + len(MENTION_ROLES) + 1)
        )
        self.pair = nn.Linear(hidden, PAIR)
        self.relevance = nn.Linear(hidden, 1)

    def forward(self, ids: Tensor, mask: Tensor | None, marks: Tensor) -> tuple[Tensor, ...]:
        """Return trigger logits, statement logits, piece and anchor projections, facts, pair vectors, relevance, mean.

        `mask` is None where nothing is padding, which spares each layer a step. `marks` `(n, t, columns)` is what the
        lexicon reader sees at each piece; its vectors are added to those of the words.
        """
        words = self.bert.embeddings.word_embeddings(ids)
        for column, table in enumerate(self.seen):
            words = words + table(marks[:, :, column])
        hidden = self.drop(self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        mean = hidden.mean(1) if mask is None else _mean(hidden, mask)
        return (
            self.trigger(hidden),
            self.statement(hidden),
            self.piece(hidden),
            self.anchor(hidden),
            self.facts(hidden),
            self.pair(hidden),
            self.relevance(mean).squeeze(-1),
            mean,
        )


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    weights = mask.unsqueeze(-1).to(hidden.dtype)
    return (hidden * weights).sum(1) / weights.sum(1)


class ArgumentHead(nn.Module):
    """Scores every piece of a window as an argument of one anchor."""

    def __init__(self) -> None:
        """Build the head with fresh weights."""
        super().__init__()
        self.kind = nn.Embedding(ANCHORS, WIDTH)
        self.distance = nn.Embedding(2 * FAR + 1, WIDTH)
        self.sentence = nn.Embedding(2 * FAR + 1, WIDTH)
        self.mix = nn.Sequential(nn.GELU(), nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.1))
        self.role = nn.Linear(WIDTH, 2 * len(ROLES))
        self.part = nn.Linear(WIDTH, len(PARTS))

    def forward(
        self, pieces: Tensor, anchors: Tensor, kinds: Tensor, distance: Tensor, sentence: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score pieces `(n, t, WIDTH)`, or `(1, t, WIDTH)` of one window, against anchors `(n, WIDTH)`.

        Distances `(n, t)` are in pieces and in sentences.
        """
        mixed = pieces + (anchors + self.kind(kinds)).unsqueeze(1)
        mixed = self.mix(mixed + self.distance(buckets(distance)) + self.sentence(buckets(sentence)))
        return self.role(mixed), self.part(mixed)


class PairHead(nn.Module):
    """Scores two triggers as telling one incident."""

    def __init__(self) -> None:
        """Build the head with fresh weights."""
        super().__init__()
        self.distance = nn.Embedding(2 * FAR + 1, 16)
        self.score = nn.Sequential(nn.Linear(2 * PAIR + 16 + 1, 64), nn.GELU(), nn.Linear(64, 1))

    def forward(self, left: Tensor, right: Tensor, distance: Tensor, same_type: Tensor) -> Tensor:
        """Score pairs `(n, PAIR)`, `(n, PAIR)`; distance in sentences."""
        facts = torch.cat(
            [left * right, (left - right).abs(), self.distance(buckets(distance)), same_type.unsqueeze(-1)], -1
        )
        return self.score(facts).squeeze(-1)


class Network(nn.Module):
    """Encoder and heads together, as they are trained."""

    def __init__(self, config: BertConfig) -> None:
        """Build the network with fresh weights."""
        super().__init__()
        self.encoder = Encoder(config)
        self.arguments = ArgumentHead()
        self.pairs = PairHead()


def anchor_vectors(projected: Tensor, rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Return the mean of an anchor's first and last piece."""
    return (projected[rows, first] + projected[rows, last]) / 2
