"""Places of one's own, laid over the gazetteer shipped."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.errors import GazetteerError
from rasid.resolve.place_overlay import open_gazetteer, read_overlay
from rasid.resolve.places import PlaceResolver

_TOML = """
[[place]]
name = "Camp Zumurrud"
kind = "base"
country = "IQ"
in = "Diyala"
at = [34.1, 45.0]
km = 3
also = ["معسكر الزمرد", "FOB Emerald"]

[[place]]
name = "Peace City"
id = "geonames:98182"
"""
_CSV = """name,kind,country,in,lat,lon,km,also
Camp Zumurrud,base,iq,IQ.10,34.1,45.0,3,معسكر الزمرد;FOB Emerald
"""


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(_TOML, encoding="utf-8")
    return path


@pytest.mark.parametrize("words", ["Camp Zumurrud", "معسكر الزمرد", "near FOB Emerald", "FOB Emerald, Diyala province"])
def test_a_place_of_ones_own_is_found_under_all_its_names(toml: Path, words: str) -> None:
    where = PlaceResolver.open(toml).resolve(words)
    assert where is not None
    assert (where.place_id, where.country, where.admin1) == ("user:iq/camp-zumurrud", "IQ", "Diyala")


def test_a_place_of_ones_own_is_found_in_text(toml: Path) -> None:
    found = PlaceResolver.open(toml).find("Rockets hit Camp Zumurrud near Baqubah.")
    assert [span.words for span in found] == ["Camp Zumurrud", "Baqubah"]


def test_a_known_place_can_be_given_a_further_name(toml: Path) -> None:
    where = PlaceResolver.open(toml).resolve("Peace City")
    assert where is not None
    assert where.name == "Baghdad"


def test_what_the_file_holds_is_found_as_before(toml: Path) -> None:
    assert open_gazetteer(toml).get("IQ.10") == open_gazetteer().get("IQ.10")
    assert open_gazetteer(toml).strength("mosul") == open_gazetteer().strength("mosul")


def test_a_csv_table_says_the_same(tmp_path: Path, toml: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(_CSV, encoding="utf-8")
    place_id = "user:iq/camp-zumurrud"
    assert open_gazetteer(path).get(place_id) == open_gazetteer(toml).get(place_id)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('name = "A1"\nkind = "castle"\ncountry = "IQ"', "the kind is 'castle'; known are"),
        ('name = "A1"\nkind = "camp"\ncountry = "Iraq"', "the country is 'Iraq'; give its ISO"),
        ('name = "…"\nkind = "camp"\ncountry = "IQ"', "no name"),
        ('name = "A1"\nkind = "camp"\ncountry = "IQ"\nat = [95.0, 44.0]', "lies off the globe"),
        ('name = "A1"\nkind = "camp"\ncountry = "IQ"\nat = [33.0]', "give latitude and longitude"),
        ('name = "A1"\nkind = "camp"\ncountry = "IQ"\nkm = 0', "the radius is 0 km"),
        ('name = "A1"\nkind = "camp"\ncountry = "IQ"\nkm = "far"', "the radius is 'far'"),
        ('name = "A1"\nkind = "camp"\ncountry = "IQ"\ncolour = "red"', "unknown field colour"),
        ('name = "A1"\nkind = "camp"\ncountry = "IQ"\nin = "Ruritania"', "IQ has no unit 'Ruritania'"),
        ('name = "A1"\nkind = "camp"\ncountry = "QQ"', "no country has the code 'QQ'"),
        ('name = "A1"\nid = "geonames:1"', "no place has the id 'geonames:1'"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place_in_the_file(tmp_path: Path, entry: str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f"[[place]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"own\.toml, place 1: ") as raised:
        open_gazetteer(path)
    assert message in str(raised.value)


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[[place]\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="cannot be read as a table of places"):
        open_gazetteer(path)
    path.write_text("colour = 1\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"holds colour; places are written as"):
        open_gazetteer(path)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("own") / "own.csv"
    path.write_text(text, encoding="utf-8", errors="replace")
    with suppress(GazetteerError):
        assert all(entry.name for entry in read_overlay(path))
