"""`rasid doctor`: whether this installation, and a database, are sound."""

from __future__ import annotations

from dataclasses import asdict

import typer

from rasid.cli.apps import new_app
from rasid.cli.checks import Check, run_checks
from rasid.cli.exits import Exit
from rasid.cli.options import AsJson, MaybeDatabase
from rasid.cli.output import console, print_json, text

app = new_app()


@app.command()
def doctor(db: MaybeDatabase = None, as_json: AsJson = False) -> None:
    """Check Python, SQLite, the data files, the codebook, the disk and, if one is given, a database."""
    checks = run_checks(db)
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        for check in checks:
            console().print(text(_line(check), "" if check.ok else "bold"))
    raise typer.Exit(Exit.ok if all(check.ok for check in checks) else Exit.error)


def _line(check: Check) -> str:
    return f"{'ok  ' if check.ok else 'FAIL'}  {check.name}: {check.detail}"
