"""A dump of GeoNames is read into the format of the gazetteer shipped."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest

from rasid.resolve.gazetteer import COMMON, DEFAULT_PATH, Gazetteer
from rasid.resolve.places import PlaceResolver
from scripts.import_geonames import Import, kind_of, main, parse, run

_ROWS = (
    ("9000001", "Tall Nowhere", "", "تل نوير,Tell Nowhere,tall nwhr", 36.5, 42.5, "P", "PPL", "IQ", "15", "", 120),
    ("9000002", "Nowhere Prison", "", "", 36.6, 42.6, "S", "PRN", "IQ", "15", "", 0),
    ("9000003", "Jabal Nowhere", "", "", 36.7, 42.7, "T", "MT", "IQ", "15", "", 0),
    ("99072", "Mosul", "", "Nowhere on Tigris", 36.3, 43.1, "P", "PPLA", "IQ", "15", "", 1),
    ("9000004", "Nineveh", "", "Nowhere Governorate", 36.0, 42.0, "A", "ADM1", "IQ", "15", "", 0),
    ("9000005", "Old Nowhere", "", "", 36.0, 42.0, "P", "PPLH", "IQ", "15", "", 0),
    ("9000006", "Reading", "", "", 36.0, 42.1, "P", "PPL", "IQ", "15", "", 5),
)  # fmt: skip


def _line(row: tuple[object, ...]) -> str:
    number, name, ascii_name, others, lat, lon, letter, code, country, admin1, admin2, people = row
    fields = (
        number,
        name,
        ascii_name,
        others,
        lat,
        lon,
        letter,
        code,
        country,
        "",
        admin1,
        admin2,
        "",
        "",
        people,
        "",
        "",
        "",
        "",
    )
    return "\t".join(str(field) for field in fields)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "IQ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("IQ.txt", "\n".join([*map(_line, _ROWS), "a line of another kind", ""]))
    return path


@pytest.fixture
def imported(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    out = tmp_path / "out.sqlite"
    main([str(dump), "--out", str(out)])
    told = capsys.readouterr()
    assert "6 of 8 lines kept, 1 not understood" in told.out
    assert "8 lines" in told.err
    return out


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("Tall Nowhere", "geonames:9000001"),
        ("تل نوير", "geonames:9000001"),
        ("Nowhere Prison", "geonames:9000002"),
        ("Jabal Nowhere", "geonames:9000003"),
        ("Nowhere on Tigris", "geonames:99072"),
        ("Nowhere Governorate", "IQ.15"),
        ("Jalula", "own:iq/jalula"),
    ],
)
def test_places_of_the_dump_and_of_the_base_are_found(imported: Path, words: str, place_id: str) -> None:
    where = PlaceResolver.open(imported).resolve(words, countries=["IQ"])
    assert where is not None
    assert where.place_id == place_id


def test_what_the_base_has_keeps_its_point_and_kind(imported: Path) -> None:
    shipped, mine = Gazetteer.open(), Gazetteer.open(imported)
    assert mine.get("geonames:99072") == shipped.get("geonames:99072")
    assert mine.get("geonames:9000005") is None


def test_common_words_stay_marked(imported: Path) -> None:
    gazetteer = Gazetteer.open(imported)
    assert gazetteer.flags("reading") & COMMON
    assert [span.words for span in PlaceResolver(gazetteer).find("Reading a book in Mosul.")] == ["Mosul"]


def test_classes_choose_what_is_read(dump: Path, tmp_path: Path) -> None:
    done = run([dump], tmp_path / "p.sqlite", DEFAULT_PATH, frozenset({"T"}), _silent)
    assert (done.read, done.kept, done.refused) == (8, 1, 1)


def test_an_archive_without_one_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "")
        archive.writestr("b.txt", "")
    with pytest.raises(ValueError, match=r"two\.zip holds"):
        run([path], tmp_path / "out.sqlite", DEFAULT_PATH, frozenset("P"), _silent)


def test_a_plain_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "IQ.txt"
    path.write_text(_line(_ROWS[0]) + "\n", encoding="utf-8")
    out = tmp_path / "out.sqlite"
    assert run([path], out, DEFAULT_PATH, frozenset("P"), _silent).kept == 1
    assert sqlite3.connect(out).execute("SELECT name FROM place WHERE id = 10000001").fetchone() == ("Tall Nowhere",)


@pytest.mark.parametrize("text", ["", "1\t2", "\t" * 18, "x" + "\t1" * 18])
def test_a_line_of_another_kind_is_none(text: str) -> None:
    assert parse(text) is None


def test_kinds_follow_the_feature_code() -> None:
    lines = [parse(_line(row)) for row in _ROWS]
    assert [line and kind_of(line) for line in lines] == ["city", "prison", "mountain", "city", "admin1", None, "city"]


def _silent(_: Import) -> None:
    """Tells nothing."""
