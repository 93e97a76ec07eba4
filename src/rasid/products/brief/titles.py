"""How a brief calls incidents and reports."""

from __future__ import annotations

from markupsafe import Markup

from rasid.model import Incident, Report
from rasid.products.brief.html import el, join
from rasid.products.show import show_day
from rasid.products.words import label

BESIDES = "Told besides the news, or recalled"
"""Heading and mark of incidents that no report tells as news."""


def short_title(incident: Incident) -> str:
    """Return "Attack, Al-Azim"."""
    where = incident.where.value
    return ", ".join(filter(None, (label(incident.event_type.value), where.name if where else None)))


def report_label(report: Report) -> Markup:
    """Return "Northern Wire, 23 January 2022", the name isolated so that its direction leaves the date in order."""
    return join((el("bdi", _name(report)), _day(report)))


def report_words(report: Report) -> str:
    """Return the same as plain text for attributes; the isolates U+2068 and U+2069 stand for the element."""
    return f"\u2068{_name(report)}\u2069{_day(report)}"


def _name(report: Report) -> str:
    """Return the publisher, else the supplier's id, else the report's own."""
    return report.publisher or report.source_id or report.report_id


def _day(report: Report) -> str:
    day = report.published_day
    return f", {show_day(day)}" if day is not None else ""
