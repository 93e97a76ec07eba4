from __future__ import annotations

import pytest

from evals.engine import engine
from evals.intervals import share
from evals.neutrality import STAND_INS, armed_names, exchange, form_of, outcomes, signature, swaps, texts
from rasid.codebook import load_codebook
from rasid.model import make_report
from tests.make import k, m, r

ACTS = [
    "{} fighters killed four policemen near Gao on Monday.",
    "{} detained six journalists in the town on Friday, a colleague said.",
    "{} seized the village of Hirske on Sunday after shelling it for two days.",
    "A convoy was ambushed by {} near Mosul, and 11 soldiers died.",
    "{} launched a security operation in the valley on Saturday and burned nine houses.",
]
SIDES = ["Islamic State", "The Nigerian army", "Hezbollah", "The Popular Mobilization Forces", "Boko Haram"]


def _signatures(act: str) -> set[object]:
    return {signature(engine().code(make_report(act.format(side)))) for side in SIDES}


@pytest.mark.parametrize("act", ACTS)
def test_the_same_act_is_coded_alike_for_every_side(act: str) -> None:
    told = _signatures(act)
    assert len(told) == 1
    assert told != {((),)}, "nothing was coded at all"


def test_codebook_examples_are_coded_alike_when_names_are_swapped() -> None:
    found = [
        outcome.unchanged
        for source, report in texts([])
        if source.startswith("codebook")
        for outcome in outcomes(source, report, engine().code)
    ]
    assert len(found) > 200
    assert share(found) == 1.0


@pytest.mark.parametrize("form", STAND_INS)
def test_names_are_swapped_for_names_of_their_form(form: str) -> None:
    assert {form_of(name) for name in STAND_INS[form]} == {form}
    assert len({name.split()[0] for name in STAND_INS[form]}) > 4


def test_a_plural_name_gives_way_to_plurals_only() -> None:
    told = [swap.told for swap in swaps("Israeli forces attacked a post near Kut.")]
    assert len(told) > 2
    assert all(form_of(one.split(" -> ")[1]) == "plural" for one in told)


def test_exchange_swaps_both_ways_and_whole_words_only() -> None:
    text = "Soldiers met rebels; the soldiers left. Rebelspring stayed."
    assert exchange(text, {"soldiers": "rebels"}) == "Rebels met soldiers; the rebels left. Rebelspring stayed."


def test_names_of_weapons_and_acts_are_not_swapped() -> None:
    assert armed_names("A Turkish drone strike hit a truck. Boko Haram denied it.") == ["Boko Haram"]


def test_a_coder_that_looks_at_names_is_found_out() -> None:
    report = r("Boko Haram attacked a post near Kut.")

    def partial(told: object) -> object:
        loaded = "Boko" in told.text  # type: ignore[attr-defined]
        return k(told, m(told, event_type="attack" if loaded else "security_operation"))  # type: ignore[arg-type]

    found = list(outcomes("made", report, partial))  # type: ignore[arg-type]
    assert found
    assert not any(outcome.unchanged for outcome in found)


def test_texts_without_names_yield_no_swap() -> None:
    assert list(swaps("Eleven people died when a bus overturned.")) == []
    assert load_codebook().events
