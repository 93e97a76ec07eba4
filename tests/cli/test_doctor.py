from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rasid.cli import checks
from rasid.cli.exits import Exit
from rasid.cli.main import app


def _doctor(*words: str) -> Result:
    return CliRunner().invoke(app, ["doctor", *words])


def test_a_sound_installation_is_found_sound(database: Path) -> None:
    shown = _doctor("--db", str(database))

    assert shown.exit_code == Exit.ok
    assert "FAIL" not in shown.stdout
    assert "3 reports" in shown.stdout.replace("\n", " ")


def test_json_names_every_check(database: Path) -> None:
    found = json.loads(_doctor("--db", str(database), "--json").stdout)

    assert [check["name"] for check in found] == [
        "rasid",
        "Python",
        "SQLite",
        "data files",
        "codebook",
        "disk",
        "database",
    ]


def test_a_bad_database_fails_with_its_message(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database, only some notes of mine", encoding="utf-8")
    shown = _doctor("--db", str(tmp_path / "notes.db"))

    assert shown.exit_code == Exit.error
    assert "FAIL  NotOurDatabase" in shown.stdout


def test_missing_data_and_a_full_disk_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "DATA", ("codebook", "no_such_data"))
    monkeypatch.setattr(checks, "LEAST_FREE", 1 << 80)
    failed = {check.name: check.detail for check in checks.run_checks(None) if not check.ok}

    assert "missing: no_such_data" in failed["data files"]
    assert "disk" in failed
