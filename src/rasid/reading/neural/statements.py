"""Statements: those of the lexicon reader that the network does not speak against, and those it alone sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rasid.model import Reading, Report, Span, StatementKind
from rasid.model.reading import ReadStatement
from rasid.reading.neural.decode import statements as spans
from rasid.reading.neural.labels import STATEMENT_KINDS
from rasid.reading.neural.scores import WindowScores
from rasid.reading.neural.thresholds import Thresholds

_DOUBTED = 0.05
"""A statement of the lexicon reader with no piece above this chance for its kind is left out."""


def statements(
    report: Report, windows: Sequence[WindowScores], lexicon: Reading, own: Mapping[int, int], least: Thresholds
) -> tuple[ReadStatement, ...]:
    """Return the statements of a report in text order; `own` has the reader's number of the lexicon reader's incidents."""
    kept = [said for said in lexicon.statements if _chance(said, windows) >= _DOUBTED]
    found = [one for window in windows for one in _found(report, window, least)]
    fresh = [one for one in found if not any(_same(one, said) for said in kept)]
    both = [said if said.incident is None else replace(said, incident=own.get(said.incident)) for said in kept]
    return tuple(sorted([*both, *fresh], key=lambda said: said.span))


def _chance(said: ReadStatement, windows: Sequence[WindowScores]) -> float:
    """Return the highest chance that a piece of the lexicon's statement belongs to one of its kind."""
    column = 2 * STATEMENT_KINDS.index(said.kind) + 1
    best = 0.0
    for scores in windows:
        place = scores.window.pieces_in(said.span.start, said.span.end)
        if place is not None:
            best = max(best, float(scores.statements[place[0] : place[1] + 1, column].max()))
    return best


def _found(report: Report, scores: WindowScores, least: Thresholds) -> Iterator[ReadStatement]:
    window = scores.window
    for one in spans(scores.statements, scores.words, least.statement):
        span = Span(report_id=report.report_id, start=window.starts[one.first], end=window.ends[one.last])
        yield ReadStatement(
            kind=StatementKind(STATEMENT_KINDS[one.label]), span=span, cue=span, speaker=None, rule="neural.statement"
        )


def _same(left: ReadStatement, right: ReadStatement) -> bool:
    return left.kind == right.kind and left.span.overlaps(right.span)
