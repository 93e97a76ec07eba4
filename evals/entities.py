"""Entities as a by-product of reading, against the key of re3d: organisations, locations, persons and weapons.

    python -m evals.entities score FILE [--reader NAME] [--split train|dev|all] [--errors]

FILE holds one object a line in the format of re3d (`id`, `text`, `entities_flat` with start, end and type). Of its types
Organisation, Location, Person and Weapon count as they are, and MilitaryPlatform as Weapon, since aircraft and tanks are weapon
classes of the codebook. Nationality (an adjective, no actor), Vehicle, Temporal, Quantity, Money, DocumentReference and
CommsIdentifier are left out; what is found on their words counts as false. What rasid is taken to find is in `evals.entity_spans`.

`strict` are entities of the same kind with just the same offsets, `overlap` those of the same kind that share a letter, one to one.
Each score is micro over all entities of a kind, with a 95 % bootstrap interval over documents. `dev` are the documents
whose id has a SHA-256 that five divides, `train` the others. The last line is one JSON object; `unannotated` tells how many
of the documents the project's own annotation does not hold, so that no reader was trained on their texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from corpus.files import ROOT
from evals.common import print_scores, read_jsonl
from evals.engine import add_reader, engine
from evals.entity_spans import Entity, Kind, entities
from evals.intervals import interval, told
from evals.times import Spanned, pair_up
from rasid.model import make_report
from rasid.model.report import normalise_text
from rasid.pipeline import Engine

KINDS: Mapping[str, Kind] = {**{kind.value: kind for kind in Kind}, "MilitaryPlatform": Kind.weapon}
"""The types of re3d that count, and as what."""
SPLITS = ("train", "dev", "all")
_FIFTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Entities of one kind in one document: in the key, found, found with the same offsets, found with an overlap."""

    gold: int
    found: int
    strict: int
    overlap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One document with its text, its entities in the key and as found."""

    text: str
    gold: tuple[Entity, ...]
    found: tuple[Entity, ...]

    def of(self, kind: Kind, side: Sequence[Entity]) -> list[Spanned]:
        """Return the offsets of one kind on one side."""
        return [(one.start, one.end, None) for one in side if one.kind is kind]

    def counts(self) -> dict[Kind, Counts]:
        """Return the counts of each kind."""
        return {kind: self._count(self.of(kind, self.gold), self.of(kind, self.found)) for kind in Kind}

    def _count(self, gold: list[Spanned], found: list[Spanned]) -> Counts:
        strict, overlap = len({*gold} & {*found}), len(pair_up(gold, found))
        return Counts(gold=len(gold), found=len(found), strict=strict, overlap=overlap)


def in_split(document: str, split: str) -> bool:
    """Tell whether the document of that id is in a split."""
    held = int(sha256(document.encode()).hexdigest(), 16) % _FIFTH == 0
    return split == "all" or (split == "dev") == held


def key(row: Mapping[str, Any]) -> tuple[Entity, ...]:
    """Return the entities of a document's key that count, their offsets on the text as a report has it."""
    return tuple(
        Entity(_moved(row["text"], one["start"]), _moved(row["text"], one["end"]), KINDS[one["type"]])
        for one in row["entities_flat"]
        if one["type"] in KINDS
    )


def _moved(text: str, offset: int) -> int:
    return len(normalise_text(text[:offset]))


def score_document(row: Mapping[str, Any], using: Engine) -> Scored:
    """Read one document."""
    report = make_report(row["text"])
    found = entities(report, using.reader.read(report), using.resolvers)
    return Scored(text=report.text, gold=key(row), found=tuple(found))


def fractions(counts: Sequence[Counts], hits: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of `hits` ("strict" or "overlap"), 0 where there is nothing to divide by."""
    right = sum(getattr(one, hits) for one in counts)
    gold, found = sum(one.gold for one in counts), sum(one.found for one in counts)
    return right / max(found, 1), right / max(gold, 1), 2 * right / max(gold + found, 1)


_MEASURES = ("precision", "recall", "f1")


def scores(documents: Sequence[Scored]) -> Iterator[tuple[str, float, tuple[float, float], int]]:
    """Yield name, value, interval and number of entities in the key of every score, each kind and all of them together."""
    counted = [one.counts() for one in documents]
    for name, kinds in {"all": tuple(Kind), **{kind.name: (kind,) for kind in Kind}}.items():
        units = [[one[kind] for kind in kinds] for one in counted]
        total = sum(one.gold for unit in units for one in unit)
        for hits in ("strict", "overlap"):
            for at, measure in enumerate(_MEASURES):
                value, bounds = _with_interval(units, hits, at)
                yield f"{name}_{hits}_{measure}", value, bounds, total


def _with_interval(units: Sequence[list[Counts]], hits: str, at: int) -> tuple[float, tuple[float, float]]:
    def of(some: Sequence[list[Counts]]) -> float:
        return fractions([one for unit in some for one in unit], hits)[at]

    return of(units), interval(units, of)


def differences(document: Scored) -> Iterator[str]:
    """Yield a line for each entity without one of its kind on the other side that overlaps it."""
    for name, side, other in (
        ("missed", document.gold, document.found),
        ("false", document.found, document.gold),
    ):
        for one in side:
            if not any(one.kind is it.kind and one.start < it.end and it.start < one.end for it in other):
                begin, end = max(one.start - 40, 0), one.end + 25
                marked = f"{document.text[begin : one.start]}[{document.text[one.start : one.end]}]{document.text[one.end : end]}"
                yield f"{name:<7}{one.kind.value:<13}{' '.join(marked.split())}"


@cache
def annotated() -> frozenset[str]:
    """Return the ids of the documents of re3d that the project annotated and readers are trained on."""
    rows = (row for path in sorted((ROOT / "standoff").glob("*.jsonl")) for row in read_jsonl(path))
    return frozenset(row["doc"] for row in rows if row["source"] == "re3d")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["score"])
    parser.add_argument("file", type=Path)
    add_reader(parser)
    parser.add_argument("--split", choices=SPLITS, default="dev")
    parser.add_argument("--errors", action="store_true", help="list what is missed and what is false first")
    options = parser.parse_args(arguments)
    rows = [row for row in read_jsonl(options.file) if in_split(row["id"], options.split)]
    documents = [score_document(row, engine(options.reader)) for row in rows]
    if options.errors:
        print("\n".join(line for one in documents for line in differences(one)))
    found = list(scores(documents))
    print("\n".join(told(*one) for one in found))
    unannotated = sum(row["id"] not in annotated() for row in rows)
    counts = {"n": found[0][3] if found else 0, "documents": len(rows), "unannotated": unannotated}
    print_scores({name: value for name, value, _, _ in found} | counts | {"split": options.split})


if __name__ == "__main__":
    main()
