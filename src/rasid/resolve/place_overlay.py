"""Places of one's own, laid over a gazetteer file: a TOML or CSV table read into memory, the file itself left as it is.

SQLite looks a table up among temporary views first, so a view of both under the old name is all that the queries need.
"""

from __future__ import annotations

import csv
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasid.errors import GazetteerError
from rasid.resolve.gazetteer import GEONAMES_OFFSET, MICRO, OWN, OWN_TABLES_END, Gazetteer
from rasid.resolve.place_kinds import KINDS
from rasid.text.names import fold, name_key

SUFFIXES = frozenset({".toml", ".csv"})
FIELDS = ("name", "kind", "country", "in", "lat", "lon", "km", "also", "id")
_FIRST_ID = OWN_TABLES_END
_MOST = 90_000
_VIEWS = """
ATTACH ':memory:' AS own;
CREATE TABLE own.place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, kind INTEGER, parent INTEGER,
                        lat INTEGER, lon INTEGER, population INTEGER, extent INTEGER);
CREATE INDEX own.place_ref ON place (ref);
CREATE TABLE own.name (key TEXT, place INTEGER, alt INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TEMP VIEW place AS SELECT * FROM main.place UNION ALL SELECT * FROM own.place;
CREATE TEMP VIEW name AS SELECT * FROM main.name UNION ALL SELECT * FROM own.name;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """One entry of a user's table.

    With `id`, the id of a place that the gazetteer has, the entry gives that place further names and nothing else. `within` is
    the name or id of the unit that the place lies in; `at` latitude and longitude in degrees, `km` the radius within which the
    name may mean any point. `origin` says which file and entry, for messages.
    """

    origin: str
    name: str
    kind: str = ""
    country: str = ""
    within: str = ""
    at: tuple[float, float] | None = None
    km: int | None = None
    also: tuple[str, ...] = ()
    id: str = ""


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer file given, or the one shipped; a TOML or CSV table of places is laid over the one shipped.

    Raises GazetteerError as `Gazetteer.open` and `read_overlay` do.
    """
    if path is None or path.suffix not in SUFFIXES:
        return Gazetteer.open(path)
    entries = read_overlay(path)
    return Gazetteer.open(extend=lambda db: lay_over(db, entries))


def read_overlay(path: Path) -> tuple[OwnPlace, ...]:
    """The entries of a table in the order of the file.

    TOML has one `[[place]]` a place with the keys of `FIELDS`, `at = [lat, lon]` and a list for `also`; CSV a header with the same
    names and ";" between further names. Raises GazetteerError for a file that cannot be read, an unknown field or kind, an entry
    without name, kind or country, and coordinates off the globe.
    """
    try:
        rows = list(_toml(path) if path.suffix == ".toml" else _csv(path))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, csv.Error) as error:
        msg = f"{path} cannot be read as a table of places ({error}); see docs/how-to/own-places-and-actors.md"
        raise GazetteerError(msg) from error
    if len(rows) > _MOST:
        msg = f"{path} has {len(rows)} places, an overlay takes {_MOST}; build a gazetteer from a GeoNames dump instead"
        raise GazetteerError(msg)
    return tuple(_entry(f"{path.name}, place {number}", row) for number, row in enumerate(rows, start=1))


def _toml(path: Path) -> Iterator[Mapping[str, Any]]:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = raw.get("place", [])
    if set(raw) - {"place", "actor"} or not isinstance(tables, list):
        msg = f"{path} holds {', '.join(sorted(raw)) or 'nothing'}; places are written as [[place]]"
        raise GazetteerError(msg)
    for table in tables:
        at = table.get("at", [])
        plain = {key: value for key, value in table.items() if key != "at"}
        yield plain | (dict(zip(("lat", "lon"), at, strict=False)) if at else {})


def _csv(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            filled = {str(key): value.strip() for key, value in row.items() if isinstance(value, str) and value.strip()}
            also = [name.strip() for name in filled.get("also", "").split(";") if name.strip()]
            yield {key: value for key, value in filled.items() if key != "also"} | {"also": also}


def _entry(origin: str, row: Mapping[str, Any]) -> OwnPlace:
    if unknown := set(row) - set(FIELDS):
        _refuse(origin, f"unknown field {', '.join(sorted(unknown))}", f"known are {', '.join(FIELDS)}")
    kind, known = str(row.get("kind", "")), str(row.get("id", ""))
    if not name_key(str(row.get("name", ""))):
        _refuse(origin, "no name", "every place needs one with a letter or digit")
    if not known and kind not in KINDS:
        _refuse(origin, f"the kind is {kind!r}", f"known are {', '.join(sorted(KINDS))}")
    if not known and len(str(row.get("country", ""))) != 2:
        _refuse(origin, f"the country is {row.get('country', '')!r}", "give its ISO 3166-1 alpha-2 code, such as IQ")
    return OwnPlace(
        origin=origin, name=str(row["name"]), kind=kind, country=str(row.get("country", "")).upper(), id=known,
        within=str(row.get("in", "")), at=_point(origin, row), km=_km(origin, row), also=tuple(map(str, row.get("also", ()))),
    )  # fmt: skip


def _point(origin: str, row: Mapping[str, Any]) -> tuple[float, float] | None:
    if "lat" not in row and "lon" not in row:
        return None
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except (KeyError, TypeError, ValueError):
        _refuse(
            origin, f"the point is {row.get('lat')!r}, {row.get('lon')!r}", "give latitude and longitude in degrees"
        )
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        _refuse(origin, f"{lat}, {lon} lies off the globe", "latitude comes first")
    return lat, lon


def _km(origin: str, row: Mapping[str, Any]) -> int | None:
    try:
        km = int(float(row["km"])) if "km" in row else None
    except (TypeError, ValueError, OverflowError):
        _refuse(origin, f"the radius is {row['km']!r}", "give km as a number")
    return km if km is None or km > 0 else _refuse(origin, f"the radius is {km} km", "give a number above 0")


def _refuse(origin: str, what: str, advice: str) -> Any:
    msg = f"{origin}: {what}; {advice}"
    raise GazetteerError(msg)


def lay_over(db: sqlite3.Connection, entries: Iterable[OwnPlace]) -> None:
    """Makes the connection answer as if its file held the entries too; raises GazetteerError for a unit or id not known."""
    db.execute("PRAGMA temp_store = MEMORY")
    db.executescript(_VIEWS)
    for number, entry in enumerate(entries, start=_FIRST_ID):
        row = _row(db, entry.id) if entry.id else _insert(db, number, entry)
        if row is None:
            _refuse(entry.origin, f"no place has the id {entry.id!r}", "`rasid where NAME` shows the ids")
        keys = {name_key(name): OWN + 1 for name in entry.also} | {name_key(entry.name): OWN + bool(entry.id)}
        db.executemany(
            "INSERT OR REPLACE INTO own.name VALUES (?,?,?)", [(k, row, alt) for k, alt in keys.items() if k]
        )


def _row(db: sqlite3.Connection, place_id: str) -> int | None:
    found = db.execute("SELECT id FROM place WHERE ref = ?", (place_id,)).fetchone()
    if found is None and place_id.startswith("geonames:") and place_id[9:].isdecimal():
        number = int(place_id[9:]) + GEONAMES_OFFSET
        found = db.execute("SELECT id FROM main.place WHERE id = ?", (number,)).fetchone()
    return int(found[0]) if found else None


def _insert(db: sqlite3.Connection, number: int, entry: OwnPlace) -> int:
    lat, lon = (round(value * MICRO) for value in entry.at) if entry.at else (None, None)
    ref = f"user:{entry.country.lower()}/{'-'.join(fold(entry.name).split())}"
    row = (number, ref, entry.name, KINDS.index(entry.kind), _unit(db, entry), lat, lon, None, entry.km)
    db.execute("INSERT INTO own.place VALUES (?,?,?,?,?,?,?,?,?)", row)
    return number


def _unit(db: sqlite3.Connection, entry: OwnPlace) -> int:
    """The row of the unit that an entry lies in: the finest of the name in its country, or the country itself."""
    country = _row(db, entry.country)
    if country is None:
        _refuse(entry.origin, f"no country has the code {entry.country!r}", "give ISO 3166-1 alpha-2, such as IQ")
    if not entry.within:
        return int(country or 0)
    if entry.within.startswith(f"{entry.country}.") and (row := _row(db, entry.within)) is not None:
        return row
    found = db.execute(
        "SELECT place.id FROM main.name JOIN main.place ON place.id = name.place"
        " WHERE key IN (?, ?) AND kind IN (?, ?) AND ref GLOB ? ORDER BY kind DESC, length(ref) DESC",
        (
            name_key(entry.within), name_key(entry.within.rpartition(" ")[0]),
            KINDS.index("admin1"), KINDS.index("admin2"), f"{entry.country}.*",
        ),
    ).fetchone()  # fmt: skip
    if found is None:
        _refuse(entry.origin, f"{entry.country} has no unit {entry.within!r}", "leave `in` out, or give its id")
    return int(found[0])
