from __future__ import annotations

from collections import Counter

import pytest

from corpus.document import Annotation, Argument, Role, Statement, Trigger
from corpus.tally import Hits, all_arguments, b_cubed_f1, macro_f1, tally
from rasid.model import EventType, StatementKind, Status

TEXT = "a" * 100
GOLD = Annotation(
    marks=(
        Trigger(start=0, end=5, incident=1, event_type=EventType.attack),
        Argument(start=6, end=9, roles=(Role.killed,), incidents=(1,)),
        Trigger(start=10, end=15, incident=1),
        Trigger(start=20, end=25, incident=2, event_type=EventType.arrest, status=Status.planned),
        Statement(start=30, end=40, number=1, kind=StatementKind.warning),
    )
)


def test_an_annotation_agrees_with_itself() -> None:
    counts = tally(GOLD, GOLD, TEXT)
    assert counts.triggers == Hits(both=3, gold=3, other=3)
    assert counts.incidents == Hits(both=2, gold=2, other=2)
    assert counts.statements.f1 == all_arguments(counts).f1 == 1
    assert b_cubed_f1([counts]) == macro_f1([counts.statuses]) == 1
    assert not counts.decoy
    assert counts.told


def test_nothing_seen_is_recall_0_and_a_decoy_left_empty_is_right() -> None:
    counts = tally(GOLD, Annotation(), TEXT)
    assert (counts.triggers.recall, counts.triggers.f1, counts.told) == (0, 0, False)
    empty = tally(Annotation(), Annotation(), TEXT)
    assert (empty.decoy, empty.told) == (True, False)
    assert tally(Annotation(), GOLD, TEXT).told


def test_one_incident_for_two_costs_precision_of_the_grouping() -> None:
    merged = Annotation(
        marks=tuple(
            Trigger(start=start, end=start + 5, incident=1, event_type=EventType.attack) for start in (0, 10, 20)
        )
    )
    counts = tally(GOLD, merged, TEXT)
    assert counts.grouping.gold == 3
    assert counts.grouping.both == pytest.approx(2 / 3 + 2 / 3 + 1 / 3)
    assert counts.triggers.both == 2
    assert counts.spans.both == 3


def test_macro_f1_is_over_the_classes_of_the_gold() -> None:
    assert macro_f1([Counter({("a", "a"): 1, ("b", "a"): 1})]) == pytest.approx((2 / 3 + 0) / 2)
    assert macro_f1([]) == 0
