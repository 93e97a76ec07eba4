"""`rasid code`: what one or a few reports tell, without a database."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from rasid.cli.apps import new_app
from rasid.cli.coded_table import print_coding
from rasid.cli.exits import exit_of
from rasid.cli.options import AsJson, GazetteerFile, Inputs, OwnActors, Published, Publisher, Title, Url, UseReader, day
from rasid.cli.output import console, say_ledger
from rasid.cli.reports import coded, defaults_of
from rasid.linking import settle_mention
from rasid.model import Coding, Ledger, Report

app = new_app()

Codings = Iterable[tuple[Report, Coding]]


class Format(StrEnum):
    """In which form to print."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


@app.command()
def code(
    files: Inputs,
    *,
    published: Published = None,
    publisher: Publisher = None,
    url: Url = None,
    title: Title = None,
    output: Annotated[
        Format,
        typer.Option("--format", help="table: for reading. json: every claim. jsonl, csv: one flat row a mention."),
    ] = Format.table,
    as_json: AsJson = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show the sentences that each incident is told in.")
    ] = False,
    reader: UseReader = None,
    gazetteer: GazetteerFile = None,
    actors: OwnActors = None,
) -> None:
    """Code reports: who did what to whom, where, when, how many, and who says so.

    Prints one block for each incident that a report tells, and what is said around them. Nothing is stored.
    """
    chosen = Format.json if as_json else output
    ledger = Ledger()
    defaults = defaults_of(published=day(published), publisher=publisher, url=url, title=title)
    codings = coded(files, defaults, reader, ledger, gazetteer=gazetteer, actors=actors)
    if chosen is Format.table:
        print_table(codings, evidence=evidence)
    else:
        _PRINTERS[chosen](codings)
    say_ledger(ledger, as_json=chosen is not Format.table)
    raise typer.Exit(exit_of(ledger))


def print_table(codings: Codings, *, evidence: bool) -> None:
    """Print a block for each mention, statement and relation."""
    shown = console()
    for report, coding in codings:
        print_coding(shown, report, coding, evidence=evidence)


def print_json(codings: Codings) -> None:
    """Print a JSON array with one object a report; the form is data/schemas/coding.schema.json."""
    from rasid.products.json_form import coded_report, to_json  # noqa: PLC0415 - 0.15 s, not needed for the other forms

    between = "[\n"
    for report, coding in codings:
        sys.stdout.write(between + to_json(coded_report(report, coding)))
        between = ",\n"
    sys.stdout.write("[]\n" if between == "[\n" else "\n]\n")


def print_jsonl(codings: Codings) -> None:
    """Print one flat row a line; the form is data/schemas/flat.schema.json."""
    for row in _rows(codings):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def print_csv(codings: Codings) -> None:
    """Print the flat rows as CSV, safe to open in a spreadsheet."""
    from rasid.products.export.csv_file import safe  # noqa: PLC0415 - as the rows
    from rasid.products.export.rows import FlatRow, columns  # noqa: PLC0415

    writer = csv.DictWriter(sys.stdout, columns(FlatRow), lineterminator="\n")
    writer.writeheader()
    for row in _rows(codings):
        writer.writerow({name: safe(value) for name, value in row.items()})


def _rows(codings: Codings) -> Iterator[dict[str, str | int | float | None]]:
    from rasid.products.export.flat import flat_row  # noqa: PLC0415 - not needed for the table
    from rasid.products.export.rows import as_values  # noqa: PLC0415

    for report, coding in codings:
        for mention in coding.mentions:
            yield as_values(flat_row(mention, settle_mention(mention), report))


_PRINTERS: dict[Format, Callable[[Codings], None]] = {
    Format.json: print_json,
    Format.jsonl: print_jsonl,
    Format.csv: print_csv,
}
