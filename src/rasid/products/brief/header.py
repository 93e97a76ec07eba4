"""The head of a brief: how much, when, where, and the account of what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from rasid.model import Incident, Ledger, LedgerEntry
from rasid.products.brief.html import el, join
from rasid.products.brief.numbering import Numbering
from rasid.products.countries import country_name
from rasid.products.show import show_days
from rasid.products.words import label

SHOWN_COUNTRIES = 6
"""Countries that are named, those with most incidents first."""
SHOWN_FAILURES = 20
"""Reports not kept that are named one by one; the counts by reason are always whole."""


def render_header(
    title: str, chosen: str | None, numbering: Numbering, news: frozenset[str], ledger: Ledger | None
) -> Markup:
    """Return the head; incidents and reports are counted apart, and no tolls are added up across incidents."""
    told = [incident for incident in numbering.incidents if incident.incident_id in news]
    besides = len(numbering.incidents) - len(told)
    figures = [
        _figure(len(told), "incident", "told as news"),
        _figure(besides, "incident", "told besides") if besides else None,
        _figure(len(numbering.reports), "report", "read"),
    ]
    return el(
        "header",
        el("p", "Incident brief", class_="kicker"),
        el("h1", title, dir="auto"),
        el("p", join(filter(None, (_period(told), _countries(told))), " \u00b7 "), class_="lead"),
        el("ul", figures, class_="figures"),
        el("p", _kinds(told), class_="kinds")
        if told
        else el("p", "No incident was found in these reports.", class_="kinds"),
        el("p", f"Chosen from the record: {chosen}", class_="ledger") if chosen else None,
        _ledger(ledger) if ledger is not None else None,
        class_="masthead",
    )


def _figure(number: int, noun: str, what: str) -> Markup:
    return el("li", el("b", str(number)), el("span", f" {noun}{'' if number == 1 else 's'} {what}"))


def _period(told: Iterable[Incident]) -> str | None:
    """Return the days from the earliest to the latest incident whose date is known."""
    whens = [incident.when.value for incident in told if incident.when.value is not None]
    days = [day for when in whens for day in (when.earliest, when.latest) if day is not None]
    return show_days(min(days), max(days)) if days else None


def _countries(told: Iterable[Incident]) -> str | None:
    counts = Counter(incident.where.value.country for incident in told if incident.where.value is not None)
    codes = sorted((code for code in counts if code), key=lambda code: (-counts[code], code))
    names = list(map(country_name, codes[:SHOWN_COUNTRIES]))
    more = [f"{len(codes) - SHOWN_COUNTRIES} more countries"] if len(codes) > SHOWN_COUNTRIES else []
    return ", ".join(names + more) or None


def _kinds(told: Iterable[Incident]) -> str:
    counts = Counter(incident.event_type.value for incident in told)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return " \u00b7 ".join(f"{label(kind)} {number}" for kind, number in ordered)


def _ledger(ledger: Ledger) -> Markup:
    entries = [*ledger.rejected, *ledger.failed]
    shown = [_entry(entry) for entry in entries[:SHOWN_FAILURES]]
    more = el("li", f"and {len(entries) - SHOWN_FAILURES} more") if len(entries) > SHOWN_FAILURES else None
    account = el("p", f"Reports taken in {ledger.taken_in} = kept {ledger.kept} + set aside {len(ledger.rejected)} + not readable {len(ledger.failed)}", class_="ledger")  # fmt: skip
    if not entries:
        return account
    return join((account, el("details", el("summary", "What was not kept, and why"), el("ul", shown, more))))


def _entry(entry: LedgerEntry) -> Markup:
    detail = f" ({entry.detail})" if entry.detail else ""
    return el("li", el("bdi", entry.source), f": {entry.reason}{detail}")
