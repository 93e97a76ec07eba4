"""Statements: those of the lexicon reader that the network does not speak against, and those it alone sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasid.model import Reading, Report, Span, StatementKind
from rasid.model.reading import ReadStatement, Trigger
from rasid.reading.neural.decode import statements as spans
from rasid.reading.neural.decode import word_starts
from rasid.reading.neural.labels import STATEMENT_KINDS
from rasid.reading.neural.scores import WindowScores
from rasid.reading.neural.thresholds import Thresholds

_DOUBTED = 0.05
"""A statement of the lexicon reader with no piece above this chance for its kind is left out."""


def statements(
    report: Report, windows: Sequence[WindowScores], lexicon: Reading, triggers: Sequence[Trigger], least: Thresholds
) -> tuple[ReadStatement, ...]:
    """Return the statements of a report in text order, about incidents of `triggers`."""
    known = {trigger.incident for trigger in triggers}
    kept = [said for said in lexicon.statements if _chance(said, windows) >= _DOUBTED]
    found = [one for window in windows for one in _found(report, window, least)]
    fresh = [one for one in found if not any(_meet(one, said) for said in kept)]
    both = [_about(said, lexicon, triggers, known) for said in kept]
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
    for one in spans(scores.statements, word_starts(window, report.text), least.statement):
        span = Span(report_id=report.report_id, start=window.starts[one.first], end=window.ends[one.last])
        yield ReadStatement(
            kind=StatementKind(STATEMENT_KINDS[one.label]), span=span, cue=span, speaker=None, rule="neural.statement"
        )


def _meet(left: ReadStatement, right: ReadStatement) -> bool:
    overlap = left.span.start < right.span.end and right.span.start < left.span.end
    return left.kind == right.kind and overlap


def _about(said: ReadStatement, lexicon: Reading, triggers: Sequence[Trigger], known: set[int]) -> ReadStatement:
    """Carry the incident a statement is about over to the reader's own numbers."""
    if said.incident is None:
        return said
    told = {trigger.span for trigger in lexicon.triggers if trigger.incident == said.incident}
    mine = next((trigger.incident for trigger in triggers if trigger.span in told), None)
    return ReadStatement(
        kind=said.kind, span=said.span, cue=said.cue, speaker=said.speaker, rule=said.rule, topic=said.topic,
        incident=mine if mine in known else None,
    )  # fmt: skip
