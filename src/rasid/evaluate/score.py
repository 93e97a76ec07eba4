"""Coded incidents against a key: what was found, missed and made up, and how well the fields agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.evaluate.agreement import FIELDS
from rasid.evaluate.align import align
from rasid.evaluate.bootstrap import Share, share
from rasid.evaluate.incident import ScoredIncident, ScoredReport
from rasid.evaluate.predicted import Predicted


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Counts of incidents, and shares with intervals.

    `extra` are coded incidents that are none of the key's. Rows of reports that the key does not have are counted in
    `rows_outside` and not scored.
    """

    reports: int
    reports_without_rows: int
    rows_outside: int
    found: int
    missed: int
    extra: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """One report: the key's incidents, what was coded, and which are the same."""

    key: tuple[ScoredIncident, ...]
    coded: tuple[ScoredIncident, ...]
    pairs: tuple[tuple[int, int], ...]


def score(key: Sequence[ScoredReport], predicted: Predicted) -> Scores:
    """Score `predicted` against `key`; the same input gives the same scores."""
    sources = {name: source for source in reversed(tuple(predicted)) for name in _names_of(source)}
    used = [next((sources[name] for name in report.names if name in sources), None) for report in key]
    judged = [
        _judge(report, predicted.get(source, ()) if source else ()) for report, source in zip(key, used, strict=True)
    ]
    found = sum(len(report.pairs) for report in judged)
    return Scores(
        reports=len(key),
        reports_without_rows=sum(not report.coded for report in judged),
        rows_outside=sum(len(rows) for source, rows in predicted.items() if source not in used),
        found=found,
        missed=sum(len(report.key) for report in judged) - found,
        extra=sum(len(report.coded) for report in judged) - found,
        shares=(*_finding(judged), *_fields(judged)),
    )


def _names_of(source: str) -> tuple[str, ...]:
    """Return what a source may be called in a key: itself, its file name, its file name without the ending."""
    name = source.rpartition("/")[2]
    return source, name, name.rpartition(".")[0] or name


def _judge(report: ScoredReport, coded: tuple[ScoredIncident, ...]) -> _Judged:
    return _Judged(key=report.incidents, coded=coded, pairs=align(report.incidents, coded))


def _finding(judged: Sequence[_Judged]) -> tuple[Share, ...]:
    main = [
        (sum(report.key[i].main for i, _ in report.pairs), sum(incident.main for incident in report.key))
        for report in judged
    ]
    return (
        share("recall", [(len(report.pairs), len(report.key)) for report in judged]),
        share("recall of main incidents", main),
        share("precision", [(len(report.pairs), len(report.coded)) for report in judged]),
        share("reports without incident left empty", [(int(not r.coded), 1) for r in judged if not r.key]),
    )


def _fields(judged: Sequence[_Judged]) -> tuple[Share, ...]:
    """Return the agreement in each field, over the incidents that were found."""
    return tuple(
        share(name, [(sum(agrees(r.key[i], r.coded[j]) for i, j in r.pairs), len(r.pairs)) for r in judged])
        for name, agrees in FIELDS.items()
    )
