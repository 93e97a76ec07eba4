"""`rasid run`: reports into a database, and incidents from them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from rasid.cli.apps import new_app
from rasid.cli.exits import exit_of
from rasid.cli.options import AsJson, Database, GazetteerFile, Inputs, OwnActors, Published, Publisher, UseReader, day
from rasid.cli.output import console, print_json, say_ledger
from rasid.cli.reports import defaults_of
from rasid.model import Ledger, Report
from rasid.pipeline import ingest, link_all, load_engine
from rasid.sources import SUFFIXES
from rasid.store import open_store

app = new_app()


@app.command()
def run(
    paths: Inputs,
    *,
    db: Database,
    published: Published = None,
    publisher: Publisher = None,
    reader: UseReader = None,
    gazetteer: GazetteerFile = None,
    actors: OwnActors = None,
    as_json: AsJson = False,
) -> None:
    """Read reports into a database, code them, and link them into incidents.

    The database is made if it is not there. A run may be stopped and repeated: what is stored already is not read again.
    """
    with open_store(db, create=True) as store:
        with _progress(paths, hidden=as_json) as step:
            defaults = defaults_of(published=day(published), publisher=publisher)
            ledger = ingest(
                paths, defaults, store, load_engine(reader, gazetteer=gazetteer, actors=actors), on_report=step
            )
        incidents = link_all(store)
    _tell(db, ledger, len(incidents), as_json=as_json)
    raise typer.Exit(exit_of(ledger))


def _tell(db: Path, ledger: Ledger, incidents: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"database": str(db), "incidents": incidents, "ledger": ledger.summary()})
    else:
        console().print(f"{incidents} incidents in {db}")
    say_ledger(ledger, as_json=as_json)


@contextmanager
def _progress(paths: Sequence[Path], *, hidden: bool) -> Iterator[Callable[[Report], None]]:
    """Show a bar with the time left on standard error, if that is a terminal; yield what to call after each report."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    off = hidden or not sys.stderr.isatty()
    with Progress(*columns, console=console(error=True), transient=True, disable=off) as progress:
        task = progress.add_task("reading", total=None if off else expected(paths))
        yield lambda _: progress.advance(task)


def expected(paths: Sequence[Path]) -> int | None:
    """Return about how many reports `paths` hold: files, and lines of JSON Lines files; None for standard input."""
    if Path("-") in paths:
        return None
    files = [
        file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path]) if file.is_file()
    ]
    return sum(_reports_in(file) for file in files if file.suffix.lower() in SUFFIXES)


def _reports_in(file: Path) -> int:
    if file.suffix.lower() not in {".jsonl", ".ndjson"}:
        return 1
    with file.open("rb") as stream:
        return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
