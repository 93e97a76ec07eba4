"""How a brief calls incidents and reports."""

from __future__ import annotations

from rasid.model import Incident, Report
from rasid.products.show import show_day
from rasid.products.words import label


def short_title(incident: Incident) -> str:
    """Return "Attack, Al-Azim"."""
    where = incident.where.value
    return ", ".join(filter(None, (label(incident.event_type.value), where.name if where else None)))


def report_label(report: Report) -> str:
    """Return "Northern Wire, 23 January 2022"; the supplier's id or the report's own where the publisher is unknown."""
    name = report.publisher or report.source_id or report.report_id
    day = report.published_day
    return f"{name}, {show_day(day)}" if day is not None else name
