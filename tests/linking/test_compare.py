from __future__ import annotations

from typing import Any

import pytest

from rasid.linking.compare import SILENT, actors, counts, event_types, places, texts, times, weapons
from rasid.linking.profile import Profile, profile_of
from rasid.model import ActorKind, EventType, PlacePrecision
from tests.make import a, m, n, p, r, t, w

DISTRICT, ADMIN1, COUNTRY = PlacePrecision.district, PlacePrecision.admin1, PlacePrecision.country


def _profile(published: str | None = "2022-01-24", text: str = "Some text.", **facets: Any) -> Profile:
    report = r(text, published)
    return profile_of(m(report, **facets), report)


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        (w("2022-01-21"), w("2022-01-21"), 1.0),
        (w("2022-01-20"), w("2022-01-21"), 0.2),
        (w("2022-01-18"), w("2022-01-21"), -0.7),
        (w("2022-01-10"), w("2022-01-21"), -1.0),
        (w("2022-01-21"), w("2022-01-20", "2022-01-22"), 0.7),
        (w("2022-01-21"), w("2022-01-17", "2022-01-23"), 0.5),
        (w("2022-01-21"), w("2022-01-01", "2022-01-31"), 0.2),
        (w("2022-01-21"), w("2022-01-01", "2022-12-31"), 0.05),
        (w("2022-01-31"), w("2022-02-01", "2022-02-28"), 0.2),
    ],
)
def test_days(left: Any, right: Any, value: float) -> None:
    one, other = _profile(when=left), _profile(when=right)
    assert times.compare(one, other).value == value
    assert times.compare(one, other) == times.compare(other, one) or value < 1.0


def test_undated_news_fits_the_days_before_its_publication_and_not_others() -> None:
    undated = _profile("2022-01-24")
    assert times.compare(undated, _profile(when="2022-01-22")).value == 0.3
    assert times.compare(undated, _profile(when="2022-01-02")).value == -1.0


def test_background_without_a_date_fits_any_day_up_to_its_publication() -> None:
    recalled = _profile("2022-01-24", role="background")
    assert times.compare(recalled, _profile(when="2019-05-01")) is SILENT
    later = times.compare(recalled, _profile("2022-03-01", when="2022-02-20"))
    assert later.value == -1.0
    assert "published 2022-01-24" in later.text


@pytest.mark.parametrize(
    ("left", "right", "low", "high"),
    [
        (p("Kut"), p("Kut"), 1.0, 1.0),
        (p("Baghdad", extent_km=15.0), p("Baghdad", extent_km=15.0), 0.7, 0.7),
        (p("Kut"), p("Wasit", ADMIN1), 0.4, 0.4),
        (p("Kut"), p("Iraq", COUNTRY), 0.1, 0.1),
        (p("Kut", admin2="Kut D"), p("Kut D", DISTRICT, admin2="Kut D"), 0.7, 0.7),
        (p("Kut", lat=32.5, lon=45.8), p("Camp", lat=32.51, lon=45.8), 0.5, 0.5),
        (p("Kut", lat=32.5, lon=45.8), p("Camp", lat=32.57, lon=45.8), 0.1, 0.1),
        (p("Kut", lat=32.5, lon=45.8), p("Hayy", lat=32.2, lon=46.0), -0.8, -0.5),
        (p("Kut", lat=32.5, lon=45.8), p("Mosul", admin1="Nineveh", lat=36.3, lon=43.1), -1.0, -1.0),
        (p("Kut"), p("Mosul", admin1="Nineveh"), -1.0, -1.0),
        (p("Kut"), p("Hayy"), -0.6, -0.6),
        (p("Kut"), p("Kobane", country="SY", admin1="Aleppo"), -1.0, -1.0),
        (p("Wasit", ADMIN1), p("Diyala", ADMIN1), -1.0, -1.0),
        (p("Diyala", ADMIN1, lat=33.8, lon=44.9, extent_km=80.0), p("Kut", lat=32.5, lon=45.8), -1.0, -1.0),
        (p("Hayy D", DISTRICT, lat=32.2, lon=46.0, extent_km=20.0), p("Kut", lat=32.3, lon=46.0), 0.1, 0.1),
    ],
)
def test_places(left: Any, right: Any, low: float, high: float) -> None:
    one, other = _profile(where=left), _profile(where=right)
    assert low <= places.compare(one, other).value <= high
    assert places.compare(one, other).value == places.compare(other, one).value


def test_a_place_that_the_other_names_too_is_not_held_against_the_pair() -> None:
    one = _profile(where=[p("Camp"), p("Hayy", DISTRICT)])
    assert places.compare(one, _profile(where=p("Hayy", DISTRICT))).value == 0.2


def test_unknown_facets_are_silent() -> None:
    empty, full = _profile(), _profile(where="Kut", killed=3, weapons="ied", by="Group A", at="police")
    for compare in (
        places.compare,
        counts.compare_killed,
        counts.compare_injured,
        weapons.compare,
        actors.compare_perpetrators,
        actors.compare_targets,
    ):
        assert compare(empty, full) is SILENT


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        ("bombing", "air_strike", 0.0),
        ("shelling", "bombing", 0.0),
        ("suicide_bombing", "air_strike", -0.4),
        ("bombing", "bombing", 1.0),
        ("other", "other", 0.3),
        ("other", "bombing", 0.0),
        ("suicide_bombing", "bombing", 0.5),
        ("attack", "bombing", 0.3),
        ("armed_clash", "bombing", -0.4),
        ("security_operation", "armed_clash", -0.3),
        ("protest", "bombing", -1.0),
    ],
)
def test_event_types(left: str, right: str, value: float) -> None:
    one, other = _profile(event_type=left), _profile(event_type=right)
    assert event_types.compare(one, other).value == event_types.compare(other, one).value == value


def test_every_event_type_has_a_family() -> None:
    assert all(event_types.family(kind) for kind in EventType)


@pytest.mark.parametrize(
    ("left", "right", "low", "high"),
    [
        (11, 11, 1.0, 1.0),
        (1, 1, 0.25, 0.25),
        (0, 0, 0.15, 0.15),
        (11, 12, 0.5, 0.5),
        ((11, 11, None), (11, 13, 15), 0.5, 0.5),
        ((3, None, None), 11, 0.2, 0.3),
        (3, 7, -0.6, -0.4),
        (2, 40, -1.0, -1.0),
        (0, 9, -1.0, -1.0),
    ],
)
def test_killed(left: Any, right: Any, low: float, high: float) -> None:
    one, other = _profile(killed=t(n(left))), _profile(killed=t(n(right)))
    assert low <= counts.compare_killed(one, other).value <= high


def test_a_toll_that_is_higher_in_the_later_report_counts_half() -> None:
    early, late = _profile("2022-01-21", killed=4), _profile("2022-01-22", killed=9)
    assert counts.compare_killed(early, late).value == counts.compare_killed(late, early).value
    falls = counts.compare_killed(_profile("2022-01-21", killed=9), _profile("2022-01-22", killed=4))
    assert counts.compare_killed(early, late).value == falls.value / 2 < 0


def test_parties_of_a_clash_are_compared_whichever_is_named_first() -> None:
    army, group = a("Army", ActorKind.state_force), a("Group A")
    one = _profile(event_type="armed_clash", by=army)
    other = _profile(event_type="armed_clash", by=[group, army])
    assert actors.compare_perpetrators(one, other).value == 1.0
    assert actors.compare_perpetrators(one, _profile(event_type="armed_clash", by=group)).value == -0.6


def test_kinds_speak_where_nobody_is_named() -> None:
    def unnamed(kind: ActorKind) -> Profile:
        return _profile(by=a("some", kind, actor_id=None))

    rebels, soldiers = unnamed(ActorKind.rebel_group), unnamed(ActorKind.state_force)
    assert actors.compare_perpetrators(rebels, rebels).value == 0.4
    assert actors.compare_perpetrators(rebels, soldiers).value == -0.5
    assert actors.compare_perpetrators(rebels, unnamed(ActorKind.unidentified_armed_group)) is SILENT


def test_shared_weapons_speak_for_and_others_a_little_against() -> None:
    assert weapons.compare(_profile(weapons=["ied", "mortar"]), _profile(weapons="ied")).value == 0.7
    assert weapons.compare(_profile(weapons="knife"), _profile(weapons="ied")).value == -0.5


def test_words_of_one_sentence_in_two_reports_are_recognised_in_any_script() -> None:
    arabic = "قُتل أحد عشر جندياً عراقياً في هجوم شنه مسلحون على مقر للجيش"
    same = texts.compare(_profile(text=arabic), _profile(text=arabic + "."))
    assert same.value == 1.0
    assert texts.compare(_profile(text=arabic), _profile(text="Eleven soldiers killed in their barracks")) is SILENT
