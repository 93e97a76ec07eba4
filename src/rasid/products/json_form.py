"""The nouns as JSON, and the JSON Schemas of what rasid writes."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from rasid.model import Coding, Incident, Mention, PlacePrecision, Relation, Report, Statement
from rasid.products.geo import rounded
from rasid.products.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """What is known of a report but its text, which stays with its publisher."""

    report_id: str
    source_id: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: date | datetime | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport(ReportHead):
    """A coding with the head of the report it was made from."""

    coded_by: str
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClaims:
    """An incident with the settled values, the mentions they are settled from with every claim, and the reports' heads."""

    incident: Incident
    mentions: tuple[Mention, ...]
    reports: tuple[ReportHead, ...]


def coded_report(report: Report, coding: Coding) -> CodedReport:
    """Return the coding of `report` with the report's head."""
    return CodedReport(
        **_head(report),
        coded_by=coding.coded_by,
        mentions=coding.mentions,
        statements=coding.statements,
        relations=coding.relations,
    )


def incident_claims(incident: Incident, record: Record) -> IncidentClaims:
    """Return `incident` with all that `record` holds of its accounts, earliest report first."""
    mentions = record.mentions_of(incident)
    reports = {mention.report_id: record.report_of(mention) for mention in mentions}
    heads = tuple(ReportHead(**_head(report)) for report in reports.values())
    return IncidentClaims(incident=incident, mentions=mentions, reports=heads)


def _head(report: Report) -> dict[str, Any]:
    return {field.name: getattr(report, field.name) for field in fields(ReportHead)}


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return the adapter of a class; building one takes milliseconds, so each is built once."""
    return TypeAdapter(kind)


def to_plain(value: object) -> Any:
    """Return a value of the model as dicts, lists and plain values: enums by id, dates as ISO 8601, unknown as None.

    Points are rounded to what the precision of their place supports.
    """
    kind: Any = type(value)
    return _coarse(adapter(kind).dump_python(value, mode="json"))


def to_json(value: object) -> str:
    """Return a value of the model as one line of JSON, as to_plain gives it."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def _coarse(node: Any) -> Any:
    """Return plain values with every point rounded; a place is known by the names of its fields."""
    if isinstance(node, list):
        return [_coarse(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.keys() >= {"lat", "lon", "precision"} and node["lat"] is not None:
        lat, lon = rounded(node["lat"], node["lon"], PlacePrecision(node["precision"]))
        return node | {"lat": lat, "lon": lon}
    return {key: _coarse(item) for key, item in node.items()}
