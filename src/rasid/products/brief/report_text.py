"""The text of a report with its evidence marked."""

from __future__ import annotations

from collections.abc import Collection

from markupsafe import Markup, escape

from rasid.model import Report
from rasid.products.brief.anchors import report_anchor
from rasid.products.brief.highlights import Highlight, Piece, highlights, pieces
from rasid.products.brief.html import el, join
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.paragraphs import paragraphs
from rasid.products.record import Record
from rasid.products.show import show_day


def render_report(report: Report, record: Record, numbering: Numbering) -> Markup:
    """Return one report: its head, and its text word for word with every stretch of evidence linked to its claim."""
    number = numbering.report(report.report_id)
    found = highlights(report, record, numbering)
    return el(
        "article",
        _head(number, report),
        el("div", _text(report, number, found), class_="text", lang=report.language),
        class_="report",
        id=report_anchor(number),
    )


def _head(number: int, report: Report) -> Markup:
    day = report.published_day
    title = report.title or report.source_id or report.report_id
    named = report.source_id if report.source_id != title else None
    facts = [report.publisher, show_day(day) if day is not None else "no date of publication", named]
    return el(
        "header",
        el("h3", el("span", f"R{number}", class_="n"), " ", el("bdi", title)),
        el("p", join((el("bdi", fact) for fact in facts if fact), " \u00b7 "), _link(report.url), class_="sub"),
    )


def _link(url: str | None) -> Markup | None:
    """Return the report's address; only web addresses become links, so that no other scheme can run anything."""
    if url is None:
        return None
    if not url.lower().startswith(("https://", "http://")):
        return el("span", f" \u00b7 {url}", class_="url")
    return join((" \u00b7 ", el("a", url, href=url, rel="noopener noreferrer nofollow", class_="url")))


def _text(report: Report, number: int, found: list[Highlight]) -> list[Markup]:
    """Return the paragraphs; a highlight that runs over a paragraph's end goes on in the next one."""
    starts = {mark.span.start for mark in found}
    cut = list(pieces(len(report.text), found))
    texts = []
    for start, end in paragraphs(report.text):
        inside = [_inside(piece, start, end) for piece in cut if piece.start < end and start < piece.end]
        drawn = [_piece(piece, report.text, number, starts) for piece in inside]
        texts.append(el("p", drawn, dir="auto"))
    return texts


def _inside(piece: Piece, start: int, end: int) -> Piece:
    return Piece(start=max(piece.start, start), end=min(piece.end, end), covering=piece.covering)


def _piece(piece: Piece, text: str, number: int, starts: Collection[int]) -> Markup:
    words = text[piece.start : piece.end]
    anchor = f"r{number}c{piece.start}" if piece.start in starts else None
    if not piece.covering:
        return el("span", words, id=anchor) if anchor else escape(words)
    narrowest = piece.covering[0]
    title = "; ".join(dict.fromkeys(mark.title for mark in piece.covering))
    link = el("a", words, href=f"#{narrowest.anchor}", title=title)
    return el("mark", link, class_=f"g-{narrowest.group}", id=anchor)
