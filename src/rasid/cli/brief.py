"""`rasid brief`: one page to read, print and pass on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rasid.cli.apps import new_app
from rasid.cli.exits import Exit, exit_of
from rasid.cli.options import (
    AsJson,
    Country,
    MaybeDatabase,
    Output,
    Published,
    Publisher,
    Since,
    Type,
    Until,
    UseReader,
    day,
    selection_of,
)
from rasid.cli.output import print_json, say, say_ledger
from rasid.cli.reports import coded, defaults_of, shareable
from rasid.codebook import load_codebook
from rasid.linking import link
from rasid.model import Ledger
from rasid.products.brief import BriefOptions, write_brief
from rasid.products.record import Record, record_of
from rasid.products.selection import Selection, record_in
from rasid.store import open_store

app = new_app()


@app.command()
def brief(
    output: Output,
    *,
    files: Annotated[
        list[Path] | None, typer.Argument(help="Reports to make the brief from, instead of a database.")
    ] = None,
    db: MaybeDatabase = None,
    title: Annotated[str | None, typer.Option(help="Title of the brief.")] = None,
    since: Since = None,
    until: Until = None,
    country: Country = None,
    event_type: Type = None,
    published: Published = None,
    publisher: Publisher = None,
    reader: UseReader = None,
    as_json: AsJson = False,
) -> None:
    """Write one HTML page with incidents, claims and marked reports: from a database, or directly from files.

    --since, --until, --country and --type choose among a database's incidents; --published, --publisher and --reader are
    for files. The page needs no network and no other file.
    """
    if bool(files) == (db is not None):
        msg = "give either reports or --db"
        raise typer.BadParameter(msg)
    selection = selection_of(since, until, country, event_type)
    ledger = Ledger()
    if db is not None:
        with open_store(db) as store:
            record = record_in(store, selection)
    else:
        defaults = defaults_of(published=day(published), publisher=publisher)
        codings = list(coded(files or [], defaults, reader, ledger))
        record = record_of((report for report, _ in codings), (coding for _, coding in codings), link(codings))
    code = exit_of(ledger)
    if code is not Exit.no_input:
        write_brief(record, output, _options(title, selection, shareable(ledger, files) if files else None))
        _tell(record, output, as_json=as_json)
    if files:
        say_ledger(ledger, as_json=as_json)
    raise typer.Exit(code)


def _options(title: str | None, selection: Selection, ledger: Ledger | None) -> BriefOptions:
    named = {"title": title} if title else {}
    chosen = None if selection.whole else str(selection)
    return BriefOptions(**named, chosen=chosen, ledger=ledger, codebook_version=load_codebook().version)


def _tell(record: Record, output: Path, *, as_json: bool) -> None:
    incidents, reports = len(record.incidents), len(record.reports)
    if as_json:
        print_json({"brief": str(output), "incidents": incidents, "reports": reports})
    else:
        say(f"{output}: {incidents} incidents from {reports} reports")
