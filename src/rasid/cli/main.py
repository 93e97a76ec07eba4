"""The `rasid` command: finds the command that is asked for, and turns errors into messages and exit codes."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from rasid.cli.exits import Exit, epilog
from rasid.errors import RasidError

COMMANDS = {
    "code": "Code reports: who did what to whom, and who says so.",
    "run": "Read reports into a database and link them into incidents.",
    "incidents": "List incidents, or show one with every claim.",
    "brief": "Write a page with incidents, claims and marked reports.",
    "export": "Write CSV, JSON Lines and GeoJSON with the codebook.",
    "where": "Show which place a phrase means, and why.",
    "when": "Show which days the times of a text mean, and why.",
    "who": "Show whom words for an actor mean, and why.",
    "codebook": "Show the codebook, or check it.",
    "eval": "Score coded rows against a key.",
    "doctor": "Check this installation and a database.",
}
"""Name -> one line of help. The module `rasid.cli.<name>` is imported only when its command is run."""


_OBJECTS = 100_000
"""New objects before unused ones are looked for: the tables that a command loads stay, and looking through them took a sixth of it."""


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and help, and imports one only to run it: help stays fast."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, line in COMMANDS.items():
            self.add_command(TyperCommand(name, help=line))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Replace the stand-in that the name leads to by the command itself."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, load(name) if name is not None else command, rest


def load(name: str) -> Any:
    """Return the command `name` with all its options."""
    command = typer.main.get_command(import_module(f"rasid.cli.{name}").app)
    command.name = name
    return command


app = typer.Typer(
    cls=LazyGroup,
    help="Reads news reports of armed violence into a record of incidents, claims and evidence. Works offline.",
    epilog=epilog(),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from rasid.products.version import rasid_version  # noqa: PLC0415 - keeps the help fast

        typer.echo(f"rasid {rasid_version()}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads news reports of armed violence into a record of incidents, claims and evidence. Works offline."""


def run() -> None:
    """Run the command line. An error of rasid ends with its message and code; any other is a fault, and says so."""
    gc.set_threshold(_OBJECTS)
    try:
        app()
    except RasidError as error:
        typer.echo(f"rasid: {error}", err=True)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the last place where a fault can be told to the user in words
        typer.echo(_fault(error), err=True)
        sys.exit(Exit.bug)


def _fault(error: Exception) -> str:
    """Return the message for a fault in rasid; RASID_TRACEBACK=1 shows where it arose."""
    import os  # noqa: PLC0415 - only on the way out
    import traceback  # noqa: PLC0415

    if os.environ.get("RASID_TRACEBACK"):
        return "".join(traceback.format_exception(error))
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"rasid: this is a fault in rasid, not in your input: {type(error).__name__}: {error} "
        f"({last.filename.rpartition('/')[2]}:{last.lineno}). Run it again with RASID_TRACEBACK=1 in the environment "
        "and pass on to those who maintain rasid what it prints, with the input if you may share it"
    )
