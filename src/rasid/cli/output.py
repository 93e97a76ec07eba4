"""What commands say: data on standard output, everything else on standard error."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from rich.console import Console, RenderableType
from rich.text import Text

from rasid.model import Ledger

# Control characters in a report could move the cursor or colour the terminal; blanks and line ends are kept.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_WIDTH_WITHOUT_TERMINAL = 100


def console(*, error: bool = False) -> Console:
    """Return a console that neither reads markup nor guesses colours in what reports say."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def text(words: str, style: str = "") -> Text:
    """Return words of a report or a label for the console, without control characters."""
    return Text(clean(words), style=style)


def print_wrapped(console: Console, words: Text, *, first: str = "", rest: str = "") -> None:
    """Print words wrapped to the console, the first line after `first` and the others after `rest`, which are dim.

    No line ends with blanks, so that the output can be compared and mailed.
    """
    for number, line in enumerate(words.wrap(console, max(console.width - len(rest), 20))):
        printed = Text.assemble((rest if number else first, "dim"), line)
        printed.rstrip()
        console.print(printed, soft_wrap=True)


def print_drawn(console: Console, drawn: RenderableType) -> None:
    """Print a table or the like, no line of it with blanks at the end."""
    for line in console.render_lines(drawn, pad=False):
        printed = Text.assemble(*((segment.text, segment.style or "") for segment in line if not segment.control))
        printed.rstrip()
        console.print(printed, soft_wrap=True)


def clean(words: str) -> str:
    """Replace control characters by U+FFFD."""
    return _CONTROLS.sub("\ufffd", words)


def print_json(value: Any) -> None:
    """Print plain values as indented JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def say(words: str) -> None:
    """Tell a person something beside the data."""
    sys.stderr.write(clean(words) + "\n")


def say_ledger(ledger: Ledger, *, as_json: bool) -> None:
    """Tell the account of a run: what failed, one line each, then the sums; as JSON it is the last line alone."""
    if as_json:
        entries = [
            {"source": entry.source, "reason": entry.reason, "detail": entry.detail, "kind": kind}
            for kind, listed in (("rejected", ledger.rejected), ("failed", ledger.failed))
            for entry in listed
        ]
        sys.stderr.write(json.dumps({"ledger": ledger.summary(), "not_kept": entries}, ensure_ascii=False) + "\n")
        return
    for entry in ledger.failed:
        say(f"failed: {entry.source}: {entry.detail or entry.reason}")
    say(str(ledger))
