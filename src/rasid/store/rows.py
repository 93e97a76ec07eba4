"""Nouns to rows of their tables, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from rasid.model import Coding, Decision, Incident, Report
from rasid.store.base import StoredReport
from rasid.store.payload import dump

Row = dict[str, Any]

_REPORT_FIELDS = ("report_id", "text", "title", "publisher", "url", "language", "source_id")
# "2022-01-21" is ten characters; anything longer holds a time.
_DAY_LENGTH = 10


def report_row(report: Report, *, rejected: str | None = None) -> Row:
    """Return the row of a report; days and times in ISO 8601."""
    row = {name: getattr(report, name) for name in _REPORT_FIELDS}
    row["published"] = report.published.isoformat() if report.published is not None else None
    row["retrieved"] = report.retrieved.isoformat() if report.retrieved is not None else None
    return row | {"rejected": rejected}


def stored_report(row: RowMapping | Mapping[str, Any]) -> StoredReport:
    """Return the report of a row of reports joined with codings."""
    return StoredReport(report=report_of(row), rejected=row["rejected"], engine=row["engine"])


def report_of(row: RowMapping | Mapping[str, Any]) -> Report:
    """Return the report of a row of reports."""
    return Report(
        published=_moment(row["published"]),
        retrieved=datetime.fromisoformat(row["retrieved"]) if row["retrieved"] is not None else None,
        **{name: row[name] for name in _REPORT_FIELDS},
    )


def mention_rows(coding: Coding) -> list[Row]:
    """Return the rows of the mentions of a coding, numbered from 1."""
    return [
        {
            "report_id": coding.report_id,
            "number": number,
            "mention_id": mention.mention_id,
            "event_type": mention.event_type.value.value,
            "payload": dump(mention),
        }
        for number, mention in enumerate(coding.mentions, start=1)
    ]


def kind_rows(coding: Coding, field: str) -> list[Row]:
    """Return the rows of the statements or relations of a coding, numbered from 1."""
    return [
        {"report_id": coding.report_id, "number": number, "kind": noun.kind.value, "payload": dump(noun)}
        for number, noun in enumerate(getattr(coding, field), start=1)
    ]


def incident_row(incident: Incident) -> Row:
    """Return the row of an incident."""
    when, where = incident.when.value, incident.where.value
    return {
        "incident_id": incident.incident_id,
        "event_type": incident.event_type.value.value,
        "earliest": when.earliest.isoformat() if when is not None and when.earliest is not None else None,
        "latest": when.latest.isoformat() if when is not None and when.latest is not None else None,
        "country": where.country if where is not None else None,
        "payload": dump(incident),
    }


def decision_row(decision: Decision) -> Row:
    """Return the row of a decision, without its number."""
    return {"decision_id": decision.decision_id, "kind": decision.kind.value, "payload": dump(decision)}


def _moment(value: str | None) -> date | None:
    """Return a day as a date, a day with a time as a datetime."""
    if value is None:
        return None
    return date.fromisoformat(value) if len(value) == _DAY_LENGTH else datetime.fromisoformat(value)
