from __future__ import annotations

from typing import Any

import pytest

from evals.plover import Coded, Tally, category, coded_acts, same_kind, same_words
from rasid.model import ActorKind
from tests.make import a, k, m, r, st

ISRAELI = [{"actorText": "Israeli soldiers", "code": "ISR", "sector": "MIL"}]


def test_types_become_categories_by_the_crosswalk() -> None:
    report = r()
    arrest = m(report, 1, "arrest", by="Hisbah", at="civilians")
    coding = k(report, arrest, m(report, 2, "shelling"), statements=(st("threat", arrest, "the general"),))
    assert [act.category for act in coded_acts(coding)] == ["COERCE", "ASSAULT", "THREATEN"]
    assert coded_acts(coding)[0].sources == ("Hisbah",)


def test_fight_counts_as_assault() -> None:
    assert category({"event": "FIGHT"}) == "ASSAULT"


@pytest.mark.parametrize(("coded", "same"), [(("the Israeli army",), True), (("Palestinians",), False), ((), False)])
def test_words_agree_when_they_share_one_that_counts(coded: tuple[str, ...], same: bool) -> None:  # noqa: FBT001
    assert same_words(ISRAELI, coded) is same


def test_no_gold_actor_is_no_case() -> None:
    assert same_words("", ("anybody",)) is None
    assert same_kind([{"actorText": "x", "sector": "***"}], a("x")) is None


def test_sector_and_kind() -> None:
    assert same_kind(ISRAELI, a("army", ActorKind.state_force)) is True
    assert same_kind(ISRAELI, a("rebels", ActorKind.rebel_group)) is False


def test_tally_counts_categories_of_the_sentence_once() -> None:
    tally = Tally()
    rows: list[dict[str, Any]] = [{"event": "FIGHT", "source": ISRAELI}, {"event": "AGREE"}]
    tally.sentence(rows, [Coded("ASSAULT", ("Israeli troops",), ()), Coded("PROTEST", (), ())])
    assert tally.hits["event_type"] == [True]
    assert tally.hits["event_type_all"] == [True, False]
    assert tally.hits["precision"] == [True, False]
    assert tally.hits["source"] == [True]
