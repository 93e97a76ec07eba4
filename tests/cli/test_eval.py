from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.errors import SourceError

KEY = '[[report]]\nfile = "a.md"\n[[report.incident]]\ntype = "attack"\nkilled = [4, 4, 4]\nplace = "Gao"\ndate = "none"\n'
ROW = {
    "source_id": "x/a.md",
    "report_id": "r",
    "event_type": "attack",
    "killed_best": 4,
    "killed_low": 4,
    "place_text": "Gao",
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    key, rows = tmp_path / "key.toml", tmp_path / "rows.jsonl"
    key.write_text(KEY, encoding="utf-8")
    rows.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    return str(key), str(rows)


def _eval(*words: str) -> Result:
    return CliRunner().invoke(app, ["eval", *words])


def test_the_table_tells_value_interval_and_n(files: tuple[str, str]) -> None:
    shown = _eval(*files)

    assert shown.exit_code == Exit.ok
    assert "killed best" in shown.stdout
    assert "1 incidents found, 0 missed, 0 extra" in shown.stderr


def test_json_has_the_same(files: tuple[str, str]) -> None:
    found = json.loads(_eval(*files, "--json").stdout)

    assert (found["found"], found["shares"]["recall"]["value"], found["shares"]["place"]["n"]) == (1, 1.0, 1)


def test_a_missing_file_ends_with_three(files: tuple[str, str]) -> None:
    shown = _eval(files[0], "none.jsonl")

    assert isinstance(shown.exception, SourceError)
    assert shown.exception.exit_code == Exit.no_input
