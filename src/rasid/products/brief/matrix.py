"""The claims of one incident: a row for each field, a column for each report."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from rasid.model import Claim, Mention, Stance
from rasid.products.brief.anchors import field_anchor, report_anchor
from rasid.products.brief.html import Child, el
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.quotes import quote, speaker_words
from rasid.products.brief.titles import report_label, report_words
from rasid.products.claims import FIELDS, field_claims, is_shown, shown_claims
from rasid.products.record import Record
from rasid.products.show import show_claim
from rasid.products.speakers import speaker_name
from rasid.products.words import word


def render_matrix(number: int, mentions: tuple[Mention, ...], record: Record, numbering: Numbering) -> Markup:
    """Return the table of claims of incident `number`."""
    heads = [_head(mention, record, numbering) for mention in mentions]
    rows = [_row(number, field, mentions, record, numbering) for field in FIELDS if _told(field, mentions)]
    table = el(
        "table",
        el("caption", "Every claim, who makes it and in which words", class_="unseen"),
        el("thead", el("tr", el("td"), heads)),
        el("tbody", rows),
        class_="claims",
    )
    return el("div", table, class_="scroll", tabindex=0, role="region", aria_label=f"Claims on incident {number}")


def _told(field: str, mentions: tuple[Mention, ...]) -> bool:
    """Leave out fields that nobody speaks of."""
    return any(is_shown(field, claim) for mention in mentions for claim in field_claims(mention, field))


def _head(mention: Mention, record: Record, numbering: Numbering) -> Markup:
    report = record.report_of(mention)
    number = numbering.report(report.report_id)
    return el("th", el("a", report_label(report), href=f"#{report_anchor(number)}"), scope="col")


def _row(number: int, field: str, mentions: tuple[Mention, ...], record: Record, numbering: Numbering) -> Markup:
    cells = [_cell(mention, field, record, numbering) for mention in mentions]
    return el("tr", el("th", word("fields", field), scope="row"), cells, id=field_anchor(number, field))


def _cell(mention: Mention, field: str, record: Record, numbering: Numbering) -> Markup:
    claims = [_claim(claim, record, numbering) for claim in shown_claims(mention, field)]
    told: Child = el("ul", claims) if claims else el("span", "not told", class_="none")
    return el("td", told, data_report=report_words(record.report_of(mention)), class_=None if claims else "empty")


def _claim(claim: Claim[Any], record: Record, numbering: Numbering) -> Markup:
    return el(
        "li",
        el("span", show_claim(claim), class_="value", dir="auto"),
        " ",
        speaker_words(claim.said_by) if speaker_name(claim.said_by) is not None else None,
        stance_chip(claim.stance),
        quote(claim.evidence[0], record, numbering),
        el("small", claim.reason, class_="reason") if claim.reason else None,
        class_=f"claim {claim.stance.value}",
    )


def stance_chip(stance: Stance) -> Markup | None:
    """Return a word for how the speaker stands to the claim; nothing where it is plainly said."""
    if stance is Stance.asserted:
        return None
    return el("span", word("stances", stance), class_=f"chip {stance.value}")
