"""The checks that `rasid doctor` makes; each says what it found and, where it fails, what to try."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from rasid.codebook import check_codebook, load_codebook
from rasid.errors import RasidError
from rasid.products.version import rasid_version
from rasid.store import open_store

PYTHON = (3, 11)
SQLITE = (3, 35)  # RETURNING and dropping of columns, which migrations use
LEAST_FREE = 200 * 1024 * 1024
"""Bytes of free disk below which a run may stop; a database of some ten thousand reports takes about as much."""

DATA = ("codebook", "gazetteer", "actors", "lexicon", "times", "map", "schemas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding."""

    name: str
    ok: bool
    detail: str


def run_checks(db: Path | None) -> list[Check]:
    """Return all findings; a check that raises an error of rasid has failed with that message."""
    checks: list[Callable[[], Check]] = [_rasid, _python, _sqlite, _data, _codebook, lambda: _disk(db)]
    if db is not None:
        checks.append(lambda: _database(db))
    return [_made(check) for check in checks]


def _made(check: Callable[[], Check]) -> Check:
    try:
        return check()
    except RasidError as error:
        return Check(name=type(error).__name__, ok=False, detail=str(error))


def _rasid() -> Check:
    return Check(name="rasid", ok=True, detail=rasid_version())


def _python() -> Check:
    found = sys.version_info[:3]
    wanted = "" if found >= PYTHON else f"; rasid needs {'.'.join(map(str, PYTHON))} or later"
    return Check(name="Python", ok=found >= PYTHON, detail=".".join(map(str, found)) + wanted)


def _sqlite() -> Check:
    ok = sqlite3.sqlite_version_info >= SQLITE
    wanted = "" if ok else f"; rasid needs {'.'.join(map(str, SQLITE))} or later, use a newer Python"
    return Check(name="SQLite", ok=ok, detail=sqlite3.sqlite_version + wanted)


def _data() -> Check:
    root = files("rasid") / "data"
    missing = [name for name in DATA if not (root / name).is_dir()]
    detail = f"missing: {', '.join(missing)}; install rasid again" if missing else "all there"
    return Check(name="data files", ok=not missing, detail=detail)


def _codebook() -> Check:
    codebook = load_codebook()
    problems = len(list(check_codebook(codebook)))
    detail = f"version {codebook.version}, {problems or 'no'} problems"
    return Check(name="codebook", ok=not problems, detail=detail + ("; see rasid codebook check" if problems else ""))


def _disk(db: Path | None) -> Check:
    folder = db.absolute().parent if db is not None else Path.cwd()
    if not folder.is_dir():
        return Check(name="disk", ok=False, detail=f"there is no folder {folder}")
    free = shutil.disk_usage(folder).free
    return Check(name="disk", ok=free >= LEAST_FREE, detail=f"{free / 1024**3:.1f} GiB free in {folder}")


def _database(db: Path) -> Check:
    with open_store(db) as store:
        incidents = sum(1 for _ in store.incidents())
        reports = sum(1 for _ in store.reports())
    return Check(name="database", ok=True, detail=f"{db}: {reports} reports, {incidents} incidents")
