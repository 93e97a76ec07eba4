"""Writes what is generated from the code: the JSON Schemas and the reference pages.

python scripts/build_docs.py            # writes
python scripts/build_docs.py --check    # fails when a committed file is not current
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.testing import CliRunner

from rasid.cli.exits import MEANINGS
from rasid.cli.main import COMMANDS, app, load
from rasid.codebook import load_codebook, render_codebook
from rasid.products.export.rows import FlatRow, IncidentRow, Row, describe
from rasid.products.schemas import KINDS, schema_text

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = Path("src/rasid/data/schemas")
REFERENCE = Path("docs/reference")
_MADE = "<!-- Made by scripts/build_docs.py; change the code, not this page. -->\n\n"


def pages() -> dict[Path, str]:
    """Return path from the repository's root -> text of every generated file."""
    found = {SCHEMAS / f"{name}.schema.json": schema_text(name) for name in KINDS}
    found[REFERENCE / "codebook.md"] = _MADE + render_codebook(load_codebook())
    found[REFERENCE / "cli.md"] = _MADE + cli_page()
    found[REFERENCE / "columns.md"] = _MADE + columns_page()
    return found


def cli_page() -> str:
    """Return the reference of the command line: exit codes, then the help of every command."""
    codes = "".join(f"| {code.value} | {meaning} |\n" for code, meaning in MEANINGS.items())
    head = (
        "# Command line\n\nData goes to standard output, everything else to standard error. Every command has `--json`. "
        "Commands that read reports end with the ledger on standard error: in = kept + rejected (by reason) + failed (by "
        "reason); with a JSON form it is the last line, as JSON.\n\n## Exit codes\n\n| code | meaning |\n|---|---|\n"
    )
    return head + codes + "".join(_help(words) for words in _commands())


def columns_page() -> str:
    """Return the columns of both flat tables."""
    return "# Columns of the flat tables\n" + _columns("Mentions", FlatRow) + _columns("Incidents", IncidentRow)


def _columns(heading: str, row: type[Row]) -> str:
    lines = "".join(f"| `{name}` | {text} |\n" for name, text in describe(row).items())
    return f"\n## {heading}\n\n{row.__doc__}\n\n| column | what it holds |\n|---|---|\n{lines}"


def _commands() -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, those of a noun after the noun."""
    yield ()
    for name in COMMANDS:
        yield (name,)
        yield from ((name, inner) for inner in getattr(load(name), "commands", {}))


def _help(words: tuple[str, ...]) -> str:
    shown = CliRunner().invoke(app, [*words, "--help"], prog_name="rasid", env={"COLUMNS": "80", "RASID_DB": ""})
    if shown.exit_code:
        msg = f"rasid {' '.join(words)} --help failed: {shown.output}"
        raise typer.BadParameter(msg)
    return f"\n## `{' '.join(('rasid', *words))}`\n\n```\n{shown.output.strip()}\n```\n"


def main(*, check: bool) -> int:
    """Write all generated files, or tell which are not current; return the exit code."""
    stale = {path: text for path, text in pages().items() if not _is_current(ROOT / path, text)}
    for path, text in stale.items():
        print(f"{'not current' if check else 'written'}: {path}")
        if not check:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(text, encoding="utf-8")
    return int(check and bool(stale))


def _is_current(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
