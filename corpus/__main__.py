"""The commands of the corpus: `python -m corpus COMMAND --help` says what each takes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.check import check, errors
from corpus.files import REPORTS, read_reports, report_paths
from corpus.markup import read_file, write
from corpus.split import Split, splits, write_frozen
from rasid.errors import RasidError


def _check(options: argparse.Namespace) -> int:
    problems = check(options.paths)
    for problem in problems:
        print(problem)
    wrong, files = errors(problems), len(report_paths(options.paths))
    print(f"{files} reports, {wrong} errors, {len(problems) - wrong} warnings")
    return 1 if wrong else 0


def _format(options: argparse.Namespace) -> int:
    for path in report_paths(options.paths):
        text = write(read_file(path))
        if text.encode() != path.read_bytes():
            path.write_bytes(text.encode())
            print(f"rewritten: {path}")
    return 0


def _split(options: argparse.Namespace) -> int:
    parts = splits(read_reports(options.paths))
    write_frozen(parts)
    print({split.value: sum(part is split for part in parts.values()) for split in Split})
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, text in (
        ("check", _check, "list all that is wrong with reports; exit 1 when something must be mended"),
        ("format", _format, "rewrite reports in canonical form"),
        ("split", _split, "freeze the part (train, dev, test) of reports that have none yet"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument("paths", nargs="*", type=Path, default=[REPORTS], help="files or folders; all reports")
        command.set_defaults(run=run)
    return parser


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
