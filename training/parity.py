"""Does the exported network say what its weights say? Labels that differ over the development part of the corpus.

    python -m training.parity WEIGHTS FOLDER --encoder E [--split dev]

WEIGHTS is the file that was trained, FOLDER what was exported from it, E the folder of the encoder. Both read the same windows with
the same marks: `pieces` are word pieces by their likeliest trigger label; `triggers` spans with their type, as they are decoded,
in one or in both; `roles` word pieces given one of the triggers of the weights, by which roles begin and go on there. For each the share
that differs, with its number. The last line is one JSON object; `labels` is the share over pieces and roles together.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from corpus.files import read_reports
from corpus.reading import report_of
from corpus.split import Split, in_split
from evals.common import print_scores
from rasid.learn.session import Floats
from rasid.model import Report
from rasid.reading import LexiconReader
from rasid.reading.neural.decode import FoundSpan, triggers
from rasid.reading.neural.scores import Anchor, Heads, WindowScores, open_heads

_CUT = 0.5


@dataclass(frozen=True, slots=True)
class Differing:
    """How many of so many things differ."""

    differ: int = 0
    number: int = 0

    def __add__(self, more: Differing) -> Differing:
        """Add the counts of another window."""
        return Differing(self.differ + more.differ, self.number + more.number)

    @property
    def share(self) -> float:
        """The share that differs; 0 of nothing."""
        return self.differ / self.number if self.number else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """What differs between two networks."""

    pieces: Differing = Differing()
    triggers: Differing = Differing()
    roles: Differing = Differing()

    def __add__(self, more: Parity) -> Parity:
        """Add the counts of another window."""
        return Parity(**{one.name: getattr(self, one.name) + getattr(more, one.name) for one in fields(self)})


def parity(trained: Heads, exported: Heads, reports: Iterable[Report]) -> Parity:
    """Return what differs over all windows of the reports."""
    lexicon = LexiconReader()
    total = Parity()
    for report in reports:
        seen = lexicon.read(report)
        pairs = zip(trained.read(report.text, seen), exported.read(report.text, seen), strict=True)
        for left, right in pairs:
            total += _window(trained, exported, left, right)
    return total


def _window(trained: Heads, exported: Heads, left: WindowScores, right: WindowScores) -> Parity:
    ours, theirs = ({(one.first, one.last, one.label) for one in _spans(scores)} for scores in (left, right))
    return Parity(
        pieces=_differing(left.triggers.argmax(axis=1) != right.triggers.argmax(axis=1)),
        triggers=Differing(len(ours ^ theirs), len(ours | theirs)),
        roles=_roles(trained, exported, left, right),
    )


def _roles(trained: Heads, exported: Heads, left: WindowScores, right: WindowScores) -> Differing:
    """Compare the arguments of the same triggers, in which windows without any have none."""
    anchors = [Anchor(first=one.first, last=one.last, kind=one.label) for one in _spans(left)]
    if not anchors:
        return Differing()
    ours, theirs = trained.arguments(left, anchors)[0] >= _CUT, exported.arguments(right, anchors)[0] >= _CUT
    return _differing((ours != theirs).any(axis=-1))


def _spans(scores: WindowScores) -> Iterator[FoundSpan]:
    return triggers(scores.triggers, scores.words, np.full(len(scores.words), _CUT, dtype=np.float32))


def _differing(flags: Floats) -> Differing:
    return Differing(int(np.count_nonzero(flags)), flags.size)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    from training.trained import trained_heads  # noqa: PLC0415 - torch is there only where the network is trained

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--split", type=Split, choices=list(Split), default=Split.dev)
    given = parser.parse_args(arguments)
    reports = [report_of(document) for document in in_split(read_reports(), given.split)]
    found = parity(trained_heads(given.weights, given.encoder), open_heads(given.folder), reports)
    for one in fields(found):
        told: Differing = getattr(found, one.name)
        print(f"{one.name:<22}{told.share:>8.4f}   {told.differ} of {told.number}")
    shares = {one.name: getattr(found, one.name).share for one in fields(found)}
    print_scores(shares | {"labels": (found.pieces + found.roles).share, "n": len(reports)})


if __name__ == "__main__":
    main()
