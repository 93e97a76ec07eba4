"""What is read in each epoch: the project's reports with variations, MUC-4 keys, verified readings."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

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
_HELD_BACK = 10
"""One MUC-4 development document in so many is never trained on: thresholds are chosen on them."""
_SILENT = 3
"""Of the MUC-4 documents without an incident in the key one in so many is read in an epoch."""

_CHANGES = (("actors", "places"), ("numbers", "outlet", "articles"), ("actors", "places", "numbers"))
"""What is varied in the copies of our own reports, in turn."""


def held_back(doc: str) -> bool:
    """Tell whether a MUC-4 development document is kept for choosing thresholds."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % _HELD_BACK == 0


def muc_gold(data: Path) -> list[Gold]:
    """Return the development split without what is held back: as annotated by hand, else with its keys laid over it."""
    keys = defaultdict(list)
    for row in read_jsonl(data / "muc4" / "templates.jsonl"):
        keys[row["docid"]].append(row)
    by_hand = {one.doc: one for one in annotated_gold(sorted(STANDOFF.glob("muc4*.jsonl")), data, keys)}
    docs = (doc for doc in read_jsonl(data / "muc4" / "docs.jsonl") if doc["split"] == "dev")
    kept = [doc for doc in docs if not held_back(doc["docid"])]
    return [by_hand.get(doc["docid"]) or silver(doc, keys[doc["docid"]]) for doc in kept]


def epochs(data: Path, number: int, *, muc: bool, own_times: int, seed: int) -> list[list[Gold]]:
    """Return the documents of each epoch; raises HeldOutError for a document that may not be trained on."""
    reports = in_split(read_reports(), Split.train)
    fixed = [*codebook_gold(), *isaf_gold(read_jsonl(data / "isaf_press_releases" / "dev.jsonl"))]
    keyed = muc_gold(data) if muc else []
    _refuse([*fixed, *keyed, *map(gold_of, reports)], data)
    return [_epoch(reports, fixed, keyed, at, own_times, seed) for at in range(number)]


def _epoch(
    reports: Sequence[Document], fixed: list[Gold], keyed: list[Gold], at: int, own_times: int, seed: int
) -> list[Gold]:
    own = [gold_of(report) for report in reports]
    for copy in range(own_times - 1):
        changes = _CHANGES[(at + copy) % len(_CHANGES)]
        own += [gold_of(augmented(report, seed + 100 * at + copy, *changes)) for report in reports]
    told = [one for one in keyed if any(one.keyed.values())]
    silent = [one for one in keyed if not any(one.keyed.values())]
    return [*own, *fixed[at % 2 :: 2], *told, *silent[at % _SILENT :: _SILENT]]


def _refuse(found: Iterable[Gold], data: Path) -> None:
    lines = leaks(((one.source, one.doc, one.text) for one in found), measured_hashes(data))
    if lines:
        raise ValueError("; ".join(lines))
