"""A key, written by a human coder, into scored incidents.

TOML: one `[[report]]` each with `file` and, for a line of a JSONL file, `id`, and its `[[report.incident]]` tables.
JSONL: one such report a line. "none" is what the text does not tell. The fields are described in `examples/README.md`.
"""

from __future__ import annotations

import calendar
import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from rasid.errors import SourceError
from rasid.evaluate.incident import ScoredIncident, ScoredReport
from rasid.model import Count

_NONE = "none"


def read_key(path: Path) -> tuple[ScoredReport, ...]:
    """Return the reports of a key. Raises SourceError, with the place, for a file that is missing or malformed."""
    try:
        text = path.read_text(encoding="utf-8")
        reports = list(_json_lines(text)) if path.suffix == ".jsonl" else tomllib.loads(text).get("report", [])
        return tuple(map(_report, reports))
    except (OSError, UnicodeDecodeError) as error:
        msg = f"key {path} cannot be read: {error}"
        raise SourceError(msg) from error
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"key {path} is malformed: {type(error).__name__} {error}; see examples/README.md for its form"
        raise SourceError(msg) from error


def _json_lines(text: str) -> Iterator[Any]:
    return (json.loads(line) for line in text.splitlines() if line.strip())


def _report(raw: Mapping[str, Any]) -> ScoredReport:
    file = PurePath(raw["file"]) if "file" in raw else None
    names = (raw["id"],) if "id" in raw else (str(file), file.name, file.stem) if file else ()
    if not names:
        msg = "a report of the key has neither `file` nor `id`"
        raise ValueError(msg)
    return ScoredReport(names=names, incidents=tuple(map(_incident, raw.get("incident", []))))


def _incident(raw: Mapping[str, Any]) -> ScoredIncident:
    return ScoredIncident(
        event_type=raw["type"],
        status=raw.get("status"),
        main=raw.get("role", "main") == "main",
        killed=_count(raw.get("killed")),
        days=days_of(raw.get("date", _NONE)),
        places=_words(raw.get("place")),
        country=raw.get("country"),
        perpetrators=_words(raw.get("perpetrator"), raw.get("perpetrator_also")),
        targets=_words(raw.get("target")),
        group=raw.get("cluster"),
    )


def days_of(words: str | date) -> tuple[date, date] | None:
    """Return the first and last day of "2024-03-11", "2024-01-31/2024-02-02" or "2024-02"; None for "none"."""
    words = str(words)
    if words == _NONE:
        return None
    if len(words) == len("2024-02"):
        year, month = map(int, words.split("-"))
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    first, _, last = words.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def _count(raw: list[Any] | None) -> Count:
    low, best, high = (None if bound == _NONE else bound for bound in raw or [_NONE] * 3)
    return Count(low=low, best=best, high=high)


def _words(*values: str | None) -> tuple[str, ...]:
    return tuple(value.casefold() for value in values if value and value != _NONE)
