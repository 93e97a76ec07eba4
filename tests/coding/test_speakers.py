"""Whom a statement's "we" and "he" mean."""

from __future__ import annotations

from rasid.coding import code
from rasid.model import Resolvers, make_report
from rasid.reading import load_reader
from tests.coding.conftest import Coded


def test_we_of_a_communique_is_who_publishes_it(resolvers: Resolvers) -> None:
    report = make_report("We condemn the bombing of the market in Mosul.", publisher="Relief Committee")
    (said,) = code(load_reader("lexicon").read(report), report, resolvers).statements
    assert said.speaker is not None
    assert said.speaker.words == "Relief Committee"


def test_we_in_a_quotation_is_not_who_publishes_it(resolvers: Resolvers) -> None:
    text = 'Gunmen killed six in Mosul. "We condemn the attack," said the governor.'
    report = make_report(text, publisher="Relief Committee")
    (said,) = code(load_reader("lexicon").read(report), report, resolvers).statements
    assert said.speaker is not None
    assert said.speaker.words == "the governor"


def test_he_is_who_spoke_last(coded: Coded) -> None:
    said = coded(
        "The governor condemned the attack in Mosul that killed six. He warned that rebels could attack."
    ).statements
    assert [one.speaker and one.speaker.words for one in said] == ["The governor", "The governor"]


def test_he_stays_where_nobody_spoke_before(coded: Coded) -> None:
    (said,) = coded("He warned that rebels could attack Mosul, where six were killed.").statements
    assert said.speaker is not None
    assert said.speaker.words == "He"
