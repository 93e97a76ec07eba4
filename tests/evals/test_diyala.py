"""The founding case on a made-up text of the same shape; the analysis itself is not in the repository."""

from __future__ import annotations

from evals.diyala import POINTS, case_of, check
from rasid.model import ActorKind, Count, Relation, Toll
from tests.make import a, c, k, m, p, r, rel

TEXT = (
    "A group of ISIS elements, comprising about ten men, attacked an army camp, killing 11 soldiers and a sniper. "
    "The PMF launched an operation. Forces gathered at the border. The recent ISIS activity raises fears."
)
IS = a("iq.islamic_state")
PMF = a("iq.popular_mobilization_forces", ActorKind.state_force)
ARMY = a("iq.military", ActorKind.state_force)


def _passed(coding: object) -> dict[str, bool]:
    return dict(check(case_of(REPORT, coding)))  # type: ignore[arg-type] # a Coding of made values


REPORT = r(TEXT, "2022-01-24")


def _attack() -> object:
    toll = Toll(count=Count(low=11, best=12, high=12), words="11 soldiers; a sniper", total=True)
    return m(
        REPORT,
        1,
        by=[c(IS, REPORT, "A group of ISIS elements, comprising about ten men")],
        at="military_site",
        killed=[c(toll, REPORT, "11 soldiers", reason="read as further victims: a sniper")],
        weapons="medium_weapons",
        tactics="victims_asleep",
        where=p("Diyala", admin1="Diyala"),
        evidence="attacked an army camp",
    )


def test_a_full_attack_passes_its_points_and_an_empty_coding_hardly_any() -> None:
    passed = _passed(k(REPORT, _attack()))  # type: ignore[arg-type]
    assert [name for name, hit in passed.items() if name.startswith("attack") and not hit] == [
        "attack: on the Iraqi army"
    ]
    assert sum(_passed(k(REPORT)).values()) <= 2


def test_a_second_attack_or_a_mention_of_the_last_sentence_fails() -> None:
    doubled = _passed(k(REPORT, _attack(), m(REPORT, 2, evidence="The recent ISIS activity")))  # type: ignore[arg-type]
    assert not doubled["attack: coded once"]
    assert not doubled["no incident from the last sentence"]
    assert not doubled["nothing else coded"]


def test_relations_hold_in_either_direction() -> None:
    attack = m(REPORT, 1, by=IS)
    operation = m(REPORT, 2, "security_operation", by=PMF, when="2022-01-23", where=p("Great Basin"))
    links: tuple[Relation, ...] = (rel(operation, attack),)
    passed = _passed(k(REPORT, attack, operation, relations=links))
    assert passed["operation: answers the attack"]
    assert passed["operation: on 2022-01-23"]
    assert not _passed(k(REPORT, attack, operation))["operation: answers the attack"]


def test_deployment_needs_the_army_and_the_border() -> None:
    mention = m(REPORT, 1, "deployment", by=ARMY, evidence="Forces gathered at the border.")
    passed = _passed(k(REPORT, mention))
    assert passed["deployment: of Iraqi forces"]
    assert passed["deployment: at the border"]


def test_every_point_has_a_name_of_its_own() -> None:
    assert len({name for name, _ in POINTS}) == len(POINTS) >= 25
