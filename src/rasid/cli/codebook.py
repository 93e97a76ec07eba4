"""`rasid codebook`: the rules that the record is coded by."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any

import typer

from rasid.cli.apps import new_app
from rasid.cli.exits import Exit
from rasid.cli.options import AsJson
from rasid.cli.output import console, print_json, text
from rasid.codebook import ClassEntry, EventEntry, check_codebook, load_codebook, render_codebook
from rasid.codebook.entries import Codebook
from rasid.errors import UnknownNameError

app = new_app("Show the codebook, or check it.")


@app.command()
def show(
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help="An event type or class, such as bombing or ied.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show one entry, or the whole codebook as Markdown."""
    codebook = load_codebook()
    if name is None:
        _show_all(codebook, as_json=as_json)
        return
    entry = find(codebook, name)
    if as_json:
        print_json(plain(entry))
    else:
        console().print(text(_words(entry)))


@app.command()
def check(as_json: AsJson = False) -> None:
    """Check that the codebook is whole and does not contradict itself."""
    codebook = load_codebook()
    problems = [str(problem) for problem in check_codebook(codebook)]
    if as_json:
        print_json({"version": codebook.version, "problems": problems})
    else:
        for problem in problems:
            console().print(text(problem))
        console().print(
            f"codebook {codebook.version}: {len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}"
        )
    raise typer.Exit(Exit.error if problems else Exit.ok)


def find(codebook: Codebook, name: str) -> EventEntry | ClassEntry:
    """Return the event type or class `name`. Raises UnknownNameError with the ids that there are."""
    classes = (codebook.statuses, codebook.statements, codebook.weapons, codebook.tactics, codebook.targets)
    entries: dict[str, EventEntry | ClassEntry] = {entry.id: entry for entries in classes for entry in entries}
    entries |= {event.id.value: event for event in codebook.events}
    if name not in entries:
        msg = f"the codebook has no entry {name!r}; it has {', '.join(sorted(entries))}"
        raise UnknownNameError(msg)
    return entries[name]


def plain(value: Any) -> Any:
    """Return an entry as plain values, fields in their order; unknown as None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _show_all(codebook: Codebook, *, as_json: bool) -> None:
    if as_json:
        print_json(plain(codebook))
    else:
        console().print(text(render_codebook(codebook)), soft_wrap=True, end="")


def _words(entry: EventEntry | ClassEntry) -> str:
    """Return an entry in lines: label, id, definition and, for event types, what is in, what is out and the edges."""
    lines = [f"{entry.label} ({entry.id})", "", entry.definition]
    if isinstance(entry, EventEntry):
        lines += ["", "Includes", *(f"  {item}" for item in entry.includes)]
        lines += ["", "Excludes", *(f"  {item}" for item in entry.excludes)]
        lines += ["", "At the edges", *(f"  {edge.case}: {edge.rule}" for edge in entry.boundaries)]
        lines += ["", "Examples", *(f"  {example.text}" for example in entry.examples)]
    return "\n".join(lines)
