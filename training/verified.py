"""Readings of the lexicon reader that are known to be right, as gold: they teach the network the codebook's own types.

The codebook's example sentences that are coded exactly as a careful coder codes them, with the names of their actors
swapped as well (a swap that changes nothing of the coding), and press releases whose record agrees with the annotator's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from corpus.reading import annotation_of
from evals.codebook import differences
from evals.engine import engine
from evals.isaf import right
from evals.isaf_record import record_of, release_report
from evals.neutrality import signature, swaps
from rasid.model import Report, make_report
from rasid.reading import LexiconReader
from training.gold import Gold
from training.own import gold

_SWAPS = 2
"""Swapped copies of one example."""


def codebook_gold() -> Iterator[Gold]:
    """Yield the passing examples of the codebook, each with a few swaps of names."""
    coder = engine()
    for number, (kind, example, found) in enumerate(differences(coder.code)):
        if found:
            continue
        report = make_report(example.text, published=example.published)
        yield _gold(f"codebook-{kind}-{number}", "codebook", report)
        before = signature(coder.code(report))
        for at, swap in enumerate(islice(swaps(example.text), _SWAPS)):
            swapped = make_report(swap.text, published=example.published)
            if signature(coder.code(swapped)) == before:
                yield _gold(f"codebook-{kind}-{number}-{at}", "codebook", swapped)


def isaf_gold(rows: Iterable[dict[str, Any]]) -> Iterator[Gold]:
    """Yield the press releases whose type, killed and captured the lexicon reader gets right."""
    coder = engine()
    for row in rows:
        report = release_report(row["text"])
        verdict = right(record_of(report, coder.code(report)), row["labels"])
        if verdict["event_type"] and verdict["killed"] and verdict["captured"]:
            yield _gold(f"isaf-{row['id']}", "isaf", report)


def _gold(name: str, source: str, report: Report) -> Gold:
    return replace(gold(name, source, report.text, annotation_of(LexiconReader().read(report))), shown=False)
