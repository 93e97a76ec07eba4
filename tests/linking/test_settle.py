from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from rasid.linking.settle import Origin, incident_id_of, settle, settle_mention
from rasid.model import ActorKind, Incident, Mention, PlacePrecision, Side, Stance, Status, Target, VictimClass
from tests.make import a, c, m, n, p, t, w

ADMIN1 = PlacePrecision.admin1
ARMY = a("Army", ActorKind.state_force)
GUNMEN = a("Unidentified armed group", ActorKind.unidentified_armed_group)


def _settled(*mentions: Mention, **publishers: str) -> Incident:
    return settle(mentions, {report: Origin(publisher) for report, publisher in publishers.items()})


def test_the_id_comes_from_the_smallest_mention_id() -> None:
    incident = _settled(m("r2"), m("r1"))
    assert incident.incident_id == incident_id_of(("r2:1", "r1:1")) == incident_id_of(("r1:1",))
    assert incident.incident_id == "i5359c0db1471"
    assert incident.mention_ids == ("r1:1", "r2:1")


def test_order_does_not_matter() -> None:
    mentions = (
        m("r1", killed=3, when="2022-01-21", where="Kut", by="Group A", weapons="ied", at="police"),
        m(
            "r2",
            killed=5,
            when=w("2022-01-20", "2022-01-22"),
            where="Hayy",
            by="Group B",
            weapons="mortar",
            at="military",
        ),
        m("r3", event_type="bombing", status="claimed", killed=(3, None, None), tactics=["decoy", "siege"]),
    )
    assert len({settle(order, {}) for order in permutations(mentions)}) == 1


def test_event_type_by_majority_of_publishers_then_by_specificity() -> None:
    attack, bombing = m("r1"), m("r2", event_type="bombing")
    assert _settled(attack, bombing).event_type.value.value == "bombing"
    outvoted = _settled(attack, bombing, m("r3"))
    assert (outvoted.event_type.value.value, outvoted.event_type.against) == ("attack", ("r2:1",))
    one_publisher = _settled(attack, bombing, m("r3"), r1="A", r3="A", r2="B")
    assert one_publisher.event_type.value.value == "bombing"


@pytest.mark.parametrize(
    ("statuses", "settled"),
    [
        (["claimed", "alleged"], "claimed"),
        (["claimed", "alleged", "reported"], "reported"),
        (["denied", "alleged"], "alleged"),
        (["denied", "denied"], "denied"),
        (["planned", "reported"], "reported"),
        (["planned", "threatened", "threatened"], "threatened"),
        (["foiled", "reported"], "foiled"),
        (["foiled", "reported", "reported"], "reported"),
        (["attempted", "attempted", "foiled"], "attempted"),
        (["denied", "planned"], "planned"),
    ],
)
def test_status(statuses: list[str], settled: str) -> None:
    incident = _settled(*(m(f"r{i}", status=status) for i, status in enumerate(statuses)))
    assert incident.status.value is Status(settled)


def test_the_most_precise_date_stands_and_a_contradicting_one_is_a_conflict() -> None:
    week, day, other = w("2022-01-17", "2022-01-23"), w("2022-01-21"), w("2022-01-25")
    incident = _settled(m("r1", when=week), m("r2", when=day), m("r3", when=other), m("r4", when=day))
    assert incident.when.value == day
    assert (incident.when.support, incident.when.against) == (("r1:1", "r2:1", "r4:1"), ("r3:1",))
    conflict = next(conflict for conflict in incident.conflicts if conflict.field == "when")
    assert ("r3:1", "2022-01-25") in conflict.values


def test_a_date_is_unknown_when_nobody_gives_one() -> None:
    assert _settled(m("r1")).when.value is None
    assert _settled(m("r1")).when.rule == "when.not_stated"


def test_the_finest_place_within_the_area_that_most_name() -> None:
    outlier = p("Mosul", admin1="Nineveh", precision=PlacePrecision.exact)
    mentions = [m("r1", where=p("Wasit", ADMIN1)), m("r2", where="Kut"), m("r3", where=outlier), m("r4", where="Kut")]
    incident = _settled(*mentions)
    assert incident.where.value is not None
    assert incident.where.value.name == "Kut"
    assert (incident.where.support, incident.where.against) == (("r1:1", "r2:1", "r4:1"), ("r3:1",))
    assert [conflict.field for conflict in incident.conflicts] == ["where"]


def test_named_actors_stand_over_classes_and_disagreement_is_kept() -> None:
    incident = _settled(m("r1", by=GUNMEN), m("r2", by="Group A"), m("r3", by="Group B"), m("r4", by="Group A"))
    assert [actor.name for actor in incident.perpetrators.value] == ["Group A", "Group B"]
    assert incident.perpetrators.against == ("r3:1",)
    assert incident.conflicts[0].field == "perpetrators"
    assert _settled(m("r1", by=GUNMEN)).perpetrators.value == (GUNMEN,)
    assert _settled(m("r1", by=[ARMY, GUNMEN])).perpetrators.value == (ARMY, GUNMEN)


def test_a_denied_claim_settles_nothing() -> None:
    denied = c(ARMY, "r1", stance=Stance.denied)
    assert settle_mention(m("r1", by=[denied])).perpetrators.value == ()
    assert settle_mention(m("r1", killed=c(t(4), "r1", stance=Stance.denied))).killed.value == n((None, None, None))


def test_targets_of_one_actor_or_class_are_one() -> None:
    post = Target(words="an army post", target_class="military", actor=ARMY)
    incident = _settled(m("r1", at=post), m("r2", at="military"), m("r3", at=["police", "military"]))
    assert [target.label for target in incident.targets.value] == ["Army", "police"]


def test_weapons_and_tactics_add_up() -> None:
    incident = _settled(
        m("r1", weapons=["ied", "knife"], tactics="decoy"), m("r2", weapons="ied"), m("r3", weapons="axe")
    )
    assert incident.weapons.value == ("ied", "axe", "knife")
    assert incident.weapons.rule == "weapons.union"
    assert incident.tactics.value == ("decoy",)


def test_a_mention_alone_is_settled_by_the_same_rules() -> None:
    mention = m("r1", event_type="bombing", killed=7, injured=(20, None, None), where=["Kut", p("Wasit", ADMIN1)])
    alone = settle_mention(mention)
    assert alone == settle([mention], {})
    assert (alone.killed.value, alone.injured.value) == (n(7), n((20, None, None)))
    assert alone.where.value is not None
    assert alone.where.value.name == "Kut"


@pytest.mark.parametrize(
    ("event_type", "tolls", "killed", "own", "civilians"),
    [
        ("attack", [t(11, victims=VictimClass.armed)], 11, None, None),
        ("attack", [t(11), t(2, total=False, victims=VictimClass.civilian)], 11, None, 2),
        ("attack", [t(5, total=False), t(2, total=False, victims=VictimClass.civilian)], 7, None, 2),
        ("attack", [t(11), t(3, side=Side.perpetrator)], 11, 3, None),
        ("attack", [t(n(2), total=False), t(n(2), total=False)], 2, None, None),
        ("armed_clash", [t(11), t(3, side=Side.perpetrator)], 14, 3, None),
        ("armed_clash", [t(14, side=Side.unknown), t(3, total=False, side=Side.perpetrator)], 14, 3, None),
        ("armed_clash", [t(3, total=False, side=Side.perpetrator)], 3, 3, None),
        ("suicide_bombing", [t(1, side=Side.perpetrator)], None, 1, None),
    ],
)
def test_whose_dead_count(event_type: str, tolls: list[Any], killed: Any, own: Any, civilians: Any) -> None:
    incident = settle_mention(m("r1", event_type=event_type, killed=tolls))
    found = (incident.killed.value.best, incident.killed_perpetrators.value.best, incident.killed_civilians.value.best)
    assert found == (killed, own, civilians)
