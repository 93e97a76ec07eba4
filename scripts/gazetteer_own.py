"""Puts the hand-made tables (data/gazetteer/own/*.toml) into a gazetteer file, or takes them out again.

An own entry that is a unit or a settlement GeoNames has too adds its names to that place and settles its name, kind, point
and extent; the values before are kept in table `before`, so that the tables can be applied again. Any other entry becomes a
place of its own, `own:COUNTRY/name`.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from rasid.resolve.gazetteer import MICRO, OWN
from rasid.resolve.place_kinds import ADMINISTRATIVE, KINDS, SETTLEMENTS
from rasid.text.names import fold, name_key

_FIRST_ID = 100_000
_SAME_PLACE_KM, _SAME_QUARTER_KM = 15.0, 6.0
_SURE_KM, _CITIES_KM = 30, 80.0
_RECORD = frozenset({"kind", "at", "km", "also", "short", "people"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of an own table with the unit it stands in; `code` is given where the entry is that unit itself."""

    name: str
    kind: str
    unit: str
    district: str = ""
    code: str = ""
    at: tuple[float, float] | None = None
    km: int | None = None
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name without what only tells it apart, "(Diyala)", and the further names."""
        return (re.sub(r"\s*\([^)]*\)$", "", self.name), *self.also)


def read_tables(folder: Path) -> list[Entry]:
    """All entries of all tables, in the order of files and lines; raises ValueError for an unknown field or kind."""
    entries = []
    for path in sorted(folder.glob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        read = _country_entries if path.stem == "countries" else _unit_entries
        for entry in read(raw):
            if entry.kind not in KINDS:
                msg = f"{path.name}: {entry.name} has the kind {entry.kind!r}; known are {', '.join(KINDS)}"
                raise ValueError(msg)
            entries.append(entry)
    return entries


def _country_entries(raw: dict[str, Any]) -> Iterator[Entry]:
    for code, record in raw.items():
        yield _entry(code, "country", "", record, code=code)


def _unit_entries(raw: dict[str, Any]) -> Iterator[Entry]:
    for unit, sections in raw.items():
        for section, records in sections.items():
            if section == "self":
                yield _entry("", "admin1", unit, records, code=unit)
                continue
            district = "" if section in {"places", "districts"} else section
            for name, record in records.items():
                kind = "admin2" if section == "districts" else record["kind"]
                yield _entry(name, kind, unit, record, district=district)


def _entry(name: str, kind: str, unit: str, record: dict[str, Any], **more: str) -> Entry:
    if unknown := set(record) - _RECORD:
        msg = f"{unit} {name}: unknown field {', '.join(sorted(unknown))}; known are {', '.join(sorted(_RECORD))}"
        raise ValueError(msg)
    return Entry(
        name=name,
        kind=kind,
        unit=unit,
        district=more.get("district", ""),
        code=more.get("code", ""),
        at=tuple(record["at"]) if "at" in record else None,
        km=record.get("km"),
        also=tuple(record.get("also", ())),
        short=tuple(record.get("short", ())),
        people=tuple(record.get("people", ())),
    )


def apply_own(db: sqlite3.Connection, folder: Path) -> Iterator[str]:
    """Replaces what an earlier run put in; yields a line for each entry that wants a look, then the totals."""
    _undo(db)
    entries = read_tables(folder)
    number, merged = _FIRST_ID, 0
    for entry in sorted(entries, key=lambda e: (e.kind != "country", not e.code, e.kind != "admin2")):
        row = _twin(db, entry)
        if row is None and entry.code:
            yield f"no place has the code {entry.code}"
            continue
        if row is None:
            number += 1
            _insert(db, number, entry)
            row = number
        else:
            merged += 1
            yield from _merge(db, row, entry)
        _add_keys(db, row, entry)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('own', ?)", (digest(folder),))
    yield f"{len(entries)} own entries, {merged} merged with GeoNames places"


def digest(folder: Path) -> str:
    """SHA-256 over the tables, kept in the file so that a table changed without a build is noticed."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _undo(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM name WHERE alt BETWEEN 4 AND 7")
    db.execute("UPDATE name SET alt = alt - 8 WHERE alt >= 8")
    db.execute("DELETE FROM people")
    db.execute("DELETE FROM place WHERE ref GLOB 'own:*'")
    db.execute(
        "UPDATE place SET (name, kind, lat, lon, extent) = "
        "(SELECT name, kind, lat, lon, extent FROM before WHERE before.id = place.id) WHERE id IN (SELECT id FROM before)"
    )
    db.execute("DELETE FROM before")


def _unit_row(db: sqlite3.Connection, code: str) -> int | None:
    code = code.removesuffix(".-")
    found = db.execute("SELECT id FROM place WHERE ref = ?", (code,)).fetchone()
    return found[0] if found else None


def _twin(db: sqlite3.Connection, entry: Entry) -> int | None:
    """The GeoNames place that the entry is, if there is one."""
    if entry.code:
        return _unit_row(db, entry.code)
    if entry.kind in ADMINISTRATIVE:
        return next((row for row, _ in _namesakes(db, entry, {entry.kind})), None)
    if entry.kind not in SETTLEMENTS:
        return None
    allowed = _SAME_PLACE_KM if entry.kind != "quarter" else _SAME_QUARTER_KM
    found = [(away, row) for row, away in _namesakes(db, entry, {"city", "capital"}) if away <= allowed]
    return min(found)[1] if found else None


def _namesakes(db: sqlite3.Connection, entry: Entry, kinds: set[str]) -> list[tuple[int, float]]:
    """GeoNames places of the kinds with one of the entry's names in its unit, and how far in km they lie from it."""
    unit = _unit_row(db, entry.unit)
    keys = sorted({name_key(name) for name in entry.names})
    codes = sorted(KINDS.index(kind) for kind in kinds)
    query = "SELECT place.id, lat, lon, ref FROM name JOIN place ON place.id = name.place WHERE key = ? AND kind = ?"
    rows = sorted({row for key in keys for code in codes for row in db.execute(query, (key, code))}, key=_first)
    return [
        (row, _km(entry.at, (lat / MICRO, lon / MICRO)) if entry.at and lat is not None else 0.0)
        for row, lat, lon, ref in rows
        if unit is not None and unit in _ancestors(db, row) and not str(ref).startswith("own:")
    ]


def _first(row: tuple[int, int | None, int | None, str | None]) -> int:
    return row[0]


def _ancestors(db: sqlite3.Connection, row: int) -> list[int]:
    chain = [row]
    while (parent := db.execute("SELECT parent FROM place WHERE id = ?", (chain[-1],)).fetchone()) and parent[0]:
        chain.append(parent[0])
    return chain


def _km(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0]))) * 111.2


def _insert(db: sqlite3.Connection, number: int, entry: Entry) -> None:
    parent = _unit_row(db, entry.unit)
    if entry.unit.endswith(".-") and entry.at and (entry.km or 0) <= _SURE_KM:
        parent = _unit_around(db, entry.unit.removesuffix(".-"), entry.at) or parent
    if entry.district and parent is not None:
        parent = _district(db, entry, parent)
    lat, lon = (round(value * MICRO) for value in entry.at) if entry.at else (None, None)
    ref = f"own:{entry.unit.split('.')[0].lower()}/{'-'.join(fold(entry.name).split())}"
    row = (number, ref, entry.names[0], KINDS.index(entry.kind), parent, lat, lon, None, entry.km)
    db.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", row)


def _unit_around(db: sqlite3.Connection, country: str, at: tuple[float, float]) -> int | None:
    """The first-level unit of the five cities nearest to the point, if all of them lie in one and none is far."""
    lat, lon = at
    rows = db.execute(
        "SELECT city.lat, city.lon, unit.ref FROM place AS city JOIN place AS unit ON unit.id = city.parent"
        " WHERE city.kind IN (?, ?) AND city.lat BETWEEN ? AND ? AND city.lon BETWEEN ? AND ? AND unit.ref GLOB ?",
        (
            KINDS.index("city"), KINDS.index("capital"), (lat - 1) * MICRO, (lat + 1) * MICRO,
            (lon - 1.5) * MICRO, (lon + 1.5) * MICRO, f"{country}.*",
        ),
    )  # fmt: skip
    nearest = sorted((_km(at, (row[0] / MICRO, row[1] / MICRO)), ".".join(row[2].split(".")[:2])) for row in rows)[:5]
    units = {unit for away, unit in nearest if away <= _CITIES_KM}
    return _unit_row(db, units.pop()) if len(units) == 1 and len(nearest) == 5 else None


def _district(db: sqlite3.Connection, entry: Entry, unit: int) -> int:
    query = "SELECT place.id FROM name JOIN place ON place.id = name.place WHERE key = ? AND kind = ? AND parent = ?"
    found = db.execute(query, (name_key(entry.district), KINDS.index("admin2"), unit)).fetchone()
    if found is None:
        msg = f"{entry.unit} {entry.name}: no district {entry.district!r} is known there"
        raise ValueError(msg)
    return int(found[0])


def _merge(db: sqlite3.Connection, row: int, entry: Entry) -> Iterator[str]:
    name, kind, lat, lon, extent = db.execute(
        "SELECT name, kind, lat, lon, extent FROM place WHERE id = ?", (row,)
    ).fetchone()
    db.execute("INSERT OR IGNORE INTO before VALUES (?,?,?,?,?,?)", (row, name, kind, lat, lon, extent))
    settlement = entry.kind in SETTLEMENTS
    if entry.at and lat is not None and entry.kind != "country" and not entry.code:
        away = _km(entry.at, (lat / MICRO, lon / MICRO))
        if away > (8.0 if settlement else 60.0):
            yield f"{entry.unit} {entry.name}: {away:.0f} km from {name} of GeoNames"
    if entry.at and not settlement:
        lat, lon = (round(value * MICRO) for value in entry.at)
    if not entry.code:
        name = entry.names[0]
    new_kind = KINDS.index(entry.kind) if entry.kind in {"quarter", "admin1", "admin2"} else kind
    values = (name, new_kind, lat, lon, entry.km or extent, row)
    db.execute("UPDATE place SET name = ?, kind = ?, lat = ?, lon = ?, extent = ? WHERE id = ?", values)


def _add_keys(db: sqlite3.Connection, row: int, entry: Entry) -> None:
    names = entry.names if not entry.code else entry.also
    keys: dict[str, int] = {}
    for alt, given in ((2, entry.short), (1, names[0 if entry.code else 1 :]), (0, () if entry.code else names[:1])):
        keys.update({name_key(name): alt + OWN for name in given})
    db.executemany(
        # A name that GeoNames gives too is marked as ours by 8 more, so that _undo can leave it as it was.
        "INSERT INTO name VALUES (?,?,?) ON CONFLICT (key, place) DO UPDATE SET alt = alt + 8 WHERE alt < 4",
        [(key, row, alt) for key, alt in sorted(keys.items()) if key],
    )
    if entry.people:
        home = entry.code if entry.kind == "country" else entry.unit.split(".")[0]
        rows = [(name_key(word), _unit_row(db, home)) for word in entry.people]
        db.executemany("INSERT OR IGNORE INTO people VALUES (?,?)", rows)
