"""`rasid eval`: how well coded rows agree with a human coder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from rasid.cli.apps import new_app
from rasid.cli.options import AsJson
from rasid.cli.output import console, print_json, say
from rasid.evaluate import Scores, Share, read_key, read_predicted, score

app = new_app()


@app.command()
def evaluate(
    truth: Annotated[Path, typer.Argument(help="The key: TOML or JSON Lines in the form of examples/key.toml.")],
    predicted: Annotated[Path, typer.Argument(help="Flat rows, from `rasid code FILES --format jsonl`.")],
    as_json: AsJson = False,
) -> None:
    """Score coded rows against a key written by a human coder.

    Incidents are matched within each report; fields are compared in the incidents that were found. Intervals are 95 %,
    by drawing the reports again.
    """
    scores = score(read_key(truth), read_predicted(predicted))
    if as_json:
        print_json(_plain(scores))
        return
    console().print(_table(scores.shares))
    say(f"{scores.reports} reports: {scores.found} incidents found, {scores.missed} missed, {scores.extra} extra")
    if scores.rows_outside:
        say(f"{scores.rows_outside} rows are of reports that the key does not have, and are not scored")


def _table(shares: tuple[Share, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("measure")
    for name in ("value", "95 % interval", "n"):
        table.add_column(name, justify="right")
    for share in shares:
        interval = "" if share.low is None or share.high is None else f"{share.low:.3f} to {share.high:.3f}"
        table.add_row(share.name, "" if share.value is None else f"{share.value:.3f}", interval, str(share.n))
    return table


def _plain(scores: Scores) -> dict[str, Any]:
    counts = ("reports", "reports_without_rows", "rows_outside", "found", "missed", "extra")
    shares = {
        share.name: {"value": share.value, "low": share.low, "high": share.high, "hits": share.hits, "n": share.n}
        for share in scores.shares
    }
    return {name: getattr(scores, name) for name in counts} | {"shares": shares}
