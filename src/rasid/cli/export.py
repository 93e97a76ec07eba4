"""`rasid export`: tables for other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from rasid.cli.apps import new_app
from rasid.cli.options import AsJson, Country, Database, Day, Output, Since, Type, Until, day, selection_of
from rasid.cli.output import print_json, say
from rasid.codebook import load_codebook, render_codebook
from rasid.products.export import FORMATS, Origin, Unit, table_of, write_export
from rasid.products.selection import Selection, record_in
from rasid.store import open_store

app = new_app()


def _formats(words: str) -> tuple[str, ...]:
    """Return the formats of a list with commas."""
    wanted = tuple(name.strip() for name in words.split(",") if name.strip())
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        msg = f"{', '.join(unknown) or 'nothing'} is no format; there are {', '.join(FORMATS)}"
        raise typer.BadParameter(msg)
    return wanted


@app.command()
def export(
    db: Database,
    *,
    output: Output,
    unit: Annotated[Unit, typer.Option(help="What one row stands for.")] = Unit.incident,
    formats: Annotated[
        str, typer.Option("--format", help=f"Formats, with commas between: {', '.join(FORMATS)}.")
    ] = ",".join(FORMATS),
    since: Since = None,
    until: Until = None,
    country: Country = None,
    event_type: Type = None,
    run_date: Annotated[
        Day, typer.Option("--date", formats=["%Y-%m-%d"], help="A day to name in the manifest.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier export.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write incidents or mentions with the codebook and a manifest: to a folder, or to one file if it ends in .zip.

    The output appears whole or not at all, and the same record gives the same files.
    """
    wanted = _formats(formats)
    selection = selection_of(since, until, country, event_type)
    with open_store(db) as store:
        table = table_of(record_in(store, selection), unit)
    origin = _origin(selection, run_date)
    write_export(table, output, origin=origin, formats=wanted, overwrite=overwrite)
    if as_json:
        print_json({"export": str(output), "unit": unit.value, "rows": len(table.entries)})
    else:
        say(f"{output}: {len(table.entries)} {unit.value}s ({selection})")


def _origin(selection: Selection, run_date: Day) -> Origin:
    codebook = load_codebook()
    return Origin(
        filter_text=None if selection.whole else str(selection),
        codebook_version=codebook.version,
        codebook_text=render_codebook(codebook),
        run_date=day(run_date),
    )
