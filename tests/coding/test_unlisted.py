"""Places that no gazetteer holds are kept by name and drawn no finer than what holds them."""

from __future__ import annotations

import pytest

from rasid.coding.unlisted import PREFIX, holder_of, name_in, named_kind, quarter_in, recased, unlisted
from rasid.model import PlacePrecision
from tests.make import p


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the village of Al-Samra", "Al-Samra"),
        ("the Hamra junction", "Hamra"),
        ("Tel Arbush", "Tel Arbush"),
        ("the market", None),
        ("Monday", None),
    ],
)
def test_the_name_in_a_phrase(words: str, name: str | None) -> None:
    assert name_in(words) == name


def test_only_a_kind_of_settlement_leads_to_a_name() -> None:
    assert named_kind("the central town of Beled") == "Beled"
    assert named_kind("a group of Fighters") is None


def test_it_is_drawn_as_what_holds_it_and_no_surer() -> None:
    holder = p("Wasit", PlacePrecision.admin1, lat=32.5, lon=45.8)
    place = unlisted("the village of Tel Arbush", "Tel Arbush", holder)
    assert place.place_id.startswith(PREFIX)
    assert (place.name, place.words) == ("Tel Arbush", "the village of Tel Arbush")
    assert (place.precision, place.country, place.lat) == (holder.precision, holder.country, holder.lat)
    assert place.confidence < holder.confidence


def test_without_a_holder_nothing_but_the_name_is_known() -> None:
    place = unlisted("Tel Arbush", "Tel Arbush", None)
    assert (place.country, place.lat, place.admin1) == (None, None, None)
    assert place.precision is PlacePrecision.region


def test_the_finest_area_holds_it_and_a_town_never_does() -> None:
    town, province, country = p("Kut"), p("Wasit", PlacePrecision.admin1), p("Iraq", PlacePrecision.country)
    assert holder_of([country, town, province]) == province
    assert holder_of([town]) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("THE EXCLUSIVE LA MASCOTA NEIGHBORHOOD OF WESTERN SAN SALVADOR", "La Mascota"),
        ("TEGUCIGALPA'S FLORENCIA DEL ESTE NEIGHBORHOOD", "Florencia Del Este"),
        ("THE CENTRAL AMERICAN UNIVERSITY", None),
    ],
)
def test_a_part_of_a_town_is_named_in_capitals_too(words: str, name: str | None) -> None:
    assert quarter_in(recased(words)) == name
