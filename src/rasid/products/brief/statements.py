"""What is said around the incidents: who warns, claims, denies, judges."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from rasid.model import Statement, StatementKind
from rasid.products.brief.anchors import incident_anchor
from rasid.products.brief.html import el
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.quotes import quote, speaker_words
from rasid.products.brief.titles import report_label, short_title
from rasid.products.record import Record
from rasid.products.words import word


def render_statements(record: Record, numbering: Numbering) -> Markup:
    """Return all statements by kind, or an empty string when there are none; they are not counted as incidents."""
    if not record.statements:
        return Markup("")
    numbered = list(enumerate(record.statements, 1))
    groups = [
        _group(kind, [pair for pair in numbered if pair[1].kind is kind], record, numbering) for kind in StatementKind
    ]
    note = "Kept apart from what happened: these are words, not acts."
    return el("section", el("h2", "Who says what"), el("p", note, class_="lead"), groups, id="statements")


def _group(
    kind: StatementKind, found: list[tuple[int, Statement]], record: Record, numbering: Numbering
) -> Markup | None:
    if not found:
        return None
    items = [_statement(number, statement, record, numbering) for number, statement in found]
    return el("div", el("h3", word("statements", kind)), el("ul", items), class_="statements")


def _statement(number: int, statement: Statement, record: Record, numbering: Numbering) -> Markup:
    topic = f" on {word('topics', statement.topic)}" if statement.topic is not None else ""
    report = record.report(statement.report_id)
    return el(
        "li",
        speaker_words(statement.speaker),
        f" {word('statement_verbs', statement.kind)}{topic}: ",
        quote(statement.evidence[0], record, numbering),
        el("small", report_label(report), _about(statement, numbering), class_="from"),
        id=f"s{number}",
    )


def _about(statement: Statement, numbering: Numbering) -> Iterable[Markup | str]:
    """Return links to the incidents that a statement is about."""
    incidents = {
        numbering.incident_of[mention_id].incident_id
        for mention_id in statement.about
        if mention_id in numbering.incident_of
    }
    numbers = sorted(numbering.incident_numbers[incident_id] for incident_id in incidents)
    for number in numbers:
        yield " \u00b7 about "
        yield el("a", f"{number} {short_title(numbering.incidents[number - 1])}", href=f"#{incident_anchor(number)}")
