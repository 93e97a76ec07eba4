"""Fit the weights of `evals.muc_worth` on the development split: `python -m evals.muc_fit MUC4_FOLDER`.

A mention counts as keyed when the document's key still has a template of its type, in text order. L2-penalised logistic
regression by Newton's method; deterministic.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np

from evals.common import read_jsonl
from evals.muc_templates import arguments_of, candidates
from evals.muc_worth import _WEIGHTS, features
from rasid.coding import code
from rasid.model import make_report
from rasid.reading import load_reader
from rasid.resolve import load_resolvers

PENALTY = 3.0
RARE = 8


def main(folder: Path) -> None:
    """Read the development split, fit, and write the weights."""
    keys = {row["docid"]: row["templates"] for row in read_jsonl(folder / "gtt.jsonl") if row["split"] == "dev"}
    rows: list[list[str]] = []
    labels: list[int] = []
    reader, resolvers = load_reader("lexicon"), load_resolvers()
    for doc in read_jsonl(folder / "docs.jsonl"):
        if doc["split"] != "dev":
            continue
        published = date.fromisoformat(doc["dateline_date"]) if doc["dateline_date"] else None
        report = make_report(doc["text"], published=published)
        reading = reader.read(report)
        left = Counter(kind for row in keys[doc["docid"]] for kind in row["incident_type"].split(" / ")[:1])
        for mention, template in candidates(report, reading, code(reading, report, resolvers), resolvers.actors):
            kind = template["incident_type"]
            rows.append(features(mention, reading, arguments_of(reading, mention)))
            labels.append(int(left[kind] > 0))
            left[kind] -= left[kind] > 0
    weights = fit(rows, labels)
    _WEIGHTS.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(len(rows), "mentions,", sum(labels), "keyed,", len(weights), "weights")


def fit(rows: list[list[str]], labels: list[int]) -> dict[str, float]:
    """Return the weights of the features that hold for at least RARE rows."""
    seen = Counter(name for row in rows for name in set(row))
    names = sorted(name for name, number in seen.items() if number >= RARE)
    at = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name in row:
            if name in at:
                matrix[number, at[name]] = 1.0
    gold = np.array(labels, dtype=float)
    found = np.zeros(len(names))
    for _ in range(12):
        chance = 1 / (1 + np.exp(-matrix @ found))
        slope = matrix.T @ (gold - chance) - PENALTY * found
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + PENALTY * np.eye(len(names))
        found += np.linalg.solve(curve, slope)
    return {name: round(float(found[at[name]]), 3) for name in names}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
