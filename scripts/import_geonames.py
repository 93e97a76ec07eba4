"""Turns a dump of GeoNames into a gazetteer of rasid's format, with every populated place, unit, site and feature.

    python scripts/import_geonames.py allCountries.zip --out geonames.sqlite
    python scripts/import_geonames.py IQ.zip SY.txt --out region.sqlite [--classes P A S T H L V R U]

The dumps are those of https://download.geonames.org/export/dump/ (CC BY 4.0), zipped or not: one place a line, 19 fields parted by tabs.
Countries, units, adjectives of countries and our own tables are taken over from the gazetteer given with --base, the one shipped
by default; a unit of the dump gives its names to that unit. Read line by line and written in batches: memory stays far under 2 GB.
"""

from __future__ import annotations

import argparse
import io
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from rasid.resolve.gazetteer import DEFAULT_PATH, GEONAMES_OFFSET, MICRO
from rasid.resolve.place_kinds import KINDS
from rasid.resolve.place_words import place_words
from rasid.text.names import name_key
from scripts.gazetteer_names import readable
from scripts.gazetteer_words import mark_words

_FIELDS = 19
_BATCH = 20_000
_REPORT_EVERY = 100_000
_NAMES = 40
"""Alternate names taken of one place: those of the largest cities run to hundreds of languages."""
_CLASSES = {"P": "city", "A": "region", "S": "region", "T": "mountain", "H": "river", "L": "region", "V": "region",
            "R": "road", "U": "sea"}  # fmt: skip
_CODES = {
    "PPLC": "capital", "PPLX": "quarter", "PPLL": "village", "PPLQ": "village", "PPLF": "village",
    "ADM1": "admin1", "ADM2": "admin2",
    "AIRP": "airport", "AIRB": "base", "AIRF": "airport", "INSM": "base", "FT": "base", "MILB": "base", "PRN": "prison",
    "CMP": "camp", "CMPRF": "camp", "DAM": "dam", "OILR": "refinery", "OILF": "oilfield", "HSP": "hospital", "MSQE": "mosque",
    "UNIV": "university", "SCHC": "university", "PRT": "port", "CTRB": "crossing", "PSTB": "crossing",
    "DSRT": "desert", "ERG": "desert", "ISL": "island", "ISLS": "island", "VAL": "valley", "WAD": "valley",
    "LK": "lake", "LKS": "lake", "RSV": "lake", "SEA": "sea", "OCN": "sea", "GULF": "sea", "STRT": "sea",
}  # fmt: skip
_OF_A_SITE = 2
_RADIUS = {
    "region": 10,
    "mountain": 10,
    "river": 50,
    "road": 20,
    "desert": 50,
    "valley": 10,
    "lake": 10,
    "island": 10,
    "sea": 100,
}
_BUILDINGS = frozenset({"S"})


class Line(NamedTuple):
    """The fields of a dump that are used."""

    number: int
    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    letter: str
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a dump, zipped or plain; raises ValueError for an archive without a table."""
    if path.suffix != ".zip":
        with path.open(encoding="utf-8") as stream:
            yield from stream
        return
    with zipfile.ZipFile(path) as archive:
        tables = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if len(tables) != 1:
            msg = f"{path} holds {tables or 'no table'}; a dump of GeoNames holds one .txt"
            raise ValueError(msg)
        with archive.open(tables[0]) as raw:
            yield from io.TextIOWrapper(raw, encoding="utf-8")


def parse(line: str) -> Line | None:
    """One line of a dump; None where it has another number of fields or no point."""
    row = line.rstrip("\n").split("\t")
    if len(row) != _FIELDS:
        return None
    try:
        number, lat, lon, population = int(row[0]), float(row[4]), float(row[5]), int(row[14] or 0)
    except ValueError:
        return None
    others = tuple(name for name in dict.fromkeys(row[3].split(",")) if name and readable(name))
    return Line(number, row[1], others[:_NAMES], lat, lon, row[6], row[7], row[8], row[10], row[11], population)


def kind_of(line: Line) -> str | None:
    """The kind of place that a feature code is; None for what is no place of its own (countries come with the base)."""
    if line.code.startswith(("PCL", "CONT", "PPLH", "ADM3H", "ADMDH", "ADM1H", "ADM2H")):
        return None
    return _CODES.get(line.code) or _CLASSES.get(line.letter)


class Import:
    """One import into an open copy of the base; a place that the base has keeps its point and gets the further names."""

    def __init__(self, db: sqlite3.Connection, classes: frozenset[str]) -> None:
        self.db, self.classes = db, classes
        self.units = {
            ref: row for row, ref in db.execute("SELECT id, ref FROM place WHERE id < 100000 AND ref IS NOT NULL")
        }
        self.read = self.kept = self.refused = 0

    def take(self, lines: Iterable[str], progress: Callable[[Import], None]) -> None:
        """Reads all lines; `progress` is called now and then."""
        rows = iter(lines)
        while batch := list(islice(rows, _BATCH)):
            self._write([line for text in batch if (line := self._wanted(text))])
            self.read += len(batch)
            if self.read % _REPORT_EVERY < _BATCH:
                progress(self)
        progress(self)

    def _wanted(self, text: str) -> Line | None:
        line = parse(text)
        self.refused += line is None
        return line if line and line.letter in self.classes and kind_of(line) else None

    def _write(self, lines: list[Line]) -> None:
        places, names = [], []
        for line in lines:
            kind, unit = kind_of(line), self._own_unit(line)
            row = unit or line.number + GEONAMES_OFFSET
            main = place_words().without_unit(line.name) if unit else line.name
            if unit is None and kind is not None:
                extent = _OF_A_SITE if line.letter in _BUILDINGS and kind not in _RADIUS else _RADIUS.get(kind)
                point = (round(line.lat * MICRO), round(line.lon * MICRO))
                places.append(
                    (
                        row,
                        None,
                        line.name,
                        KINDS.index(kind),
                        self._parent(line),
                        *point,
                        line.population or None,
                        extent,
                    )
                )
            keys = {name_key(name): 1 for name in line.others} | {name_key(main): 1 if unit else 0}
            names += [(key, row, alt) for key, alt in keys.items() if key]
            self.kept += 1
        self.db.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)", places)
        self.db.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)

    def _own_unit(self, line: Line) -> int | None:
        """The row of the unit that the line is, where the base has it."""
        code = {"ADM1": f"{line.country}.{line.admin1}", "ADM2": f"{line.country}.{line.admin1}.{line.admin2}"}.get(
            line.code
        )
        return self.units.get(code) if code else None

    def _parent(self, line: Line) -> int | None:
        codes = (f"{line.country}.{line.admin1}.{line.admin2}", f"{line.country}.{line.admin1}", line.country)
        return next((self.units[code] for code in codes if code in self.units), None)


def run(
    dumps: list[Path], out: Path, base: Path, classes: frozenset[str], progress: Callable[[Import], None]
) -> Import:
    """Writes the gazetteer aside and puts it in place in one step; returns the account."""
    work = out.with_suffix(".work")
    work.unlink(missing_ok=True)
    work.write_bytes(base.read_bytes())
    with _opened(work) as db:
        done = Import(db, classes)
        for dump in dumps:
            done.take(lines_of(dump), progress)
        mark_words(db)
        db.execute("INSERT OR REPLACE INTO meta VALUES ('geonames', ?)", (", ".join(dump.name for dump in dumps),))
    work.replace(out)
    return done


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(path)
    try:
        db.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA temp_store = FILE;"
        )
        yield db
        db.commit()
    finally:
        db.close()


def main(arguments: list[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--base", type=Path, default=DEFAULT_PATH, help="the gazetteer that units and own tables come from"
    )
    parser.add_argument(
        "--classes", nargs="+", choices=sorted(_CLASSES), default=sorted(_CLASSES), help="feature classes"
    )
    args = parser.parse_args(arguments)
    began = time.monotonic()

    def tell(so_far: Import) -> None:
        seconds = time.monotonic() - began
        sys.stderr.write(
            f"\r{so_far.read:,} lines, {so_far.kept:,} places, {so_far.read / max(seconds, 0.001):,.0f} lines/s "
        )
        sys.stderr.flush()

    done = run(args.dumps, args.out, args.base, frozenset(args.classes), tell)
    print(f"\n{args.out}: {done.kept:,} of {done.read:,} lines kept, {done.refused:,} not understood")


if __name__ == "__main__":
    main()
