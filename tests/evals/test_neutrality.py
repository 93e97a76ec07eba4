from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.files import read_reports
from corpus.split import Split, in_split
from evals.engine import engine
from evals.intervals import share
from evals.neutrality import (
    STAND_INS,
    Outcome,
    armed_names,
    exchange,
    form_of,
    main,
    mention_share,
    outcomes,
    signature,
    swaps,
    texts,
)
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


def test_mentions_answer_each_other_one_to_one_whatever_their_order() -> None:
    a, b, c, said = ("attack",), ("arrest",), ("riot",), ()
    assert Outcome("made", "x", (a, b, said), (b, a, said)).mentions == (2, 2)
    assert Outcome("made", "x", (a, a, said), (a, c, c, said)).mentions == (1, 3)
    assert mention_share([[Outcome("made", "x", (a, said), (c, said))], []]) == 0
    assert mention_share([]) == 1


def test_a_part_of_the_corpus_is_read_by_its_split() -> None:
    documents = read_reports()
    found = {source: report.text for source, report in texts([], Split.dev)}
    assert found == {one.head.id: one.text for one in in_split(documents, Split.dev)}


def test_the_last_line_counts_mentions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gao.txt"
    path.write_text("Boko Haram killed four policemen near Gao, an official said.", encoding="utf-8")
    main([str(path)])
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores["mentions_unchanged"] == scores["unchanged"] == scores["n"] == 1
    assert scores["mentions"] == scores["swaps"] > 1
