"""The commands of the corpus: `python -m corpus COMMAND --help` says what each takes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import commands
from corpus.files import REPORTS
from corpus.texts import PACKS
from rasid.errors import RasidError

_Run = Callable[[argparse.Namespace], int]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    subs = parser.add_subparsers(required=True, metavar="COMMAND")
    _over_reports(subs, "check", commands.run_check)
    _over_reports(subs, "format", commands.run_format)
    _over_reports(subs, "split", commands.run_split)
    _over_reports(subs, "card", commands.run_card)
    _convert(_command(subs, "convert", None, "turn marked-up reports into standoff and back"))
    notes = _command(subs, "notes", commands.run_notes)
    notes.add_argument("files", nargs="+", type=Path, help="files of notes (NOTES.md)")
    notes.add_argument(
        "--source", nargs="+", choices=PACKS, default=list(PACKS), help="corpora to look documents up in"
    )
    notes.add_argument("--data", type=Path, required=True, help="folder that holds the corpora")
    notes.add_argument("--out", type=Path, required=True, help="JSON lines to write, without any text")
    draft = _command(subs, "draft", commands.run_draft)
    draft.add_argument("docs", nargs="*", help="ids; every document of the corpus without any")
    draft.add_argument("--source", choices=PACKS, required=True)
    draft.add_argument("--data", type=Path, required=True, help="folder that holds the corpora")
    agree = _command(subs, "agree", commands.run_agree)
    agree.add_argument("first", type=Path, help="reports, or standoff (.jsonl)")
    agree.add_argument("second", type=Path, help="the same texts, annotated by another")
    agree.add_argument("--data", type=Path, help="folder that holds the corpora, for standoff without text")
    guard = _over_reports(subs, "guard", commands.run_guard)
    guard.add_argument("--data", type=Path, required=True, help="folder that holds the corpora")
    case = _command(subs, "truecase", commands.run_truecase)
    case.add_argument("file", type=Path, help="a text in upper case")
    return parser


def _convert(command: argparse.ArgumentParser) -> None:
    subs = command.add_subparsers(required=True, metavar="DIRECTION")
    export = _over_reports(subs, "export", commands.run_export)
    export.add_argument("--out", type=Path, required=True, help="JSON lines to write")
    export.add_argument("--bare", action="store_true", help="leave out heads and texts: a second annotation of reports")
    into = _command(subs, "import", commands.run_import)
    into.add_argument("file", type=Path, help="JSON lines with texts")
    into.add_argument("--out", type=Path, required=True, help="folder to write reports below")


def _over_reports(
    subs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: _Run
) -> argparse.ArgumentParser:
    command = _command(subs, name, run)
    command.add_argument("paths", nargs="*", type=Path, default=[REPORTS], help="files or folders; all reports without")
    return command


def _command(
    subs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: _Run | None, text: str = ""
) -> argparse.ArgumentParser:
    text = text or (run.__doc__ if run else None) or ""
    command = subs.add_parser(name, help=text, description=text)
    if run is not None:
        command.set_defaults(run=run)
    return command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except RasidError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return status


if __name__ == "__main__":
    sys.exit(main())
