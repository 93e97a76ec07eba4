"""Quotations that lead to their place in the report."""

from __future__ import annotations

from markupsafe import Markup

from rasid.model import Span, Speaker
from rasid.products.brief.anchors import span_anchor
from rasid.products.brief.html import el
from rasid.products.brief.numbering import Numbering
from rasid.products.record import Record
from rasid.products.show import show_quote
from rasid.products.speakers import speaker_name


def quote(span: Span, record: Record, numbering: Numbering) -> Markup:
    """Return the words of `span` in quotation marks, linked to where they stand; blanks squeezed, long ones cut."""
    report = record.report(span.report_id)
    words = show_quote(span, report)
    return el(
        "a", el("q", words, dir="auto", lang=report.language), href=f"#{span_anchor(numbering, span)}", class_="quote"
    )


def speaker_words(speaker: Speaker | None) -> Markup:
    """Return who says it: the words of the report, with the canonical name where it tells more."""
    if speaker is None:
        return el("span", "the report itself", class_="speaker self")
    words = speaker_name(speaker)
    if words is None:
        return el("span", "a speaker named only by a pronoun", class_="speaker self")
    name = speaker.actor.name if speaker.actor is not None and speaker.actor.actor_id else None
    known = f" ({name})" if name and name.casefold() not in words.casefold() else None
    return el("span", el("bdi", words), known, class_="speaker")
