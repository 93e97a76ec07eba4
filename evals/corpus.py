"""A reader against the project's own corpus: what it sees, what it misses, what it makes up.

    python -m evals.corpus score [--reader NAME] [--split train|dev|test|all] [--errors] [PATH...]

Matching (`corpus/align.py` has the rules word by word): a trigger is right when it shares a character with one of the gold and
has its type, one to one. A trigger has the type and status of its incident: in the gold unless it says otherwise, in the
reader's as coding gives them. `type` is the share of triggers that meet, of any type, with the same one. Incidents meet through their triggers,
whatever their types; `incident_f1` counts those that do. An argument is right when its role is that of a
gold argument of the incident that its own meets, they overlap, and its phrase holds the gold's head word; phrases with
several roles or incidents count for each. `status_f1` is the mean F1 over the statuses of triggers that meet, of any type.
`incidents_b3` is B-cubed over the triggers that meet: are the same ones told apart and together? Statements: same kind, overlapping.
`decoys` is the share of reports without any incident in which the reader sees one: lower is better.

Every score has its n and a 95 % bootstrap interval over reports. The last line is one JSON object. The test part is for
measuring only: nobody reads it to improve a reader.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.document import Annotation, Document, Role
from corpus.files import REPORTS, read_reports
from corpus.reading import annotation_of, as_coded, report_of
from corpus.split import Split, in_split, splits
from corpus.tally import Hits, Tally, all_arguments, b_cubed_f1, macro_f1, same_share, tally, total
from evals.common import print_scores
from evals.engine import add_reader, engine
from evals.intervals import interval, told


class Scored(NamedTuple):
    """One report, what the reader saw in it, and the counts."""

    document: Document
    seen: Annotation
    counts: Tally


class Measure(NamedTuple):
    """A score over documents and the number of things it rests on."""

    name: str
    score: Callable[[Sequence[Tally]], float]
    number: Callable[[Sequence[Tally]], int]


def score_all(documents: Sequence[Document], reader: str) -> list[Scored]:
    """Read every report and count; raises UnknownNameError for a reader that is not there."""
    measured = engine(reader)
    scored = []
    for document in documents:
        report = report_of(document)
        reading = measured.reader.read(report)
        coding = measured.coder(reading, report, measured.resolvers)
        seen = as_coded(annotation_of(reading), coding.mentions)
        scored.append(Scored(document, seen, tally(document.annotation, seen, document.text)))
    return scored


def measures() -> Iterator[Measure]:
    """Yield the scores, the headline ones first."""
    yield _f1("trigger_f1", lambda one: one.triggers)
    yield _f1("trigger_span_f1", lambda one: one.spans)
    yield Measure("type", lambda all_: same_share(one.types for one in all_), _met)
    yield _f1("argument_f1", all_arguments)
    yield Measure("status_f1", lambda all_: macro_f1(one.statuses for one in all_), _met)
    yield _f1("incident_f1", lambda one: one.incidents)
    yield Measure("incidents_b3", b_cubed_f1, _met)
    yield _f1("statement_f1", lambda one: one.statements)
    yield Measure("decoys", _false_on_decoys, lambda all_: sum(one.decoy for one in all_))
    yield Measure(
        "trigger_precision", lambda all_: total(all_, _triggers).precision, lambda all_: _number(all_, "other")
    )
    yield Measure("trigger_recall", lambda all_: total(all_, _triggers).recall, lambda all_: _number(all_, "gold"))
    for role in Role:
        yield _f1(role.value, lambda one, role=role: one.arguments[role])  # type: ignore[misc]


def _f1(name: str, of: Callable[[Tally], Hits]) -> Measure:
    return Measure(name, lambda all_: total(all_, of).f1, lambda all_: int(total(all_, of).gold))


def _triggers(one: Tally) -> Hits:
    return one.triggers


def _number(tallies: Sequence[Tally], side: str) -> int:
    return int(getattr(total(tallies, _triggers), side))


def _met(tallies: Sequence[Tally]) -> int:
    return int(total(tallies, lambda one: one.grouping).other)


def _false_on_decoys(tallies: Sequence[Tally]) -> float:
    decoys = [one.told for one in tallies if one.decoy]
    return sum(decoys) / len(decoys) if decoys else 0.0


def run(documents: Sequence[Document], reader: str, *, errors: bool) -> dict[str, float | int]:
    """Score the reports, print the lines and return the headline scores."""
    scored = score_all(documents, reader)
    counts = [one.counts for one in scored]
    if errors:
        parts = splits(documents)
        for one in scored:
            if parts[one.document.head.id] is not Split.test:
                _show(one)
    scores: dict[str, float | int] = {}
    for measure in measures():
        value = measure.score(counts)
        print(told(measure.name, value, interval(counts, measure.score), measure.number(counts)))
        if not scores or measure.name not in set(Role):
            scores[measure.name] = value
    return scores | {"n": len(documents)}


def _show(one: Scored) -> None:
    text = one.document.text
    print(f"\n== {one.document.head.id}")
    for side, annotation in (("gold", one.document.annotation), ("seen", one.seen)):
        for trigger in annotation.full_triggers():
            words = text[trigger.start : trigger.end]
            print(f"  {side} {trigger.start:>5} t{trigger.incident} {trigger.event_type} {trigger.status} {words!r}")
        for mark in annotation.arguments:
            roles = "+".join(mark.roles)
            print(f"  {side} {mark.start:>5}    {mark.incidents} {roles} {text[mark.start : mark.end]!r}")
        for said in annotation.statements:
            print(f"  {side} {said.start:>5}    {said.kind} {text[said.start : said.end]!r}")


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """Return the options of a measure of a reader on a part of the corpus."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["score"])
    parser.add_argument("paths", nargs="*", type=Path, default=[REPORTS])
    add_reader(parser)
    parser.add_argument("--split", choices=[*Split, "all"], default="dev")
    return parser


def documents_of(options: argparse.Namespace) -> list[Document]:
    """Return the reports that the options name."""
    documents = read_reports(options.paths)
    return documents if options.split == "all" else in_split(documents, Split(options.split))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure."""
    parser = parser_of(__doc__)
    parser.add_argument("--errors", action="store_true", help="list gold and seen of each report that is not test")
    options = parser.parse_intermixed_args(arguments)
    print_scores(run(documents_of(options), options.reader, errors=options.errors))


if __name__ == "__main__":
    main()
