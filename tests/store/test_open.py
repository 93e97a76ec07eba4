from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from rasid.errors import NewerDatabase, NotOurDatabase, StoreError, StoreWriteError
from rasid.store import open_store
from rasid.store.connect import connect, writing
from rasid.store.schema import REVISION
from rasid.store.sqlite import SqliteStore
from rasid.store.upgrade import APPLICATION_ID, migrate
from tests.make import k, m, r


def _forms(path: Path) -> list[tuple[str, str]]:
    """Return the definitions of all tables, indexes and triggers, blanks and quotes squeezed."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return [(name, " ".join(sql.replace('"', "").split())) for name, sql in rows]


def _pragma(path: Path, pragma: str) -> Any:
    connection = sqlite3.connect(path)
    value = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    connection.close()
    return value


def test_a_new_file_is_marked_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(path, create=True).close()
    assert (_pragma(path, "application_id"), _pragma(path, "user_version")) == (APPLICATION_ID, REVISION)
    assert _pragma(path, "journal_mode") == "wal"
    with open_store(path) as store:
        assert list(store.reports()) == []


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with open_store(path) as store:
        assert store.decisions() == ()


def test_migrating_from_nothing_gives_the_tables_of_a_new_file(tmp_path: Path) -> None:
    open_store(tmp_path / "new.db", create=True).close()
    engine = connect(tmp_path / "old.db")
    with writing(engine) as connection:
        migrate(connection)
    engine.dispose()
    assert _forms(tmp_path / "old.db") == _forms(tmp_path / "new.db")


def test_an_older_database_is_brought_up_to_date_on_opening(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    old = sqlite3.connect(path)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.close()
    with open_store(path) as store:
        store.put_coded(r(), k(r(), m(r())), engine="e/1")
        assert len(list(store.mentions())) == 1
    assert _pragma(path, "user_version") == REVISION


def test_opening_a_current_database_does_not_import_the_migration_tool(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(path, create=True).close()
    code = f"import sys; from rasid.store import open_store; open_store({str(path)!r}).close(); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "False"


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (title TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotOurDatabase, match=r"other\.db is a database of another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Eleven soldiers were killed. " * 200)
    with pytest.raises(NotOurDatabase, match="is not a database"):
        open_store(path)


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_store(path, create=True).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {REVISION + 1}")
    newer.close()
    with pytest.raises(NewerDatabase, match=f"has form {REVISION + 1}"):
        open_store(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.db", "there is no database"),
        ("nowhere/record.db", "there is no folder"),
        (".", "is a folder"),
        ("postgresql://host/record", "is an address"),
    ],
)
def test_paths_that_cannot_be_opened(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        open_store(name if "://" in name else tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("pragma", "remedy"),
    [("query_only = ON", "the file is read-only"), ("max_page_count = 1", "the disk is full")],
)
def test_what_cannot_be_written_says_why_and_keeps_what_was_there(tmp_path: Path, pragma: str, remedy: str) -> None:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        store.put_coded(r("Kept."), k(r("Kept.")), engine="e/1")
    engine = connect(path)
    event.listen(engine, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
    with SqliteStore(engine) as store:
        big = r("word " * 20_000)
        with pytest.raises(StoreWriteError, match=remedy):
            store.put_coded(big, k(big), engine="e/1")
        assert [stored.report.text for stored in store.reports()] == ["Kept."]


def test_a_database_that_another_process_holds_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rasid.store.connect._BUSY_MS", 20)
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreWriteError, match="another process"):
            store.put_coded(r(), k(r()), engine="e/1")
        assert list(store.reports()) == []
        holder.execute("ROLLBACK")
        holder.close()
        store.put_coded(r(), k(r()), engine="e/1")
        assert len(list(store.reports())) == 1
