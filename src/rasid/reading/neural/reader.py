"""The neural reader: the network's spans, with the lexicon reader as a second opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rasid.errors import ReaderError
from rasid.model import Reading, Report, Scored
from rasid.model.reading import ReadRelation
from rasid.reading.lexicon.reader import LexiconReader, Seen
from rasid.reading.neural.assemble import assemble
from rasid.reading.neural.phrases import Phrases
from rasid.reading.neural.scores import WindowScores, open_heads
from rasid.reading.neural.shipped import missing_files, model_folder
from rasid.reading.neural.statements import Statements
from rasid.reading.neural.thresholds import Thresholds, load_thresholds

VERSION = "1"


class Looked(NamedTuple):
    """What the lexicon reader sees in a report, and the network's chances by window."""

    lexicon: Seen
    windows: list[WindowScores]


class NeuralReader:
    """Reads English reports with the shipped network; one object serves every report.

    What the network and the lexicon reader both see keeps the lexicon's rule and class; what only one sees needs a
    chance that clears the thresholds of the model's card.
    """

    name = f"neural/{VERSION}"

    def __init__(self, folder: Path | None = None, *, threads: int = 0, thresholds: Thresholds | None = None) -> None:
        """Open the network of `folder`, by default the shipped one, with the thresholds of its card unless others are given.

        `threads` 0 takes every core.

        Raises ReaderError when a file of the network is missing.
        """
        place = folder or model_folder()
        lacking = missing_files(place)
        if lacking:
            msg = f"the neural reader's folder {place} lacks {', '.join(lacking)}; train it (python -m training.run) or use the lexicon reader"
            raise ReaderError(msg)
        self._lexicon = LexiconReader()
        with ThreadPoolExecutor(1) as pool:  # the networks open outside the interpreter, which loads tables meanwhile
            heads = pool.submit(open_heads, place, threads=threads)
            self._lexicon.load()
            self._heads = heads.result()
        self._thresholds = thresholds or load_thresholds(place)

    def read(self, report: Report) -> Reading:
        """Return what stands in the report; a text without a word of violence comes back empty at once."""
        return self.score(report).reading

    def score(self, report: Report) -> Scored:
        """Return the reading with the chance of each incident to be in a key of notable incidents."""
        return self.decide(report, self.look(report), self._thresholds)

    def look(self, report: Report) -> Looked:
        """Return all that is seen in the report before anything is decided."""
        seen = self._lexicon.look(report)
        return Looked(seen, self._heads.read(report.text, seen.reading))

    def decide(self, report: Report, looked: Looked, least: Thresholds) -> Scored:
        """Return what clears the thresholds of what was seen."""
        seen, windows = looked
        lexicon = seen.reading
        phrases = Phrases(report, seen)
        assembled = assemble(report, self._heads, windows, lexicon, phrases, least)
        reading = Reading(
            report_id=report.report_id,
            reader=self.name,
            sentences=lexicon.sentences,
            triggers=assembled.triggers,
            statements=Statements(self._heads, phrases, least).all(windows, lexicon, assembled.own),
            relations=tuple(_carried(lexicon.relations, assembled.own)),
            dropped=lexicon.dropped,
        )
        return Scored(reading=reading, notable=assembled.notable)


def _carried(relations: Iterable[ReadRelation], own: Mapping[int, int]) -> Iterator[ReadRelation]:
    """Yield the lexicon reader's relations between incidents that are told here too, and are two."""
    for relation in relations:
        source, target = own.get(relation.source), own.get(relation.target)
        if source is not None and target is not None and source != target:
            yield replace(relation, source=source, target=target)
