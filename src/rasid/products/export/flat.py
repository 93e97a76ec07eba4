"""Mention -> one flat row."""

from __future__ import annotations

from rasid.model import Incident, Mention, Report
from rasid.products.export.rows import FlatRow
from rasid.products.export.values import joined, values_of
from rasid.products.speakers import speaker_name


def flat_row(mention: Mention, settled: Incident, report: Report, incident_id: str | None = None) -> FlatRow:
    """Return the row of `mention` of `report`, `settled` from its own claims alone."""
    return FlatRow(
        source_id=report.source_id,
        report_id=mention.report_id,
        mention_id=mention.mention_id,
        incident_id=incident_id,
        role=mention.role.value,
        **values_of(settled, (mention,)),
        sources=joined(name for speaker in mention.sources if (name := speaker_name(speaker))),
        evidence=joined(span.quote(report.text) for span in mention.evidence[:1]),
        confidence=round(mention.confidence, 3),
    )
