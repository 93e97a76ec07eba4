"""Place phrases resolved, place names found, countries told."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.model.where import PlacePrecision, Where
from rasid.resolve.places import PlaceResolver

_CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "places.toml").read_text(encoding="utf-8")
)
_REPORT = """ISIS committed a massacre in Diyala
Governorate, east of Baghdad, when elements attacked the army in the Great Basin area. The PMF commander, Talib al-Moussawi,
said in a statement that Muqtada al-Sadr warned Iraqi citizens. Prisoners fled to eastern Syria from Deir ez-Zor."""


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver.open()


def _only(where: Where | None) -> Where:
    assert where is not None
    return where


@pytest.mark.parametrize("case", _CASES["phrase"], ids=lambda case: case["words"])
def test_a_phrase_resolves_no_finer_than_it_says(resolver: PlaceResolver, case: dict[str, Any]) -> None:
    where = _only(resolver.resolve(case["words"], countries=case.get("countries", ())))
    assert (where.place_id, where.ucdp_prec) == (case["id"], case["prec"])
    assert where.words == case["words"]
    assert 0.0 < where.confidence <= 1.0


@pytest.mark.parametrize("case", _CASES["nowhere"], ids=lambda case: case["words"])
def test_a_phrase_without_a_place_resolves_to_nothing(resolver: PlaceResolver, case: dict[str, Any]) -> None:
    assert resolver.resolve(case["words"]) is None


@pytest.mark.parametrize("words", ["Diyala Governorate", "outskirts of Mosul", "San Salvador", "Deir ez-Zor"])
def test_capitals_make_no_difference(resolver: PlaceResolver, words: str) -> None:
    plain, loud = _only(resolver.resolve(words)), _only(resolver.resolve(words.upper()))
    assert (loud.place_id, loud.ucdp_prec) == (plain.place_id, plain.ucdp_prec)


@pytest.mark.parametrize("words", ["Lake Vermont", "Mount Diyala", "Camp Lebanon"])
def test_a_feature_is_not_surely_the_unit_that_it_is_named_after(resolver: PlaceResolver, words: str) -> None:
    name = words.split()[1]
    assert _only(resolver.resolve(words)).confidence < 0.7 < _only(resolver.resolve(name)).confidence


def test_a_feature_bears_little_witness_to_where_the_unit_of_its_name_lies(resolver: PlaceResolver) -> None:
    beside_state, _ = resolver.resolve_all(["Brandon", "Vermont"])
    beside_lake, _ = resolver.resolve_all(["Brandon", "Lake Vermont"])
    assert _only(beside_state).admin1 == "Vermont"
    assert _only(beside_lake).admin1 != "Vermont"


def test_the_capital_is_that_of_the_country_where_the_other_places_lie(resolver: PlaceResolver) -> None:
    words = ["this capital", "Cochabamba", "Oruro"]
    assert _only(resolver.resolve("this capital", countries=["US", "BO"])).country == "US"
    assert _only(resolver.resolve_all(words, countries=["US", "BO"])[0]).country == "BO"


def test_the_country_of_the_report_decides_between_namesakes(resolver: PlaceResolver) -> None:
    assert _only(resolver.resolve("Tripoli", countries=["LB"])).country == "LB"
    assert _only(resolver.resolve("Tripoli", countries=["LY"])).country == "LY"


def test_the_unit_of_the_report_decides_between_namesakes(resolver: PlaceResolver) -> None:
    north = _only(resolver.resolve("Guadalupe", countries=["MX"], admin1=["Nuevo León state"]))
    west = _only(resolver.resolve("Guadalupe", countries=["MX"], admin1=["Zacatecas"]))
    assert (north.admin1, west.admin1) == ("Nuevo León", "Zacatecas")


def test_places_near_by_decide_between_namesakes(resolver: PlaceResolver) -> None:
    dallas = _only(resolver.resolve("Dallas, Texas"))
    tyler = _only(resolver.resolve("Tyler, Texas"))
    assert _only(resolver.resolve("Paris", countries=["US"], near=[dallas, tyler])).admin1 == "Texas"


def test_the_phrases_of_a_report_settle_each_other(resolver: PlaceResolver) -> None:
    phrases = ["Paris", "Tyler", "Nacogdoches", "Texas", "no place at all", "Paris"]
    found = resolver.resolve_all(phrases)
    assert [where and where.admin1 for where in found] == ["Texas", "Texas", "Texas", "Texas", None, "Texas"]
    assert _only(resolver.resolve("Paris")).country == "FR"


def test_a_part_of_a_country_is_drawn_towards_its_bearing(resolver: PlaceResolver) -> None:
    east, west, whole = (_only(resolver.resolve(words)) for words in ("eastern Syria", "western Syria", "Syria"))
    assert west.lon is not None
    assert whole.lon is not None
    assert east.lon is not None
    assert west.lon < whole.lon < east.lon
    assert east.precision is PlacePrecision.region
    assert whole.precision is PlacePrecision.country


def test_a_line_between_two_places_is_drawn_at_its_middle(resolver: PlaceResolver) -> None:
    where = _only(resolver.resolve("between Baghdad and Mosul"))
    assert where.lat == pytest.approx((33.34 + 36.34) / 2, abs=0.1)
    assert where.ucdp_prec == 5
    assert where.extent_km == pytest.approx(176, abs=10)


def test_a_distance_moves_the_point(resolver: PlaceResolver) -> None:
    town, off = _only(resolver.resolve("Baghdad")), _only(resolver.resolve("111 km north of Baghdad"))
    assert town.lat is not None
    assert off.lat == pytest.approx(town.lat + 1.0, abs=0.02)


def test_an_unseen_name_lowers_belief_in_its_container(resolver: PlaceResolver) -> None:
    sure, unsure = _only(resolver.resolve("Diyala")), _only(resolver.resolve("Umm Xyz village, Diyala"))
    assert unsure.confidence < sure.confidence


def test_namesakes_come_as_runners_up(resolver: PlaceResolver) -> None:
    where = _only(resolver.resolve("Kandahar"))
    assert "AF.23" in {other.place_id for other in where.runners_up}
    assert where.confidence + sum(other.score for other in where.runners_up) <= 1.01


def test_names_are_found_in_mixed_case(resolver: PlaceResolver) -> None:
    found = [" ".join(span.words.split()) for span in resolver.find(_REPORT)]
    assert found == ["Diyala Governorate", "Baghdad", "Great Basin", "Syria", "Deir ez-Zor"]


def test_names_are_found_in_capitals(resolver: PlaceResolver) -> None:
    text = "BOGOTA, 12 MAY -- THE REBELS SAID AS WELL THAT SAN SALVADOR AND THE CHALATENANGO DEPARTMENT WERE HIT BY US"
    assert [span.words for span in resolver.find(text, cased=False)] == [
        "BOGOTA", "SAN SALVADOR", "CHALATENANGO DEPARTMENT",
    ]  # fmt: skip


def test_names_are_found_in_arabic_behind_what_is_joined_to_them(resolver: PlaceResolver) -> None:
    text = "قتل 11 جنديا في ديالى شرق العراق وبغداد"
    assert [span.words for span in resolver.find(text)] == ["ديالى", "العراق", "بغداد"]


def test_people_and_persons_are_no_places(resolver: PlaceResolver) -> None:
    text = "President Jordan met General Santiago and the Iraqi, Syrian and Palestinian delegates on Monday in May."
    assert resolver.find(text) == []


def test_small_places_are_found_only_where_the_report_is_about(resolver: PlaceResolver) -> None:
    text = "SHOTS WERE HEARD IN GUAZAPA AND SENSUNTEPEQUE"
    assert [span.words for span in resolver.find(text, cased=False, countries=["SV"])] == ["GUAZAPA", "SENSUNTEPEQUE"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("Mosul Diyala ديالى al-Hol. ,'\n")), max_size=60))
def test_found_names_are_slices_in_order(resolver: PlaceResolver, text: str) -> None:
    for cased in (True, False):
        found = resolver.find(text, cased=cased)
        assert all(text[span.start : span.end] == span.words for span in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.characters(), st.sampled_from("near Mosul, north of Syria 12 km في ")), max_size=60)
)
def test_any_phrase_is_answered_or_left(resolver: PlaceResolver, text: str) -> None:
    where = resolver.resolve(text)
    assert where is None or where.words == text
    assert resolver.resolve(text) == where


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Iraqi", "IQ"),
        ("the Iraqi army", "IQ"),
        ("Salvadoran", "SV"),
        ("SALVADORAN ARMED FORCES", "SV"),
        ("Palestinians", "PS"),
        ("U.S. forces", "US"),
        ("العراق", "IQ"),
        ("Mosul", "IQ"),
        ("Helmand", "AF"),
        ("French and British troops", None),
        ("gunmen", None),
        ("Kurdish fighters", None),
        ("", None),
    ],
)
def test_the_country_of_words(resolver: PlaceResolver, words: str, code: str | None) -> None:
    assert resolver.country_of(words) == code


def test_the_countries_of_a_text_come_most_named_first(resolver: PlaceResolver) -> None:
    assert resolver.countries_of(_REPORT) == ("IQ", "SY")


def test_the_focus_leaves_out_what_is_named_in_passing(resolver: PlaceResolver) -> None:
    assert resolver.focus(["IQ"] * 10 + ["SY"] * 4 + ["US"]) == ("IQ", "SY")
    assert resolver.focus([]) == ()
    assert resolver.focus(["SY", "IQ"]) == ("IQ", "SY")


def test_a_direction_before_a_unit_says_where_it_lies_and_the_unit_is_whole(resolver: PlaceResolver) -> None:
    whole = resolver.resolve("the northern province of Kunduz", countries=["AF"])
    part = resolver.resolve("northern Kunduz province", countries=["AF"])
    assert whole is not None
    assert whole.precision is PlacePrecision.admin1
    assert part is not None
    assert part.precision is PlacePrecision.region


def test_the_bare_capital_is_that_of_the_country_the_report_is_most_about(resolver: PlaceResolver) -> None:
    found = resolver.resolve("the outskirts of the capital", countries=["SY"])
    assert found is not None
    assert found.name == "Damascus"
    assert resolver.resolve("the capital") is None
    assert resolver.resolve("west of the capital", countries=["SY"]) is None


def test_a_unit_at_home_outdoes_a_namesake_abroad_of_what_lies_in_it(resolver: PlaceResolver) -> None:
    found = _only(resolver.resolve("Daman district, Kandahar province", countries=["AF"]))
    assert (found.country, found.admin1) == ("AF", "Kandahar")


def test_a_small_place_alone_does_not_make_a_report_one_about_its_country(resolver: PlaceResolver) -> None:
    about = "The Congolese army left Bunia, in Ituri, in the Democratic Republic of the Congo."
    assert resolver.countries_of(f"{about} Fighters came to Loda.") == ("CD",)
    assert "US" in resolver.countries_of(f"{about} Fighters came to Loda, and so did the United States.")


def test_a_small_place_speaks_for_its_country_where_nothing_else_does(resolver: PlaceResolver) -> None:
    assert resolver.countries_of("Soldiers fired on a car that was leaving Ivankiv.") == ("UA",)
