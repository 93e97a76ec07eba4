"""From a path to an open store."""

from __future__ import annotations

from pathlib import Path

from rasid.errors import StoreError
from rasid.store.base import Store
from rasid.store.connect import connect
from rasid.store.sqlite import SqliteStore
from rasid.store.upgrade import bring_up_to_date


def open_store(path: str | Path, *, create: bool = False) -> Store:
    """Open the record at `path`; a database of an earlier release is brought up to date.

    Raises StoreError when there is no such file and `create` is not given, or no such folder; NotOurDatabase for a file
    of another program; NewerDatabase for one of a later release; StoreWriteError when it must be written and cannot.
    """
    path = Path(path)
    _check(path, create=create)
    engine = connect(path)
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return SqliteStore(engine)


def _check(path: Path, *, create: bool) -> None:
    if "://" in str(path) or ":/" in str(path):
        msg = f"{path} is an address; this release keeps the record in an SQLite file, give its path"
        raise StoreError(msg)
    if path.is_dir():
        msg = f"{path} is a folder; give the path of a database file"
        raise StoreError(msg)
    if not path.parent.is_dir():
        msg = f"there is no folder {path.parent} to hold {path.name}; create it first"
        raise StoreError(msg)
    if not create and not path.exists():
        msg = f"there is no database {path}; check the path, or make one by ingesting reports into it"
        raise StoreError(msg)
