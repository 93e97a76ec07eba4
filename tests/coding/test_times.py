"""When an incident happened: its own words against the day of publication, never a guess."""

from __future__ import annotations

from datetime import date

import pytest

from tests.coding.conftest import Coded, One


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Sunday", "2022-01-23"),
        ("yesterday", "2022-01-23"),
        ("on 5 January 2022", "2022-01-05"),
        ("on Jan. 5", "2022-01-05"),
        ("last Tuesday", "2022-01-18"),
        ("on Monday night", "2022-01-24"),
    ],
)
def test_the_day_of_the_acts_own_words(words: str, day: str, one: One) -> None:
    text = f"Gunmen attacked a bus near Mosul {words}."
    claim = one(text).times[0]
    assert str(claim.value) == day
    assert claim.evidence[0].quote(text) in words


def test_without_a_day_of_publication_what_is_relative_stays_unknown(one: One) -> None:
    assert one("Gunmen attacked a bus near Mosul yesterday.", published=None).times == ()
    explicit = one("Gunmen attacked a bus near Mosul on 5 May 2020.", published=None)
    assert str(explicit.times[0].value) == "2020-05-05"


def test_a_day_behind_the_name_of_an_act_is_its_own(one: One) -> None:
    text = "The ministry confirmed today that half of those arrested after Senator Galan's murder on 18 January have been released."
    claim = one(text).times[0]
    assert (str(claim.value), claim.rule) == ("2022-01-18", "time.beside")


def test_no_time_told_is_no_time(one: One) -> None:
    assert one("Gunmen attacked a bus near Mosul, killing two passengers.").times == ()


def test_each_act_has_its_own_day(coded: Coded) -> None:
    text = "Gunmen attacked a bus in Mosul on Saturday. A bomb killed four people in Kirkuk on Sunday."
    assert [str(mention.times[0].value) for mention in coded(text).mentions] == ["2022-01-22", "2022-01-23"]


def test_the_most_precise_comes_first(one: One) -> None:
    mention = one("Gunmen attacked a bus near Mosul in January. The attack on 5 January killed two passengers.")
    assert str(mention.times[0].value) == "2022-01-05"


@pytest.mark.parametrize("published", [date(2022, 1, 24), date(1990, 5, 7), date(2024, 2, 29)])
def test_nothing_depends_on_the_day_of_the_run(published: date, one: One) -> None:
    mention = one("Gunmen attacked a bus near Mosul yesterday.", published=published)
    assert (published - mention.times[0].value.earliest).days == 1  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry condemned today the killing of two engineers in Mosul.",
        "Police sources on Sunday reported that gunmen killed two engineers in Mosul.",
    ],
)
def test_the_day_of_speaking_is_not_that_of_the_act(text: str, one: One) -> None:
    assert one(text).times == ()


@pytest.mark.parametrize(
    "text",
    [
        "A shootout between rival gunmen in Mosul on Sunday ended with nine men dead.",
        "The ministry condemned Sunday's killing of two engineers in Mosul.",
    ],
)
def test_a_day_behind_the_act_stays_with_it(text: str, one: One) -> None:
    assert str(one(text).times[0].value) == "2022-01-23"


def test_what_is_told_as_done_happened_on_no_day_after_the_report(one: One) -> None:
    assert one("Gunmen killed two farmers near Jalula and will be tried on 30 December 2022.").times == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ministry today offered a reward in the murder of two engineers in Mosul.",
        "Yesterday, the court made public the findings on the killing of two engineers in Mosul.",
        "The media yesterday received a note confirming the kidnapping of two engineers in Mosul.",
    ],
)
def test_the_day_of_a_verb_that_leads_to_a_known_act_is_not_that_of_the_act(text: str, one: One) -> None:
    assert one(text).times == ()


def test_the_day_of_a_verb_of_acting_is_that_of_the_act(one: One) -> None:
    assert (
        str(one("Rebels yesterday launched the attack on Mosul that killed two soldiers.").times[0].value)
        == "2022-01-23"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen of the 19 May Movement attacked a bus near Mosul.",
        "Gunmen who plotted the 3 October coup attacked a bus near Mosul.",
        "Gunmen attacked a bus near Mosul and called for a boycott of Sunday's vote.",
    ],
)
def test_a_day_that_belongs_to_another_thing_dates_no_act(text: str, one: One) -> None:
    assert one(text).times == ()


def test_an_act_during_another_thing_is_dated_by_it(one: One) -> None:
    text = "Gunmen attacked a bus near Mosul during the 3 October vote."
    assert str(one(text).times[0].value) == "2021-10-03"


def test_a_day_shortly_after_the_report_is_to_come(one: One) -> None:
    text = "Gunmen attacked a bus near Mosul in a campaign against the elections on 11 February."
    assert one(text).times == ()


def test_a_story_does_not_go_on_on_a_day_named_in_passing(coded: Coded) -> None:
    text = "The government yesterday named a new minister.\n\nGunmen attacked a bus near Mosul, killing two passengers."
    assert coded(text).mentions[-1].times == ()


def test_a_fiscal_year_is_that_of_the_country_of_the_report(one: One) -> None:
    text = "Gunmen in Pakistan attacked a bus in Karachi in fiscal year 2019."
    when = one(text).times[0].value
    assert (str(when.earliest), str(when.latest)) == ("2018-07-01", "2019-06-30")
