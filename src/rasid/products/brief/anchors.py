"""The names that links inside a brief use, so that each is formed in one place."""

from __future__ import annotations

from rasid.model import Span
from rasid.products.brief.numbering import Numbering


def incident_anchor(number: int) -> str:
    """Return the id of an incident's card."""
    return f"i{number}"


def field_anchor(number: int, field: str) -> str:
    """Return the id of one field's row in an incident's table of claims."""
    return f"i{number}-{field}"


def report_anchor(number: int) -> str:
    """Return the id of a report."""
    return f"r{number}"


def span_anchor(numbering: Numbering, span: Span) -> str:
    """Return the id of the place in a report's text where `span` begins."""
    return f"r{numbering.report(span.report_id)}c{span.start}"
