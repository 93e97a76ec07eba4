"""What the exit codes mean; the help and the reference are made from this table."""

from __future__ import annotations

from enum import IntEnum

from rasid.model import Ledger


class Exit(IntEnum):
    """How a command ended. Codes 3 to 6 are those that the errors of `rasid.errors` carry."""

    ok = 0
    error = 1
    usage = 2
    no_input = 3
    store = 4
    export = 5
    unknown_name = 6
    some_failed = 7
    bug = 70
    interrupted = 130


MEANINGS = {
    Exit.ok: "done",
    Exit.error: "an error with a message",
    Exit.usage: "the command was not understood",
    Exit.no_input: "nothing could be read",
    Exit.store: "the database cannot be used",
    Exit.export: "the output cannot be written",
    Exit.unknown_name: "no such id or name",
    Exit.some_failed: "done, but some inputs failed",
    Exit.bug: "a fault in rasid itself",
    Exit.interrupted: "interrupted",
}


def epilog() -> str:
    """Return the exit codes in one line, as the help shows them."""
    return "Exit codes: " + "; ".join(f"{code.value} {meaning}" for code, meaning in MEANINGS.items()) + "."


def exit_of(ledger: Ledger) -> Exit:
    """Return how a run with this account ended."""
    if not ledger.failed:
        return Exit.ok
    return Exit.some_failed if ledger.kept or ledger.rejected else Exit.no_input
