"""The casualties of one incident: every group with its words, and the total that they make, by named rules."""

from __future__ import annotations

from typing import Any

import pytest

from rasid.model import Count, Mention, Side, Stance, Toll, VictimClass
from tests.coding.conftest import Coded, One
from tests.coding.test_counts import count
from tests.reading.lexicon.see import cases, name_of

TOTALS = cases("counts")["total"]


def totals(mention: Mention, harm: str) -> list[tuple[Count, str]]:
    return [(claim.value.count, claim.rule) for claim in getattr(mention, harm) if claim.value.total]


def groups(mention: Mention) -> list[Toll]:
    return [claim.value for claim in mention.killed if not claim.value.total]


@pytest.mark.parametrize("row", TOTALS, ids=name_of)
def test_the_total_of_a_report(row: dict[str, Any], coded: Coded) -> None:
    mention = coded(row["text"]).mentions[0]
    for harm in ("killed", "injured"):
        if harm in row:
            assert totals(mention, harm) == [(count(told[:3]), told[3]) for told in row[harm]]


@pytest.mark.parametrize("row", [row for row in TOTALS if row["killed"]], ids=name_of)
def test_a_total_rests_on_the_words_of_its_groups(row: dict[str, Any], coded: Coded) -> None:
    killed = coded(row["text"]).mentions[0].killed
    told = {span for claim in killed if not claim.value.total for span in claim.evidence}
    assert all(set(claim.evidence) <= told for claim in killed if claim.value.total)


def test_two_numbers_for_one_group_are_two_totals_each_with_its_speaker(one: One) -> None:
    mention = one(
        "Officials said 11 soldiers were killed in an attack near Mosul on Sunday, while residents said 14 soldiers were killed."
    )
    told = [
        (claim.value.count.best, claim.said_by and claim.said_by.words) for claim in mention.killed if claim.value.total
    ]
    assert told == [(11, "Officials"), (14, "residents")]


def test_a_sum_and_an_addition_say_how_they_were_made(one: One) -> None:
    added = one("Gunmen killed 11 soldiers, in addition to a sniper, near Mosul.")
    summed = one("Militants killed two soldiers, three policemen and a teacher near Mosul.")
    plain = one("Gunmen killed 11 soldiers near Mosul.")
    reasons = [
        next(claim.reason for claim in mention.killed if claim.value.total) for mention in (added, summed, plain)
    ]
    assert "in addition to a sniper" in reasons[0]
    assert "two soldiers + three policemen + a teacher" in reasons[1]
    assert not reasons[2]


def test_groups_are_kept_by_class_and_a_mixed_total_has_none(one: One) -> None:
    mention = one("Militants killed two soldiers and three teachers near Mosul.")
    assert [toll.victims for toll in groups(mention)] == [VictimClass.armed, VictimClass.civilian]
    assert [claim.value.victims for claim in mention.killed if claim.value.total] == [VictimClass.unknown]


def test_the_dead_of_the_acting_side_stand_apart(one: One) -> None:
    mention = one(
        "Gunmen attacked an army base near Mosul and killed five soldiers. Three of the attackers were killed."
    )
    assert [(toll.side, toll.count.best) for toll in groups(mention)] == [(Side.target, 5), (Side.perpetrator, 3)]
    assert totals(mention, "killed") == [(Count.exactly(5), "counts.exact")]


def test_in_a_clash_all_dead_are_counted(one: One) -> None:
    mention = one("Soldiers and rebels clashed near Mosul. Ten people were killed in the clashes.")
    assert mention.event_type.value == "armed_clash"
    assert totals(mention, "killed") == [(Count.exactly(10), "counts.exact")]


@pytest.mark.parametrize(("left", "right"), [("Soldiers", "rebels"), ("Rebels", "soldiers")])
def test_the_same_counting_holds_for_every_side(left: str, right: str, one: One) -> None:
    mention = one(f"{left} attacked {right} near Mosul on Sunday and killed five {right}.")
    assert [(toll.side, toll.count.best) for toll in groups(mention)] == [(Side.target, 5)]


def test_who_says_a_number_and_how_far_they_stand_by_it(one: One) -> None:
    said = one("Police said gunmen killed two teachers in Mosul.").killed
    alleged = one("Residents accused soldiers of killing two farmers near Mosul.").killed
    assert {(claim.said_by and claim.said_by.words, claim.stance) for claim in said} == {("Police", Stance.asserted)}
    assert {(claim.said_by and claim.said_by.words, claim.stance) for claim in alleged} == {
        ("Residents", Stance.alleged)
    }
