from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.cli.run import expected
from rasid.errors import NotOurDatabase, StoreError, StoreWriteError
from rasid.store import open_store


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["run", *map(str, words)])


def test_reports_become_incidents_in_a_database(reports: Path, tmp_path: Path) -> None:
    shown = _run(reports, "--db", tmp_path / "x.db", "--published", "2022-01-23")

    assert shown.exit_code == Exit.ok
    assert "incidents in" in shown.stdout
    assert shown.stderr.splitlines()[-1] == "in 2 = kept 2 + rejected 0 + failed 0"
    with open_store(tmp_path / "x.db") as store:
        assert len(list(store.mentions())) == 6


def test_the_record_holds_no_path_of_this_machine(reports: Path, tmp_path: Path) -> None:
    (reports / "deep").mkdir()
    (reports / "deep" / "c.txt").write_text("Nothing happened.", encoding="utf-8")
    (tmp_path / "lone.txt").write_text("All was quiet.", encoding="utf-8")
    _run(reports, tmp_path / "lone.txt", "--db", tmp_path / "x.db")

    with open_store(tmp_path / "x.db") as store:
        names = {stored.report.source_id for stored in store.reports()}
    assert names == {"wire.txt", "daily.txt", "deep/c.txt", "lone.txt"}


def test_a_second_run_changes_nothing(reports: Path, tmp_path: Path) -> None:
    first, second = (_run(reports, "--db", tmp_path / "x.db", "--json") for _ in range(2))

    assert json.loads(first.stdout) == json.loads(second.stdout)


def test_the_account_is_told_as_json(reports: Path, tmp_path: Path) -> None:
    (reports / "empty.txt").write_text("", encoding="utf-8")
    shown = _run(reports, "--db", tmp_path / "x.db", "--json")
    told = json.loads(shown.stderr.splitlines()[-1])

    assert shown.exit_code == Exit.some_failed
    assert (
        json.loads(shown.stdout)["ledger"]
        == told["ledger"]
        == {"in": 3, "kept": 2, "rejected": {}, "failed": {"empty": 1}}
    )
    assert told["not_kept"][0]["source"] == str(reports / "empty.txt")


def test_nothing_readable_ends_with_three(tmp_path: Path) -> None:
    assert _run(tmp_path / "none.txt", "--db", tmp_path / "x.db").exit_code == Exit.no_input


def test_a_text_file_is_no_database_and_stays_as_it_is(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("my notes, not a database at all, with some words", encoding="utf-8")
    shown = _run(reports, "--db", tmp_path / "notes.db")

    assert isinstance(shown.exception, NotOurDatabase)
    assert shown.exception.exit_code == Exit.store
    assert (tmp_path / "notes.db").read_text(encoding="utf-8").startswith("my notes")


def test_a_database_that_cannot_be_written_ends_with_four(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        msg = "the file is read-only"
        raise StoreWriteError(msg)

    monkeypatch.setattr("rasid.store.sqlite.SqliteStore.put_coded", refuse)
    shown = _run(reports, "--db", tmp_path / "x.db")

    assert isinstance(shown.exception, StoreError)
    assert shown.exception.exit_code == Exit.store


def test_expected_counts_files_and_lines(reports: Path) -> None:
    (reports / "a.jsonl").write_text("{}\n{}\n{}\n", encoding="utf-8")
    (reports / "photo.jpg").write_bytes(b"")

    assert expected([reports]) == 5
    assert expected([reports / "a.jsonl", Path("-")]) is None
