"""Readings of the lexicon reader that are known to be right, as gold: they teach the network the codebook's own types.

The codebook's example sentences that are coded exactly as a careful coder codes them, and press releases whose record
agrees with the annotator's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from corpus.reading import annotation_of
from evals.codebook import differences
from evals.engine import engine
from evals.isaf import right
from evals.isaf_record import record_of, release_report
from rasid.model import Report, make_report
from rasid.reading import LexiconReader
from training.gold import Gold
from training.own import gold


def codebook_gold() -> Iterator[Gold]:
    """Yield the passing examples of the codebook."""
    coder = engine("lexicon")
    for number, (kind, example, found) in enumerate(differences(coder.code)):
        if found:
            continue
        yield _gold(f"codebook-{kind}-{number}", "codebook", make_report(example.text, published=example.published))


def isaf_gold(rows: Iterable[dict[str, Any]]) -> Iterator[Gold]:
    """Yield the press releases whose type, killed and captured the lexicon reader gets right."""
    coder = engine("lexicon")
    for row in rows:
        report = release_report(row["text"])
        verdict = right(record_of(report, coder.code(report)), row["labels"])
        if verdict["event_type"] and verdict["killed"] and verdict["captured"]:
            yield _gold(f"isaf-{row['id']}", "isaf", report)


def _gold(name: str, source: str, report: Report) -> Gold:
    return replace(gold(name, source, report.text, annotation_of(LexiconReader().read(report))), shown=False)
