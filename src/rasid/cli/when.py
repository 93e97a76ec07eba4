"""`rasid when`: which days the times of a text mean, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rasid.cli.apps import new_app
from rasid.cli.exits import Exit
from rasid.cli.options import AsJson, Published, day
from rasid.cli.output import console, print_json, text
from rasid.text.dates import UNDATED

if TYPE_CHECKING:
    from rasid.model import When
    from rasid.resolve.time_explain import TimeReading

app = new_app()


@app.command()
def when(
    words: Annotated[str, typer.Argument(help="A phrase or a whole text: “the attack late on Sunday”.")],
    *,
    published: Published = None,
    as_json: AsJson = False,
) -> None:
    """Show every time expression with its days, their precision and basis, the rule that read it, and other readings.

    Without a day of publication, what is relative counts from a day that the text names, or stays unknown.
    """
    from rasid.resolve.time_explain import explain_times  # noqa: PLC0415 - keeps the help fast

    found = explain_times(words, published=day(published))
    if as_json:
        print_json([plain(reading) for reading in found])
    else:
        show(found)
    raise typer.Exit(Exit.ok if found else Exit.unknown_name)


def show(found: list[TimeReading]) -> None:
    """Print the times for reading."""
    shown = console()
    if not found:
        shown.print(text("no time expression in these words"))
    for reading in found:
        shown.print(text(f"{reading.words}  ({reading.kind}, {reading.start}-{reading.end})", "bold"))
        shown.print(text("  names no day" if reading.kind in UNDATED else f"  {_days(reading.when)}"))
        for other in reading.others:
            shown.print(text(f"  or {_days(other)}", "dim"))


def _days(days: When) -> str:
    if not days.known:
        return f"unknown: {days.rule}"
    ucdp = f", UCDP {days.precision.ucdp}" if days.precision.ucdp is not None else ""
    return f"{days}  {days.precision}{ucdp}; {days.basis}; rule: {days.rule}"


def plain(reading: TimeReading) -> dict[str, Any]:
    """Return a time as plain values."""
    return {
        "start": reading.start,
        "end": reading.end,
        "words": reading.words,
        "kind": reading.kind.value,
        **_plain(reading.when),
        "counted_from": reading.anchor.isoformat() if reading.anchor is not None else None,
        "others": [_plain(other) for other in reading.others],
    }


def _plain(days: When) -> dict[str, Any]:
    return {
        "earliest": days.earliest.isoformat() if days.earliest is not None else None,
        "latest": days.latest.isoformat() if days.latest is not None else None,
        "precision": days.precision.value,
        "ucdp_prec": days.precision.ucdp,
        "basis": days.basis.value,
        "rule": days.rule,
    }
