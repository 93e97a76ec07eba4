from __future__ import annotations

from datetime import date

from rasid.resolve import load_actors
from rasid.resolve.actor_candidates import candidates


def test_the_chosen_one_comes_first_with_what_speaks_for_it() -> None:
    ref, found = candidates(load_actors(), "ISI", country="IQ", on=date(2009, 3, 1))

    assert ref.actor_id == "iq.islamic_state"
    assert [one.actor.actor_id for one in found] == ["iq.islamic_state", "pk.isi"]
    assert [one.chosen for one in found] == [True, False]
    assert found[0].reasons[1:] == ("acts in IQ", "existed on 2009-03-01 (2006-10-13 to today or unknown)")
    assert "not known to act in IQ" in found[1].reasons


def test_a_word_without_a_name_has_the_state_that_the_rule_gives() -> None:
    ref, found = candidates(load_actors(), "soldiers", country="NG")

    assert ref.actor_id == "ng.military"
    assert [(one.actor.actor_id, one.chosen) for one in found] == [("ng.military", True)]
    assert "country is known from the report" in found[0].reasons[0]


def test_words_that_mean_nobody_have_no_candidates() -> None:
    assert candidates(load_actors(), "the weather", country="NG")[1] == ()


def test_an_actor_that_was_not_there_on_the_day_is_told_so() -> None:
    _, found = candidates(load_actors(), "the Wagner Group", on=date(1990, 1, 1))

    assert any(reason.startswith("did not exist on 1990-01-01") for reason in found[0].reasons)
