from __future__ import annotations

from rasid.linking.constraints import constraints_of
from rasid.linking.settle import incident_id_of
from rasid.model import Verdict
from tests.make import d

IDS = ("r1:1", "r2:1", "r3:1")


def test_merge_and_split_become_judgements_with_the_reason() -> None:
    rules = constraints_of([d("merge", "r2:1", "r1:1"), d("split", "r2:1", "r3:1", reason="two days apart")], IDS)
    assert list(rules.pairs(Verdict.same)) == [("r1:1", "r2:1")]
    assert list(rules.pairs(Verdict.different)) == [("r2:1", "r3:1")]
    judgement = rules.judgements["r2:1", "r3:1"]
    assert (judgement.by, judgement.score, judgement.reasons[0].text) == ("analyst", 0.0, "two days apart")


def test_the_latest_decision_on_a_pair_stands_in_whatever_order_they_come() -> None:
    first, second = d("merge", "r1:1", "r2:1", day=1), d("split", "r1:1", "r2:1", day=2)
    for order in ([first, second], [second, first]):
        assert list(constraints_of(order, IDS).pairs(Verdict.different)) == [("r1:1", "r2:1")]
    assert constraints_of([first, second, d("restore", "r1:1", "r2:1", day=3)], IDS).judgements == {}


def test_the_latest_pair_comes_first() -> None:
    rules = constraints_of([d("merge", "r1:1", "r2:1", day=1), d("merge", "r2:1", "r3:1", day=2)], IDS)
    assert list(rules.pairs(Verdict.same)) == [("r2:1", "r3:1"), ("r1:1", "r2:1")]


def test_an_incident_stands_for_the_mention_that_gave_it_its_id() -> None:
    merged = d("merge", incident_id_of(("r1:1",)), incident_id_of(("r3:1",)))
    assert list(constraints_of([merged], IDS).pairs(Verdict.same)) == [("r1:1", "r3:1")]


def test_rejected_until_restored() -> None:
    assert constraints_of([d("reject", "r1:1")], IDS).rejected == {"r1:1"}
    assert constraints_of([d("reject", "r1:1"), d("restore", "r1:1", day=2)], IDS).rejected == frozenset()


def test_unknown_subjects_and_other_kinds_bear_on_nothing() -> None:
    rules = constraints_of([d("merge", "r1:1", "r9:9"), d("confirm", "r1:1", "r2:1"), d("edit", "r1:1", "r2:1")], IDS)
    assert rules.judgements == {}
    assert rules.rejected == frozenset()
