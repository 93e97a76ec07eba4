"""Statements: those of the lexicon reader that the network does not speak against, and those it alone sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rasid.model import Reading, Span, StatementKind
from rasid.model.reading import ReadStatement
from rasid.reading.neural.decode import FoundSpan
from rasid.reading.neural.decode import spans_by_label as spans
from rasid.reading.neural.labels import ROLES, SOURCE, STATEMENT_KINDS, TYPES
from rasid.reading.neural.phrases import Phrases
from rasid.reading.neural.scores import Anchor, Heads, WindowScores
from rasid.reading.neural.thresholds import Thresholds


class Statements:
    """Decides on the statements of one report."""

    def __init__(self, heads: Heads, phrases: Phrases, least: Thresholds) -> None:
        """Keep what is asked about clauses and phrases."""
        self._heads = heads
        self._phrases = phrases
        self._least = least

    def all(
        self, windows: Sequence[WindowScores], lexicon: Reading, own: Mapping[int, int]
    ) -> tuple[ReadStatement, ...]:
        """Return the statements of a report in text order; `own` has the reader's number of the lexicon reader's incidents."""
        least = self._least.statement_agreed
        kept = [said for said in lexicon.statements if _chance(said, windows) >= least]
        fresh = [one for window in windows for one in self._found(window) if not any(_same(one, said) for said in kept)]
        both = [said if said.incident is None else replace(said, incident=own.get(said.incident)) for said in kept]
        return tuple(sorted([*both, *fresh], key=lambda said: said.span))

    def _found(self, scores: WindowScores) -> Iterator[ReadStatement]:
        """Yield the statements that the network sees in a window, each with who makes it."""
        window = scores.window
        for one in spans(scores.statements, scores.words, [self._least.statement] * len(STATEMENT_KINDS)):
            span = self._phrases.span(window.starts[one.first], window.ends[one.last])
            yield ReadStatement(
                kind=StatementKind(STATEMENT_KINDS[one.label]),
                span=span,
                cue=span,
                speaker=self._speaker(scores, one),
                rule="neural.statement",
            )

    def _speaker(self, scores: WindowScores, said: FoundSpan) -> Span | None:
        """Return the likeliest phrase that names who makes a statement, or None."""
        anchor = Anchor(first=said.first, last=said.last, kind=len(TYPES) + said.label)
        roles, _ = self._heads.arguments(scores, [anchor])
        source = 2 * ROLES.index(SOURCE)
        found = list(spans(roles[0][:, source : source + 2], scores.words, [self._least.party]))
        if not found:
            return None
        best = max(found, key=lambda one: one.chance)
        window = scores.window
        words = self._phrases.span(window.starts[best.first], window.ends[best.last])
        return self._phrases.whole(window.sentences[best.first], words)


def _chance(said: ReadStatement, windows: Sequence[WindowScores]) -> float:
    """Return the highest chance that a piece of the lexicon's statement belongs to one of its kind."""
    column = 2 * STATEMENT_KINDS.index(said.kind) + 1
    best = 0.0
    for scores in windows:
        place = scores.window.pieces_in(said.span.start, said.span.end)
        if place is not None:
            best = max(best, float(scores.statements[place[0] : place[1] + 1, column].max()))
    return best


def _same(left: ReadStatement, right: ReadStatement) -> bool:
    return left.kind == right.kind and left.span.overlaps(right.span)
