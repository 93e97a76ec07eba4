"""The whole brief: one HTML file that needs no other."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from markupsafe import Markup

from rasid.model import Ledger
from rasid.products.atomic import whole_file
from rasid.products.brief.header import render_header
from rasid.products.brief.highlights import GROUPS
from rasid.products.brief.html import el, join
from rasid.products.brief.incident import render_incident
from rasid.products.brief.index import render_index
from rasid.products.brief.map import render_map
from rasid.products.brief.method import render_method
from rasid.products.brief.numbering import Numbering, number, told_besides
from rasid.products.brief.report_text import render_report
from rasid.products.brief.statements import render_statements
from rasid.products.brief.timeline import MOST_LINES, render_timeline
from rasid.products.record import Record
from rasid.products.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """What a brief says besides the record: title, which part was chosen, the account of the run, the codebook."""

    title: str = "What the reports tell"
    chosen: str | None = None
    ledger: Ledger | None = None
    codebook_version: str | None = None


def render_brief(record: Record, options: BriefOptions | None = None) -> str:
    """Return the brief of `record` as one HTML document; the same input gives the same text on every day."""
    options = options or BriefOptions()
    numbering = number(record)
    news = frozenset(i.incident_id for i in numbering.incidents if not told_besides(record.mentions_of(i)))
    body = el(
        "main",
        render_header(options.title, options.chosen, numbering, news, options.ledger),
        render_timeline(numbering, news),
        render_map(numbering),
        _incidents(record, numbering, news),
        render_statements(record, numbering),
        _reports(record, numbering),
        render_method(numbering, options.codebook_version),
    )
    return f"<!doctype html>\n{_document(options.title, join((_navigation(numbering, record), body)))}\n"


def write_brief(record: Record, target: Path, options: BriefOptions | None = None) -> None:
    """Write the brief to `target`, whole or not at all. Raises ExportError when the disk refuses."""
    with whole_file(target) as part:
        part.write_text(render_brief(record, options), encoding="utf-8", errors="replace", newline="\n")


def _document(title: str, body: Markup) -> Markup:
    style = files("rasid.products.brief").joinpath("brief.css").read_text(encoding="utf-8")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="generator", content="rasid"),
        el("title", title),
        el("style", Markup(style)),  # noqa: S704 - our own file, no text of others
    )
    return el("html", head, el("body", body), lang="en")


def _navigation(numbering: Numbering, record: Record) -> Markup:
    places = [("incidents", "Incidents", len(numbering.incidents)), ("reports", "Reports", len(numbering.reports))]
    if record.statements:
        places.insert(1, ("statements", "Statements", len(record.statements)))
    links = [el("li", el("a", words, el("span", f" ({held})"), href=f"#{anchor}")) for anchor, words, held in places]
    links.append(el("li", el("a", "Method", href="#method")))
    return el("nav", el("ul", links), aria_label="Parts of this brief")


def _incidents(record: Record, numbering: Numbering, news: frozenset[str]) -> Markup:
    cards = [render_incident(n, incident, record, numbering) for n, incident in enumerate(numbering.incidents, 1)]
    index = render_index(numbering, news) if len(cards) > MOST_LINES else None
    return (
        el("section", el("h2", "What happened, and who says so"), index, cards, id="incidents") if cards else Markup("")
    )


def _reports(record: Record, numbering: Numbering) -> Markup:
    if not numbering.reports:
        return Markup("")
    keys = [el("mark", word("groups", group), class_=f"g-{group}") for group in (*GROUPS, "said", "source")]
    texts = [render_report(report, record, numbering) for report in numbering.reports]
    legend = el(
        "p",
        "Marked: ",
        join(keys, " "),
        el("br"),
        "Each mark leads to the claim that rests on it.",
        class_="lead legend",
    )
    return el("section", el("h2", "The reports"), legend, texts, id="reports")
