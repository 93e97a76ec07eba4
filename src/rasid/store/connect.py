"""An SQLite file as an SQLAlchemy engine: settings, transactions, errors in our own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from rasid.errors import NotOurDatabase, StoreError, StoreWriteError

_BUSY_MS = 10_000
# Bound to the connection for the one who writes; readers must not wait for the write lock.
_WRITES = "rasid_writes"
_REMEDIES = {
    "SQLITE_READONLY": "the file is read-only; copy it to where you may write, or change its rights",
    "SQLITE_FULL": "the disk is full; free some space and run again, finished reports are kept",
    "SQLITE_BUSY": "another process has held it for ten seconds; wait for it to end and run again",
    "SQLITE_LOCKED": "another process has held it for ten seconds; wait for it to end and run again",
    "SQLITE_CANTOPEN": "the file or its folder cannot be written; check their rights",
    "SQLITE_IOERR": "the disk reports an error; check it and restore the file from a copy if needed",
}


def connect(path: Path) -> Engine:
    """Return an engine for the SQLite file at `path`, which is created on first writing."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection on one state of the database; raises StoreError or NotOurDatabase when it cannot be read."""
    with _translated(engine, StoreError), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in a transaction that is kept whole or not at all; raises StoreWriteError when it cannot."""
    with _translated(engine, StoreWriteError), engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Leave transactions to SQLAlchemy (the driver's own begin comes too late) and set what is per connection."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: taken at the first write, a busy database would fail without waiting."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _translated(engine: Engine, kind: type[StoreError]) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        name = str(getattr(error.orig, "sqlite_errorname", ""))
        path = engine.url.database
        if name == "SQLITE_NOTADB":
            msg = f"{path} is not a database; give the path of a rasid database, or of a new file"
            raise NotOurDatabase(msg) from error
        remedy = next((text for code, text in _REMEDIES.items() if name.startswith(code)), "check the file")
        act = "written" if kind is StoreWriteError else "read"
        msg = f"{path} could not be {act} ({error.orig}): {remedy}"
        raise kind(msg) from error
