"""What is read in each epoch: the project's reports with variations, annotated real prose, keys, verified readings."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.augment import augmented
from corpus.document import Document
from corpus.files import ROOT, read_reports
from corpus.guard import leaks, measured_hashes
from corpus.split import Split, in_split
from evals.common import read_jsonl
from training.annotated import annotated_gold
from training.gold import Gold
from training.own import gold_of
from training.silver import silver
from training.verified import codebook_gold, isaf_gold

STANDOFF = ROOT / "standoff"
_AGAIN = "double.jsonl"
"""The second annotation of our own reports: for agreement, not for training."""
_HELD_BACK = 10
"""One MUC-4 development document in so many is never trained on: thresholds are chosen on them."""

_CHANGES = (("places", "outlet"), ("numbers", "articles"), ("places", "numbers", "days"))
"""What is varied in the copies of our own reports, in turn. Names of actors are not: the encoder never sees them."""
_STEPS = 1000


def held_back(doc: str) -> bool:
    """Tell whether a MUC-4 development document is kept for choosing thresholds."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % _HELD_BACK == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The documents of every epoch; `own_times` is how often an epoch reads each of our own reports, once as it stands."""

    reports: Sequence[Document]
    real: Sequence[Gold]
    """Other people's texts, annotated by hand."""
    keyed: Sequence[Gold]
    """Keys laid over the lexicon reader's reading; of these and the next every second epoch has the same half."""
    verified: Sequence[Gold]
    """Readings of the lexicon reader known to be right."""
    own_times: int
    seed: int

    def epoch(self, number: int) -> Iterator[Gold]:
        """Yield the documents of one epoch, counted from 0."""
        yield from map(gold_of, self.reports)
        for copy in range(self.own_times - 1):
            changes = _CHANGES[(number + copy) % len(_CHANGES)]
            for report in self.reports:
                yield gold_of(augmented(report, self.seed + 100 * number + copy, *changes))
        yield from self.real
        yield from self.keyed[number % 2 :: 2]
        yield from self.verified[number % 2 :: 2]


def in_share(doc: str, share: float) -> bool:
    """Tell whether a document is in the first `share` (0-1] of all; a smaller share is part of every larger one."""
    return int(hashlib.sha256(f"share {doc}".encode()).hexdigest(), 16) % _STEPS < share * _STEPS


def course(data: Path, *, muc: bool, own_times: int, seed: int, share: float = 1.0) -> Course:
    """Read all that is learnt from, or a share of it, for a learning curve; `muc` False leaves MUC-4 out.

    Raises ValueError for a text that may not be trained on.
    """
    reports = in_split(read_reports(), Split.train)
    verified = [*codebook_gold(), *isaf_gold(read_jsonl(data / "isaf_press_releases" / "dev.jsonl"))]
    keys: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_jsonl(data / "muc4" / "templates.jsonl"):
        keys[row["docid"]].append(row)
    real = [one for one in by_hand(data, keys) if muc or one.source != "muc4"]
    keyed = list(only_keyed(data, keys, {one.doc for one in real})) if muc else []
    _refuse([*verified, *real, *keyed, *map(gold_of, reports)], data)
    return Course(
        reports=[one for one in reports if in_share(one.head.id, share)],
        real=[one for one in real if in_share(one.doc, share)],
        keyed=[one for one in keyed if in_share(one.doc, share)],
        verified=[one for one in verified if in_share(one.doc, share)],
        own_times=own_times,
        seed=seed,
    )


def by_hand(data: Path, keys: Mapping[str, Sequence[dict[str, Any]]]) -> list[Gold]:
    """Return the annotated documents of other people's corpora; `keys` are MUC-4's templates by document."""
    paths = [path for path in sorted(STANDOFF.glob("*.jsonl")) if path.name != _AGAIN]
    return [one for one in annotated_gold(paths, data, keys) if not held_back(one.doc)]


def only_keyed(data: Path, keys: Mapping[str, Sequence[dict[str, Any]]], known: AbstractSet[str]) -> Iterator[Gold]:
    """Yield the documents of MUC-4's development part that have a key and are not in `known`."""
    for doc in read_jsonl(data / "muc4" / "docs.jsonl"):
        name = doc["docid"]
        if doc["split"] == "dev" and keys.get(name) and name not in known and not held_back(name):
            yield silver(doc, keys[name])


def _refuse(found: Iterable[Gold], data: Path) -> None:
    lines = leaks(((one.source, one.doc, one.text) for one in found), measured_hashes(data))
    if lines:
        raise ValueError("; ".join(lines))
