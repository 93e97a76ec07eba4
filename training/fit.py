"""Choose the thresholds of a trained network.

    python -m training.fit FOLDER [--data DATA] [--rounds N]

On the development part of the corpus, the example reports, the codebook's examples and, where DATA is given, one in six of the
press releases of the development half. One threshold at a time is moved through its values; the best sum of the headline
scores stays. What is found is printed as the `[thresholds]` table of the card. The texts are looked at once; only the decisions
are repeated.
"""

from __future__ import annotations

import argparse
import contextlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from corpus.document import Document
from corpus.files import read_reports
from corpus.reading import annotation_of, as_coded, report_of
from corpus.split import Split, in_split
from corpus.tally import Tally, all_arguments, b_cubed_f1, macro_f1, tally, total
from evals.codebook import differences
from evals.common import read_jsonl
from evals.engine import resolvers
from evals.examples import EXAMPLES, run
from evals.intervals import share
from evals.isaf import right
from evals.isaf_record import record_of, release_report
from rasid.coding import code
from rasid.model import Coding, Report
from rasid.reading.neural.reader import Looked, NeuralReader
from rasid.reading.neural.thresholds import Thresholds, load_thresholds

_ALONE = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_AGREED = (0.02, 0.05, 0.1, 0.2, 0.3)
_GRID = {
    "trigger": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "trigger_agreed": (0.02, 0.05, 0.1, 0.2, 0.3, 0.4),
    "harm": _ALONE,
    "harm_agreed": _AGREED,
    "party": _ALONE,
    "party_agreed": _AGREED,
    "setting": _ALONE,
    "setting_agreed": _AGREED,
    "beside": (0.0, 0.2, 0.35, 0.45),
    "same": (0.3, 0.4, 0.5, 0.6, 0.7),
    "same_agreed": (0.1, 0.3, 0.5, 1.0),
    "statement": (0.2, 0.3, 0.5, 0.7, 0.9, 2.0),
    "statement_agreed": _AGREED,
    "type_agreed": (0.0, 0.25, 0.5, 1.0, 2.0),
    "type_general": (0.2, 0.35, 0.5, 0.7, 1.0),
    "relevance": (0.0, 0.3, 0.5, 0.7, 0.9),
    "status": (0.6, 0.8, 0.9, 0.97, 2.0),
}
_OF_RELEASES = 6
_DECOYS = 0.5
"""What the share of decoys with a false incident takes from the sum."""


class Trial:
    """The texts that thresholds are tried on, each looked at once."""

    def __init__(self, folder: Path, documents: Sequence[Document], releases: Sequence[Mapping[str, Any]]) -> None:
        """Open the network of `folder`, with the reports of the corpus and the press releases to be tried."""
        self._reader = NeuralReader(folder, thresholds=Thresholds())
        self._documents = documents
        self._releases = releases
        self._looked: dict[str, Looked] = {}

    def score(self, least: Thresholds) -> float:
        """Return the sum of the corpus's headline scores and of the shares that are right elsewhere."""
        with contextlib.redirect_stdout(io.StringIO()):
            examples = run(
                EXAMPLES / "reports", EXAMPLES / "key.toml", lambda report: self._code(report, least), errors=False
            )
        counts = [self._tally(document, least) for document in self._documents]
        of_examples = float(examples["recall"]) + float(examples["precision"])
        return _of_corpus(counts) + of_examples + self._of_codebook(least) + self._of_releases(least)

    def _of_codebook(self, least: Thresholds) -> float:
        """Return the share of the codebook's examples that are coded as expected."""
        return share([not found for *_, found in differences(lambda report: self._code(report, least))])

    def _of_releases(self, least: Thresholds) -> float:
        """Return the share of types and of numbers of killed and captured that are the annotator's."""
        verdicts = []
        for row in self._releases:
            report = release_report(row["text"])
            found = right(record_of(report, self._code(report, least)), row["labels"])
            verdicts += [found["event_type"], found["killed"], found["captured"]]
        return share(verdicts) if verdicts else 0.0

    def _tally(self, document: Document, least: Thresholds) -> Tally:
        report = report_of(document)
        reading = self._reader.decide(report, self._look(report), least).reading
        seen = as_coded(annotation_of(reading), code(reading, report, resolvers()).mentions)
        return tally(document.annotation, seen, document.text)

    def _code(self, report: Report, least: Thresholds) -> Coding:
        return code(self._reader.decide(report, self._look(report), least).reading, report, resolvers())

    def _look(self, report: Report) -> Looked:
        if report.text not in self._looked:
            self._looked[report.text] = self._reader.look(report)
        return self._looked[report.text]


def _of_corpus(counts: Sequence[Tally]) -> float:
    """Return trigger, argument, incident, half of statement and status F1 and B-cubed, less the false incidents on decoys."""
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


def fit(trial: Trial, rounds: int, chosen: Thresholds) -> Thresholds:
    """Return the thresholds with the best score, from some on."""
    best = trial.score(chosen)
    for _ in range(rounds):
        for name, values in _GRID.items():
            for value in values:
                tried = replace(chosen, **{name: value})
                reached = trial.score(tried)
                if reached > best:
                    best, chosen = reached, tried
            print(f"{name}: {getattr(chosen, name)} ({best:.4f})", flush=True)
    return chosen


def _releases(data: Path) -> list[dict[str, Any]]:
    return list(read_jsonl(data / "isaf_press_releases" / "dev.jsonl"))[::_OF_RELEASES]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    releases = _releases(given.data) if given.data is not None else []
    first = load_thresholds(given.folder) if (given.folder / "card.toml").exists() else Thresholds()
    chosen = fit(Trial(given.folder, in_split(read_reports(), Split.dev), releases), given.rounds, first)
    print("[thresholds]")
    for name, value in asdict(chosen).items():
        print(f"{name} = {value}")


if __name__ == "__main__":
    main()
