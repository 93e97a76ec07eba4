"""Incident -> one flat row."""

from __future__ import annotations

from rasid.model import Conflict, Incident, Mention
from rasid.products.claims import claims_of
from rasid.products.export.rows import IncidentRow
from rasid.products.export.values import joined, values_of
from rasid.products.record import Record
from rasid.products.speakers import DENIED_BY, show_denial, speaker_name


def incident_row(incident: Incident, record: Record) -> IncidentRow:
    """Return the row of `incident`; `record` holds its mentions and their reports."""
    mentions = record.mentions_of(incident)
    reports = {mention.report_id: record.report_of(mention) for mention in mentions}
    return IncidentRow(
        incident_id=incident.incident_id,
        reports=len(reports),
        publishers=len({report.publisher for report in reports.values() if report.publisher}),
        claims=sum(len(claims_of(mention)) for mention in mentions),
        **values_of(incident, mentions),
        conflicts=joined(_show(conflict) for conflict in incident.conflicts),
        relations=joined(f"{relation.kind.value} {relation.other}" for relation in incident.relations),
        report_ids=joined(reports),
        urls=joined(report.url or "" for report in reports.values()),
        sources=joined(name for mention in mentions for speaker in mention.sources if (name := speaker_name(speaker))),
        evidence=_evidence(mentions, record),
        confidence=round(incident.confidence, 3),
    )


def _show(conflict: Conflict) -> str:
    return f"{conflict.field}: " + " | ".join(dict.fromkeys(_value(value) for _, value in conflict.values))


def _value(value: str) -> str:
    return show_denial(value, {}) if value.startswith(DENIED_BY) else value


def _evidence(mentions: tuple[Mention, ...], record: Record) -> str | None:
    """Return the first sentence of the mention that its coder is surest of."""
    if not mentions:
        return None
    best = max(mentions, key=lambda mention: mention.confidence)
    return joined(span.quote(record.report_of(best).text) for span in best.evidence[:1])
