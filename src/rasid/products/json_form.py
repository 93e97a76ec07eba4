"""The nouns as JSON, and the JSON Schemas of what rasid writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from rasid.model import Coding, Mention, Relation, Report, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """A coding with the head of the report it was made from; the text itself stays with its publisher."""

    report_id: str
    source_id: str | None
    title: str | None
    publisher: str | None
    url: str | None
    published: date | None
    language: str | None
    coded_by: str
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]


def coded_report(report: Report, coding: Coding) -> CodedReport:
    """Return the coding of `report` with the report's head."""
    return CodedReport(
        report_id=report.report_id,
        source_id=report.source_id,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        published=report.published,
        language=report.language,
        coded_by=coding.coded_by,
        mentions=coding.mentions,
        statements=coding.statements,
        relations=coding.relations,
    )


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return the adapter of a class; building one takes milliseconds, so each is built once."""
    return TypeAdapter(kind)


def to_json(value: object) -> str:
    """Return a value of the model as one line of JSON: enums by id, dates as ISO 8601, unknown as null."""
    kind: Any = type(value)
    return adapter(kind).dump_json(value).decode()
