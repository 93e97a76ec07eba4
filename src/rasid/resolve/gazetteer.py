"""The gazetteer file: places by the key of their names, by id, and the words that are no names.

One read-only SQLite file, queried as needed and never loaded whole: opening takes milliseconds and memory stays
small. How it is made: scripts/build_gazetteer.py.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from rasid.errors import GazetteerError
from rasid.resolve.place_kinds import KINDS, is_area, settlement_radius_km
from rasid.resolve.place_words import DATA
from rasid.text.names import fold, name_key

DEFAULT_PATH = DATA / "places.sqlite"
FORMAT = 1
GEONAMES_OFFSET = 1_000_000
POSTAL_OFFSET = 500_000
_FIRST_UNIT = 1_000  # countries have the numbers below
OWN_TABLES_END = 800_000  # above it the places that a user lays over the file
_NUMBERED = {"geonames": GEONAMES_OFFSET, "us-post": POSTAL_OFFSET}
MICRO = 1_000
OWN = 4
COMMON, GIVEN, SURNAME, RARE_SURNAME = 1, 2, 4, 8
_MAIN, _SHORT = 0, 2
_ENTRY_CACHE = 20_000
# Inhabitants that a name counts for at least: names of these kinds, names in our own tables, any name at all.
_COUNTS_AS = {"country": 10**9, "continent": 10**9, "admin1": 10**6, "sea": 10**6}
_LISTED_AREA, _LISTED, _LEAST = 200_000, 20_000, 500
_ALTERNATE_SHARE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the gazetteer.

    `id` is "IQ" (country), "IQ.10" (first level, GeoNames code), "IQ.10.90148" (second level), "geonames:98182",
    "us-post:22015" (a post town by its first zip code) or "own:iq/jalula". `lat`/`lon` are WGS84 degrees, None where no point is known; `extent_km` the radius around it.
    `country` is ISO 3166-1 alpha-2; `admin1_id`, `admin2_id` are ids of the units it lies in or is.
    """

    id: str
    name: str
    kind: str
    country: str | None
    admin1_id: str | None
    admin2_id: str | None
    lat: float | None
    lon: float | None
    population: int
    extent_km: float


class Candidate(NamedTuple):
    """A place found under a name.

    `main` if by its main name, `exact` if spelt so, `short` if by an abbreviation, `listed` if our own tables give it.
    """

    place: Place
    main: bool
    exact: bool
    short: bool
    listed: bool


def _id_of(number: int) -> str:
    if number >= GEONAMES_OFFSET:
        return f"geonames:{number - GEONAMES_OFFSET}"
    return f"us-post:{number - POSTAL_OFFSET:05}"


def _weight(place: Place, alt: int) -> int:
    if alt >= OWN:
        listed = _LISTED_AREA if is_area(place.kind) else _LISTED
        return max(place.population, _COUNTS_AS.get(place.kind, 0), listed)
    weight = max(place.population, _COUNTS_AS.get(place.kind, 0), _LEAST)
    return weight if alt == _MAIN or place.kind == "country" else max(weight // _ALTERNATE_SHARE, _LEAST)


class Gazetteer:
    """Read access to one gazetteer file; safe to share between threads of one process for reading.

    Raises GazetteerError on opening a file that is missing, no gazetteer, or of another format.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.get = lru_cache(maxsize=_ENTRY_CACHE)(self._get)
        self.lookup = lru_cache(maxsize=4_000)(self._lookup)
        self.begins = lru_cache(maxsize=_ENTRY_CACHE)(self._begins)
        self.strength = lru_cache(maxsize=_ENTRY_CACHE)(self._strength)
        self.flags = lru_cache(maxsize=_ENTRY_CACHE)(self._flags)
        self.people = lru_cache(maxsize=_ENTRY_CACHE)(self._people)
        self.capital = lru_cache(maxsize=300)(self._capital)
        self._row = lru_cache(maxsize=_ENTRY_CACHE)(self._read)

    @cached_property
    def country_openers(self) -> frozenset[str]:
        """The first word keys of all names and adjectives of countries, so that other words need no look-up."""
        rows = self._db.execute(
            "SELECT key FROM name WHERE place < ? UNION SELECT key FROM people", (_FIRST_UNIT,)
        )  # by id, since asking each name's place for its kind takes 0.7 s
        return frozenset(row[0].partition(" ")[0] for row in rows)

    @classmethod
    def open(cls, path: Path | None = None, extend: Callable[[sqlite3.Connection], None] | None = None) -> Gazetteer:
        """Opens the file given, or the one shipped with rasid; `extend` may add views to the connection before its use."""
        path = path or DEFAULT_PATH
        if not path.is_file():
            msg = f"no gazetteer at {path}; reinstall rasid or build it with scripts/build_gazetteer.py"
            raise GazetteerError(msg)
        try:
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            found = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            msg = f"{path} cannot be read as a gazetteer ({error}); build it anew with scripts/build_gazetteer.py"
            raise GazetteerError(msg) from error
        if found is None or found[0] != str(FORMAT):
            msg = f"{path} has gazetteer format {found and found[0]}, this rasid reads {FORMAT}; build it anew"
            raise GazetteerError(msg)
        if extend is not None:
            extend(db)
        return cls(db)

    def close(self) -> None:
        """Closes the file; the gazetteer cannot be asked afterwards."""
        self._db.close()

    def _get(self, place_id: str) -> Place | None:
        """The place of the id, None where the file holds none."""
        source, _, number = place_id.partition(":")
        if source in _NUMBERED and number.isdecimal() and len(number) < 12:
            return self._row(int(number) + _NUMBERED[source])
        found = self._db.execute("SELECT id FROM place WHERE ref = ?", (place_id,)).fetchone()
        return self._row(found[0]) if found else None

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place that bears the name in some spelling of the same key, in the order of the file."""
        folded = fold(name)
        rows = self._db.execute("SELECT place, alt FROM name WHERE key = ?", (name_key(name),)).fetchall()
        return tuple(self._candidate(number, alt, folded) for number, alt in rows)

    def _candidate(self, number: int, alt: int, folded: str) -> Candidate:
        place = self._row(number)
        if place is None:
            msg = f"the gazetteer names place {number} but does not hold it; build it anew"
            raise GazetteerError(msg)
        exact = fold(place.name) == folded
        return Candidate(place, alt % OWN == _MAIN or exact, exact, alt % OWN == _SHORT, alt >= OWN)

    def _begins(self, key: str) -> tuple[bool, bool]:
        """Whether the key is a name, and whether a longer name begins with it and a blank."""
        found = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM name WHERE key = ? AND alt & 3 <> 2),"
            " EXISTS (SELECT 1 FROM name WHERE key > ? AND key < ?)",
            (key, key + " ", key + "!"),
        ).fetchone()
        return bool(found[0]), bool(found[1])

    def _strength(self, key: str) -> tuple[tuple[str | None, int], ...]:
        """Country and weight of the places under the key, heaviest first.

        The weight is the number of inhabitants, a twentieth of it under an alternate name that is not of our tables;
        what stands for itself, such as a country, counts as large.
        """
        rows = self._db.execute("SELECT place, alt FROM name WHERE key = ? AND alt & 3 <> 2", (key,)).fetchall()
        sized = {(place.country, _weight(place, alt)) for number, alt in rows if (place := self._row(number))}
        return tuple(sorted(sized, key=lambda pair: (-pair[1], pair[0] or "")))

    def _flags(self, key: str) -> int:
        """What else a one-word key is: COMMON word, GIVEN name, SURNAME, RARE_SURNAME, or 0."""
        found = self._db.execute("SELECT flags FROM word WHERE key = ?", (key,)).fetchone()
        return int(found[0]) if found else 0

    def _people(self, key: str) -> str | None:
        """ISO code of the country whose adjective or inhabitants the key names, None for any other word."""
        found = self._db.execute(
            "SELECT ref FROM people JOIN place ON place.id = people.country WHERE key = ?", (key,)
        ).fetchone()
        return str(found[0]) if found else None

    def _capital(self, country: str) -> Place | None:
        """The capital city of a country by its ISO code, None where the gazetteer marks none."""
        rows = self._db.execute("SELECT id FROM place WHERE kind = ? ORDER BY id", (KINDS.index("capital"),)).fetchall()
        places = (place for (number,) in rows if (place := self._row(number)))
        return next((place for place in places if place.country == country), None)

    def _read(self, number: int) -> Place | None:
        row = self._db.execute(
            "SELECT ref, name, kind, parent, lat, lon, population, extent FROM place WHERE id = ?", (number,)
        ).fetchone()
        if row is None:
            return None
        ref, name, kind_number, parent, lat, lon, population, extent = row
        kind, place_id = KINDS[kind_number], ref or _id_of(number)
        above = self._row(parent) if parent else None
        country = place_id if kind == "country" else above.country if above else None
        admin1, admin2 = (above.admin1_id, above.admin2_id) if above else (None, None)
        return Place(
            id=place_id, name=name, kind=kind, country=country,
            admin1_id=place_id if kind == "admin1" else admin1,
            admin2_id=place_id if kind == "admin2" else admin2,
            lat=None if lat is None else lat / MICRO, lon=None if lon is None else lon / MICRO,
            population=population or 0,
            extent_km=float(extent) if extent else settlement_radius_km(kind, population or 0),
        )  # fmt: skip
