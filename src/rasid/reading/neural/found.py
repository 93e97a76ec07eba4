"""Triggers: where the network begins one, with the lexicon reader's word for it where both see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from rasid.model import Reading, Span
from rasid.model.reading import Argument, Trigger
from rasid.reading.neural.decode import FoundSpan, triggers
from rasid.reading.neural.scores import Facts, WindowScores, facts_of
from rasid.reading.neural.thresholds import Thresholds

_NEVER = 2.0
"""A chance that none reaches."""


@dataclass(slots=True, eq=False)
class Found:
    """One trigger of the network, with the lexicon's where both see it; the last three fields are filled in on the way."""

    scores: WindowScores
    span: FoundSpan
    start: int
    end: int
    facts: Facts
    lexicon: Trigger | None
    incident: int = 0
    arguments: list[Argument] = field(default_factory=list)
    speaker: Span | None = None

    @property
    def sentence(self) -> int:
        """The number of the sentence that it begins in."""
        return self.scores.window.sentences[self.span.first]


def find(scores: WindowScores, lexicon: Reading, least: Thresholds) -> Iterator[Found]:
    """Yield the triggers of one window in text order; what the lexicon reader sees too keeps its stretch."""
    window = scores.window
    seen = {
        place[0]: trigger
        for trigger in lexicon.triggers
        if (place := window.pieces_in(trigger.span.start, trigger.span.end)) is not None
    }
    told = scores.relevance >= least.relevance
    chances = np.full(len(window.ids), least.trigger if told else _NEVER, dtype=np.float32)
    chances[list(seen)] = least.trigger_agreed
    for span in triggers(scores.triggers, scores.words, chances):
        known = next((seen[place] for place in range(span.first, span.last + 1) if place in seen), None)
        yield Found(
            scores=scores,
            span=span,
            start=window.starts[span.first] if known is None else known.span.start,
            end=window.ends[span.last] if known is None else known.span.end,
            facts=facts_of(scores, span.first),
            lexicon=known,
        )
