"""`rasid incidents`: what a database holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Annotated

import typer
from rich.text import Text

from rasid.cli.apps import new_app
from rasid.cli.claims_table import print_incident
from rasid.cli.options import AsJson, Country, Database, Since, Type, Until, selection_of
from rasid.cli.output import console, print_json, print_wrapped, say, text
from rasid.model import Incident
from rasid.products.export import as_values, incident_row
from rasid.products.json_form import incident_claims, to_plain
from rasid.products.record import Record, record_of
from rasid.products.selection import incidents_in, record_in
from rasid.products.show import show_actor, show_count, show_target, show_when, show_where
from rasid.products.words import label
from rasid.store import Store, open_store

app = new_app("List incidents, or show one with every claim.")


@app.command("list")
def list_incidents(
    db: Database,
    *,
    since: Since = None,
    until: Until = None,
    country: Country = None,
    event_type: Type = None,
    limit: Annotated[int, typer.Option(min=1, help="Show at most so many.")] = 200,
    as_json: AsJson = False,
) -> None:
    """List incidents by date, undated ones last. The JSON form is a list of flat rows."""
    selection = selection_of(since, until, country, event_type)
    with open_store(db) as store:
        if as_json:
            record = record_in(store, selection)
            print_json([as_values(incident_row(incident, record)) for incident in islice(record.incidents, limit)])
            found = len(record.incidents)
        else:
            incidents = incidents_in(store, selection)
            _print(incidents[:limit])
            found = len(incidents)
    shown = f", {limit} shown; --limit shows more" if found > limit else ""
    say(f"{found} incidents ({selection}){shown}")


@app.command()
def show(
    incident_id: Annotated[str, typer.Argument(metavar="ID", help="The incident's id, as `list` shows it.")],
    db: Database,
    as_json: AsJson = False,
) -> None:
    """Show one incident: its settled values, the rules that settled them, and every claim."""
    with open_store(db) as store:
        incident = store.incident(incident_id)
        record = _record_of(store, incident)
    if as_json:
        print_json(to_plain(incident_claims(incident, record)))
    else:
        print_incident(console(), incident, record)


def _record_of(store: Store, incident: Incident) -> Record:
    """Return the record of one incident without reading the whole store."""
    mentions = {mention.mention_id: mention for mention in store.mentions(incident.incident_id)}
    found = (store.find_report(report_id) for report_id in {mention.report_id for mention in mentions.values()})
    reports = [stored.report for stored in found if stored is not None]
    return Record(reports=record_of(reports, ()).reports, mentions=mentions, incidents=(incident,))


def _print(incidents: Iterable[Incident]) -> None:
    shown = console()
    for incident in incidents:
        when, where = show_when(incident.when.value), show_where(incident.where.value)
        head = Text.assemble(
            (f"{incident.incident_id}  ", "cyan"),
            text(f"{when}  "),
            text(label(incident.event_type.value), "bold"),
            text(f"  {where}"),
        )
        print_wrapped(shown, head, rest="    ")
        print_wrapped(shown, text("; ".join(_facts(incident)), "dim"), first="    ", rest="    ")


def _facts(incident: Incident) -> Iterator[str]:
    """Yield what is told of who, whom and how many, and by how many accounts."""
    for name, words in (
        ("who", ", ".join(map(show_actor, incident.perpetrators.value))),
        ("whom", ", ".join(map(show_target, incident.targets.value))),
        ("killed", show_count(incident.killed.value) if incident.killed.value.known else ""),
    ):
        if words:
            yield f"{name}: {words}"
    accounts = len(incident.mention_ids)
    yield f"{accounts} account{'' if accounts == 1 else 's'}"
