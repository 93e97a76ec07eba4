"""Flat rows, as `rasid code --format jsonl` and `rasid export` write them, into scored incidents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rasid.errors import SourceError
from rasid.evaluate.incident import ScoredIncident
from rasid.model import Count

Predicted = Mapping[str, tuple[ScoredIncident, ...]]
"""Source id of a report -> the incidents coded from it."""


def read_predicted(path: Path) -> Predicted:
    """Return the rows of a JSONL file by report. Raises SourceError, with the line, for what cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"rows {path} cannot be read: {error}"
        raise SourceError(msg) from error
    return group_rows(_row(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def group_rows(rows: Iterable[tuple[str, ScoredIncident]]) -> Predicted:
    """Return source id -> incidents, in the order of the rows."""
    found: dict[str, tuple[ScoredIncident, ...]] = {}
    for source, incident in rows:
        found[source] = (*found.get(source, ()), incident)
    return found


def _row(path: Path, number: int, line: str) -> tuple[str, ScoredIncident]:
    try:
        return scored_row(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{path}:{number} is no flat row: {type(error).__name__} {error}; write rows with `rasid code --format jsonl`"
        raise SourceError(msg) from error


def scored_row(row: Mapping[str, Any]) -> tuple[str, ScoredIncident]:
    """Return the source id of a flat row, else its report id, and the incident."""
    incident = ScoredIncident(
        event_type=row["event_type"],
        status=row.get("status"),
        main=row.get("role", "main") == "main",
        killed=Count(low=row.get("killed_low"), best=row.get("killed_best"), high=row.get("killed_high")),
        days=_days(row.get("date_start"), row.get("date_end")),
        places=_words(row.get("place_text"), row.get("place_name")),
        country=row.get("country"),
        perpetrators=_words(row.get("perpetrators"), row.get("perpetrator")),
        targets=_words(row.get("targets"), row.get("target")),
        group=row.get("incident_id"),
    )
    return row.get("source_id") or row["report_id"], incident


def _days(start: str | None, end: str | None) -> tuple[date, date] | None:
    first, last = start or end, end or start
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def _words(*cells: str | None) -> tuple[str, ...]:
    return tuple(word.casefold() for cell in cells if cell for word in cell.split("; "))
