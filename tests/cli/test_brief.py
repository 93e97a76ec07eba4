from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.errors import ExportError


def _brief(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["brief", *map(str, words)])


def test_a_brief_of_a_database(database: Path, tmp_path: Path) -> None:
    shown = _brief("--db", database, "-o", tmp_path / "brief.html", "--title", "The week")

    assert shown.exit_code == Exit.ok
    assert "from 3 reports" in shown.stderr
    assert '<h1 dir="auto">The week</h1>' in (tmp_path / "brief.html").read_text(encoding="utf-8")


def test_a_part_of_a_database_says_what_was_chosen(database: Path, tmp_path: Path) -> None:
    _brief("--db", database, "-o", tmp_path / "brief.html", "--country", "sy")
    text = (tmp_path / "brief.html").read_text(encoding="utf-8")

    assert "Chosen from the record: country SY" in text
    assert 'id="i2"' not in text


def test_a_brief_directly_from_files(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").write_text("", encoding="utf-8")
    shown = _brief(reports, "-o", tmp_path / "brief.html", "--published", "2022-01-23", "--json")

    assert shown.exit_code == Exit.some_failed
    assert json.loads(shown.stdout)["reports"] == 2
    text = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "not readable 1" in text
    assert "<bdi>empty.txt</bdi>: empty" in text
    assert str(tmp_path) not in text
    assert json.loads(shown.stderr.splitlines()[-1])["ledger"]["failed"] == {"empty": 1}


def test_no_brief_is_made_of_nothing(tmp_path: Path) -> None:
    shown = _brief(tmp_path / "none.txt", "-o", tmp_path / "brief.html")

    assert shown.exit_code == Exit.no_input
    assert not (tmp_path / "brief.html").exists()


def test_either_files_or_a_database(database: Path, reports: Path, tmp_path: Path) -> None:
    assert _brief("-o", tmp_path / "b.html").exit_code == Exit.usage
    assert _brief(reports, "--db", database, "-o", tmp_path / "b.html").exit_code == Exit.usage


def test_a_place_that_cannot_be_written_ends_with_five(database: Path, tmp_path: Path) -> None:
    shown = _brief("--db", database, "-o", tmp_path)

    assert isinstance(shown.exception, ExportError)
    assert shown.exception.exit_code == Exit.export
