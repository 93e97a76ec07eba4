"""The gazetteer file: what it holds, what it refuses, and that it is built from the tables beside it."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from rasid.errors import GazetteerError
from rasid.resolve.gazetteer import COMMON, DEFAULT_PATH, GIVEN, Gazetteer, Place
from rasid.resolve.place_kinds import KINDS, precision_of
from rasid.text.names import word_key


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _only(place: Place | None) -> Place:
    assert place is not None
    return place


def test_a_place_knows_its_units(gazetteer: Gazetteer) -> None:
    jalula = _only(gazetteer.get("own:iq/jalula"))
    assert (jalula.country, jalula.admin1_id, jalula.kind) == ("IQ", "IQ.10", "town")
    assert _only(gazetteer.get(jalula.admin2_id or "")).name == "Khanaqin"


def test_units_and_cities_are_found_by_id(gazetteer: Gazetteer) -> None:
    assert _only(gazetteer.get("IQ")).kind == "country"
    assert _only(gazetteer.get("AF.36")).kind == "admin1"
    assert _only(gazetteer.get("geonames:98182")).name == "Baghdad"
    assert gazetteer.get("geonames:1") is None
    assert gazetteer.get("XX") is None


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Udhaim", "own:iq/al-udhaim"),
        ("العظيم", "own:iq/al-udhaim"),
        ("Jalawla", "own:iq/jalula"),
        ("As-Saadiyah", "own:iq/saadiya"),
        ("Qarah Tappah", "own:iq/qara-tapa"),
        ("Paktia", "AF.36"),
        ("Deir al-Zour", "SY.07"),
        ("Irak", "IQ"),
        ("سوريا", "SY"),
    ],
)
def test_spellings_lead_to_the_place(gazetteer: Gazetteer, name: str, place_id: str) -> None:
    assert place_id in {candidate.place.id for candidate in gazetteer.lookup(name)}


@pytest.mark.parametrize(("unit", "count"), [("IQ", 19), ("SY", 14), ("AF", 34), ("YE", 22), ("SV", 14)])
def test_first_level_units_are_whole_and_have_points(gazetteer: Gazetteer, unit: str, count: int) -> None:
    rows = sqlite3.connect(DEFAULT_PATH).execute(
        "SELECT ref FROM place WHERE kind = ? AND ref GLOB ?", (KINDS.index("admin1"), f"{unit}.*")
    )
    places = [_only(gazetteer.get(ref)) for (ref,) in rows]
    assert len(places) == count
    assert all(place.lat is not None and place.extent_km > 0 for place in places)


@pytest.mark.parametrize(
    ("name", "country", "place_id"),
    [
        ("Charles City", "US", "us-post:23030"),
        ("Київ", "UA", "geonames:703448"),
        ("Kuje prison", "NG", "own:ng/kuje-prison"),
        ("القرم", "UA", "own:ua/crimea"),
        ("VRAE", "PE", "own:pe/apurimac-ene-river-valley"),
        ("Baledogle", "SO", "own:so/baledogle"),
        ("Wa State", "MM", "own:mm/wa-state"),
    ],
)
def test_names_in_many_lands_and_scripts_are_held(gazetteer: Gazetteer, name: str, country: str, place_id: str) -> None:
    assert place_id in {c.place.id for c in gazetteer.lookup(name) if c.place.country == country}


def test_an_own_place_lies_in_the_unit_of_the_cities_around_it(gazetteer: Gazetteer) -> None:
    assert _only(gazetteer.get("own:ng/kuje-prison")).admin1_id == "NG.11"
    assert _only(gazetteer.get("own:-/gulf-of-aden")).admin1_id is None


def test_adjectives_and_common_words_are_told_from_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.people("iraki") == "IQ"
    assert gazetteer.people("mosul") is None
    assert gazetteer.flags(word_key("reading")) & COMMON
    assert gazetteer.flags(word_key("Jordan")) & GIVEN
    assert gazetteer.flags(word_key("Mosul")) == 0


def test_abbreviations_are_marked(gazetteer: Gazetteer) -> None:
    texas = [candidate for candidate in gazetteer.lookup("TX") if candidate.place.id == "US.TX"]
    assert [candidate.short for candidate in texas] == [True]


def test_capitals_are_known(gazetteer: Gazetteer) -> None:
    assert _only(gazetteer.capital("IQ")).name == "Baghdad"
    assert gazetteer.capital("AQ") is None


def test_every_kind_has_a_precision() -> None:
    assert {precision_of(kind, 10.0)[1] for kind in KINDS} <= set(range(1, 8))


def test_the_file_was_built_from_the_own_tables() -> None:
    whole = hashlib.sha256()
    for path in sorted((DEFAULT_PATH.parent / "own").glob("*.toml")):
        whole.update(path.read_bytes())
    built = sqlite3.connect(DEFAULT_PATH).execute("SELECT value FROM meta WHERE key = 'own'").fetchone()
    assert built == (whole.hexdigest(),), "run: python scripts/build_gazetteer.py own"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"no gazetteer at .*none\.sqlite"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("not a database, but long enough to be read as a header of one " * 20, encoding="utf-8")
    with pytest.raises(GazetteerError, match="cannot be read as a gazetteer"):
        Gazetteer.open(path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    db.execute("INSERT INTO meta VALUES ('format', '0')")
    db.commit()
    db.close()
    with pytest.raises(GazetteerError, match="format"):
        Gazetteer.open(path)
