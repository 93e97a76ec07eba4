"""Choose the thresholds of a trained network on the development part of the corpus: `python -m training.fit FOLDER`.

One threshold at a time is moved through its values, over two rounds; the best sum of the corpus's headline scores stays. What
is found is printed as the `[thresholds]` table of the card.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from corpus.document import Document
from corpus.files import read_reports
from corpus.reading import annotation_of, report_of
from corpus.split import Split, in_split
from corpus.tally import all_arguments, b_cubed_f1, macro_f1, tally, total
from rasid.reading.neural.reader import NeuralReader
from rasid.reading.neural.thresholds import Thresholds

_GRID = {
    "trigger": (0.3, 0.4, 0.5, 0.6, 0.7),
    "trigger_agreed": (0.05, 0.1, 0.2, 0.3, 0.4),
    "argument": (0.3, 0.4, 0.5, 0.6, 0.7),
    "argument_agreed": (0.02, 0.05, 0.1, 0.2, 0.3),
    "same": (0.3, 0.4, 0.5, 0.6),
    "same_agreed": (0.0, 0.1, 0.2, 0.3),
    "statement": (0.3, 0.5, 0.7, 0.9, 2.0),
    "type_agreed": (0.0, 0.5, 1.0, 2.0),
    "relevance": (0.0, 0.3, 0.5, 0.7, 0.9),
    "status": (0.6, 0.8, 0.9, 0.97, 2.0),
}
_DECOYS = 0.5
"""What the share of decoys with a false incident takes from the sum."""


def score(reader: NeuralReader, documents: Sequence[Document]) -> float:
    """Return the sum of trigger, argument, incident, statement and status F1 and of B-cubed, less the false incidents on decoys."""
    counts = [
        tally(document.annotation, annotation_of(reader.read(report_of(document))), document.text)
        for document in documents
    ]
    decoys = [one.told for one in counts if one.decoy]
    found = (
        total(counts, lambda one: one.triggers).f1
        + total(counts, all_arguments).f1
        + total(counts, lambda one: one.incidents).f1
        + 0.5 * total(counts, lambda one: one.statements).f1
        + 0.5 * macro_f1(one.statuses for one in counts)
        + b_cubed_f1(counts)
    )
    return found - _DECOYS * (sum(decoys) / len(decoys) if decoys else 0.0)


def fit(folder: Path, documents: Sequence[Document], rounds: int) -> Thresholds:
    """Return the thresholds with the best score."""
    chosen = Thresholds()
    best = score(NeuralReader(folder, thresholds=chosen), documents)
    for _ in range(rounds):
        for name, values in _GRID.items():
            for value in values:
                tried = replace(chosen, **{name: value})
                reached = score(NeuralReader(folder, thresholds=tried), documents)
                if reached > best:
                    best, chosen = reached, tried
            print(f"{name}: {getattr(chosen, name)} ({best:.4f})", flush=True)
    return chosen


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    chosen = fit(given.folder, in_split(read_reports(), Split.dev), given.rounds)
    print("[thresholds]")
    for name, value in asdict(chosen).items():
        print(f"{name} = {value}")


if __name__ == "__main__":
    main()
