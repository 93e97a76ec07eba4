"""The order and the numbers that incidents and reports have in a brief."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rasid.model import Incident, IncidentRelation, Mention, MentionRole, Report
from rasid.products.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """Incidents by date, those that reports only recall last, and reports by publication; each numbered from 1."""

    incidents: tuple[Incident, ...]
    reports: tuple[Report, ...]
    incident_numbers: Mapping[str, int]
    report_numbers: Mapping[str, int]
    incident_of: Mapping[str, Incident]
    """mention id -> incident"""
    mentions_in: Mapping[str, list[Mention]]
    """report id -> its mentions"""
    incoming: Mapping[str, tuple[tuple[str, IncidentRelation], ...]]
    """incident id -> the relations that lead to it, each with the incident that it leads from"""
    actor_names: Mapping[str, str]
    """actor id -> name"""

    def incident(self, incident_id: str) -> int | None:
        """Return the number of an incident, or None when it is not in the brief."""
        return self.incident_numbers.get(incident_id)

    def report(self, report_id: str) -> int:
        """Return the number of a report."""
        return self.report_numbers[report_id]


def number(record: Record) -> Numbering:
    """Number the incidents and reports of `record`; the same record gives the same numbers."""
    order = {
        incident.incident_id: (told_besides(record.mentions_of(incident)), *_day(incident))
        for incident in record.incidents
    }
    incidents = tuple(sorted(record.incidents, key=lambda incident: order[incident.incident_id]))
    reports = tuple(sorted(record.reports.values(), key=_report_order))
    return Numbering(
        incidents=incidents,
        reports=reports,
        incident_numbers={incident.incident_id: n for n, incident in enumerate(incidents, 1)},
        report_numbers={report.report_id: n for n, report in enumerate(reports, 1)},
        mentions_in=_mentions_in(record),
        incoming=_incoming(incidents),
        actor_names=record.actor_names(),
        incident_of={mention_id: incident for incident in incidents for mention_id in incident.mention_ids},
    )


def _mentions_in(record: Record) -> Mapping[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in record.mentions.values():
        found.setdefault(mention.report_id, []).append(mention)
    return found


def _incoming(incidents: Iterable[Incident]) -> Mapping[str, tuple[tuple[str, IncidentRelation], ...]]:
    found: dict[str, tuple[tuple[str, IncidentRelation], ...]] = {}
    for incident in incidents:
        for relation in incident.relations:
            found[relation.other] = (*found.get(relation.other, ()), (incident.incident_id, relation))
    return found


def told_besides(mentions: tuple[Mention, ...]) -> bool:
    """Tell whether every report tells the incident besides its news, or recalls it."""
    return bool(mentions) and all(mention.role is MentionRole.background for mention in mentions)


def _day(incident: Incident) -> tuple[str, str]:
    when = incident.when.value
    day = (when.earliest or when.latest) if when is not None else None
    return (day.isoformat() if day is not None else "9999", incident.incident_id)


def _report_order(report: Report) -> tuple[str, str]:
    day = report.published_day
    return (day.isoformat() if day is not None else "9999", report.report_id)
