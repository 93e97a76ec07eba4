"""MUC-4: how often the date and the place of an incident are right, once it is found.

    python -m evals.muc_aligned MUC4_FOLDER [--split dev] [--errors incident_date] [--reader NAME]

Templates are aligned with the key by the slot scorer's own rule (tools/score_muc_slots.py). The credit of a slot is
1 for a right fill and 1/2 for a partly right one, over the aligned templates whose key has the slot. The last line is
one JSON object; `n` counts aligned templates.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scipy.optimize import linear_sum_assignment

from evals.common import print_scores, read_jsonl
from evals.engine import add_reader
from evals.muc4 import predict

SLOTS = ("incident_date", "incident_location")


def load_scorer(folder: Path) -> Any:
    """Return the slot scorer that lies beside the data."""
    path = folder.resolve().parents[1] / "tools" / "score_muc_slots.py"
    spec = importlib.util.spec_from_file_location("score_muc_slots", path)
    if spec is None or spec.loader is None:
        msg = f"no scorer at {path}"
        raise FileNotFoundError(msg)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def aligned(scorer: Any, keys: Sequence[Any], found: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the pairs of key and found slots that the scorer aligns in one document."""
    worth = [[_worth(scorer, one, key["slots"]) for one in found] for key in keys]
    if not worth or not found:
        return
    rows, columns = linear_sum_assignment([[-value for value in row] for row in worth])
    for i, j in zip(rows, columns, strict=True):
        if worth[i][j] > 0:
            yield keys[i]["slots"], found[j]


def _worth(scorer: Any, found: Any, key: Any) -> float:
    """Return what a pair earns in all; 0 where the scorer forbids it."""
    if scorer.type_sim(found, key) == 0:
        return 0.0
    slots = scorer.pair_score(found, key)
    if not any(slots[name][0] + slots[name][1] for name in scorer.CONTENT):
        return 0.0
    return float(sum(counts[0] + counts[1] / 2 for counts in slots.values()))


def credit(scorer: Any, slot: str, key: Any, found: Any) -> float | None:
    """Return the credit of a slot in [0, 1], or None where the key has no fill."""
    wanted = scorer.fills(key, slot)
    if not wanted:
        return None
    right, partly, *_ = scorer.compare(slot, scorer.fills(found, slot), wanted)
    return min(1.0, float(right + partly / 2) / len(wanted))


def score(folder: Path, splits: Sequence[str], errors: str | None, reader: str) -> dict[str, float | int]:
    """Return the credit of date and place on the aligned templates of the splits."""
    scorer = load_scorer(folder)
    docids, gold = scorer.load_gold(folder, splits)
    wanted = set(docids)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "slots.jsonl"
        docs = (doc for doc in read_jsonl(folder / "docs.jsonl") if doc["docid"] in wanted)
        predict(docs, Path(scratch) / "gtt.jsonl", full, reader)
        found = scorer.load_pred(full)
    pairs = [(docid, pair) for docid in docids for pair in aligned(scorer, gold.get(docid, []), found[docid])]
    credits_of: dict[str, list[float]] = {slot: [] for slot in SLOTS}
    for docid, (key, one) in pairs:
        for slot in SLOTS:
            earned = credit(scorer, slot, key, one)
            if earned is not None:
                credits_of[slot].append(earned)
                if slot == errors and earned < 1:
                    print(f"{docid}: {key[slot]} read as {one.get(slot)} ({earned:.1f})")
    return {slot: sum(earned) / max(len(earned), 1) for slot, earned in credits_of.items()} | {"n": len(pairs)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", nargs="+", default=["tst1", "tst2"])
    parser.add_argument("--errors", choices=SLOTS, help="list the differences of one slot first; never of test splits")
    add_reader(parser)
    given = parser.parse_args(arguments)
    print_scores(score(given.folder, given.split, given.errors, given.reader))


if __name__ == "__main__":
    main()
