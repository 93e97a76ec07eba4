from __future__ import annotations

from corpus.align import align_incidents, align_pieces, align_statements, align_triggers, pieces
from corpus.document import Annotation, Argument, Role, Statement, Trigger
from corpus.heads import head_of
from rasid.model import EventType, StatementKind


def _trigger(start: int, end: int, incident: int = 1, event_type: EventType = EventType.attack) -> Trigger:
    return Trigger(start=start, end=end, incident=incident, event_type=event_type)


def test_a_trigger_meets_the_one_of_its_type_first_and_only_one() -> None:
    gold = [_trigger(0, 6), _trigger(0, 6, 2, EventType.bombing)]
    other = [_trigger(0, 6, 1, EventType.bombing)]
    assert align_triggers(gold, other) == [(1, 0)]
    assert align_triggers([_trigger(0, 3)], [_trigger(3, 6)]) == []


def test_incidents_meet_through_most_triggers() -> None:
    gold = [_trigger(0, 2, 1), _trigger(3, 5, 1), _trigger(6, 8, 2)]
    other = [_trigger(0, 2, 7), _trigger(3, 5, 7), _trigger(6, 8, 7)]
    assert align_incidents(gold, other, align_triggers(gold, other)) == {7: 1}


def _argument(start: int, end: int, *roles: Role, incident: int = 1) -> Annotation:
    return Annotation(marks=(Argument(start=start, end=end, roles=roles, incidents=(incident,)),))


TEXT = "at least 11 soldiers of the third brigade in Kaya"


def _same(gold: Annotation, other: Annotation, met: dict[int, int] | None = None) -> int:
    return len(align_pieces(pieces(gold, TEXT), pieces(other, TEXT), met or {1: 1}))


def test_an_argument_needs_role_incident_and_head() -> None:
    gold = _argument(0, 20, Role.killed, Role.target)
    assert _same(gold, _argument(0, 20, Role.killed, Role.target)) == 2
    assert _same(gold, _argument(12, 20, Role.killed)) == 1
    assert _same(gold, _argument(0, 41, Role.killed)) == 1
    assert _same(gold, _argument(0, 11, Role.killed)) == 0, "without the head word"
    assert _same(gold, _argument(0, 20, Role.injured)) == 0
    assert _same(gold, _argument(0, 20, Role.killed, incident=2)) == 0
    assert _same(gold, _argument(0, 20, Role.killed, incident=2), {2: 1}) == 1


def test_heads_stand_before_what_follows_them() -> None:
    for phrase, head in (
        ("at least 11 soldiers of the third brigade", "soldiers"),
        ("the regional governor, a soldier", "governor"),
        ("women who fled", "women"),
        ("Kaya", "Kaya"),
        ("ثلاثة جنود", "جنود"),
        ("--", "--"),
    ):
        start, end = head_of(phrase, 0, len(phrase))
        assert phrase[start:end] == head


def test_statements_are_the_same_by_kind() -> None:
    warning = Statement(start=0, end=5, number=1, kind=StatementKind.warning)
    denial = Statement(start=0, end=5, number=1, kind=StatementKind.denial)
    assert align_statements([warning], [warning]) == [(0, 0)]
    assert align_statements([warning], [denial]) == []
