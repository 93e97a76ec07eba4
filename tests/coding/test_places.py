"""Where an incident happened: its own words first, then a place beside it, then the dateline; never finer than told."""

from __future__ import annotations

import pytest

from rasid.model import Mention, PlacePrecision
from tests.coding.conftest import Coded, One


def first(mention: Mention) -> tuple[str, str | None]:
    where = mention.places[0].value
    return where.name, where.country


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked a bus in Mosul on Monday.", ("Mosul", "IQ")),
        ("Gunmen attacked a bus near Gao on Monday.", ("Gao", "ML")),
        ("GUERRILLAS ATTACKED A BUS IN SAN SALVADOR ON MONDAY.", ("San Salvador", "SV")),
    ],
)
def test_the_place_of_the_acts_own_words(text: str, place: tuple[str, str], one: One) -> None:
    claim = one(text).places[0]
    assert (claim.value.name, claim.value.country) == place
    assert claim.evidence[0].quote(text).lower().endswith(place[0].lower())
    assert claim.rule.startswith("place.")


def test_each_act_has_its_own_place(coded: Coded) -> None:
    text = "Gunmen attacked a bus in Mosul on Monday. A bomb killed four people in Kirkuk on Tuesday."
    assert [first(mention)[0] for mention in coded(text).mentions] == ["Mosul", "Kirkuk"]


def test_the_act_goes_on_where_it_was(one: One) -> None:
    mention = one("Gunmen attacked a bus in Mosul on Monday. Two passengers were killed.")
    assert first(mention) == ("Mosul", "IQ")


def test_a_place_beside_the_act_is_less_sure_than_its_own(coded: Coded) -> None:
    own = coded("Gunmen attacked a bus in Mosul on Monday.").mentions[0].places[0]
    dateline = coded("MOSUL, Jan 23 (Wire) - Gunmen attacked a bus on Sunday.").mentions[0].places[0]
    assert own.value.name == dateline.value.name == "Mosul"
    assert dateline.rule == "place.dateline"
    assert dateline.confidence < own.confidence


def test_a_dateline_is_not_the_place_of_an_act_that_has_its_own(one: One) -> None:
    mention = one("BAGHDAD, Jan 23 (Wire) - Gunmen attacked a bus in Mosul on Sunday.")
    assert first(mention) == ("Mosul", "IQ")
    assert "Baghdad" not in {claim.value.name for claim in mention.places}


def test_nothing_is_drawn_finer_than_the_words(one: One) -> None:
    province = one("Gunmen attacked a bus in Diyala province on Monday.").places[0].value
    country = one("Gunmen attacked a bus in Iraq on Monday.").places[0].value
    assert (province.precision, country.precision) == (PlacePrecision.admin1, PlacePrecision.country)


def test_no_place_named_is_no_place(one: One) -> None:
    assert one("Gunmen attacked a bus on Monday, killing two passengers.").places == ()


def test_the_countries_of_the_report_choose_among_namesakes(one: One) -> None:
    text = "Taliban fighters attacked a base in Kunar on Monday, the Afghan army said."
    assert {claim.value.country for claim in one(text).places} == {"AF"}


def test_a_lone_small_namesake_abroad_is_no_place_of_the_report(coded: Coded) -> None:
    text = (
        "In Djugu territory, in the Ituri province of the Democratic Republic of the Congo, fighters attacked the camp at"
        " Loda on Monday, killing two people. The wounded were taken to Bunia."
    )
    places = [claim.value for mention in coded(text).mentions for claim in mention.places]
    assert {place.country for place in places} == {"CD"}
    loda = next(place for place in places if place.name == "Loda")
    assert loda.place_id.startswith("unlisted:")


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("Gunmen attacked a bus in Tel Arbush, Wasit province, on Monday.", "Tel Arbush", "Wasit"),
        ("GUNMEN ATTACKED A BUS IN CORRALEJA VILLAGE, TOLIMA DEPARTMENT.", "Corraleja", "Tolima Department"),
    ],
)
def test_an_unlisted_name_before_its_area_is_kept(text: str, name: str, admin1: str, one: One) -> None:
    where = one(text).places[0].value
    assert (where.name, where.admin1, where.precision) == (name, admin1, PlacePrecision.admin1)
    assert where.place_id.startswith("unlisted:")


def test_a_listed_name_before_its_area_is_itself(one: One) -> None:
    assert first(one("Gunmen attacked a bus in Kut, Wasit province, on Monday."))[0] == "Al-Kut"


def test_an_unlisted_quarter_lies_in_the_town_told_before(coded: Coded) -> None:
    text = "Gunmen attacked a bus in Bogota. A bomb killed two people in the Chapinero neighborhood."
    quarter, town = coded(text).mentions[-1].places
    assert (quarter.value.name, quarter.value.country, quarter.value.precision) == (
        "Chapinero",
        "CO",
        PlacePrecision.town,
    )
    assert (town.value.name, town.rule) == ("Bogotá", "place.holder")
    assert town.confidence < quarter.confidence


def test_letters_in_upper_case_do_not_part_a_name(one: One) -> None:
    text = "COLOMBIAN GUERRILLAS ATTACKED A BUS IN PUERTO BELLO, A VILLAGE IN TURBO MUNICIPALITY."
    assert "Bello" not in {claim.value.name for claim in one(text).places}
