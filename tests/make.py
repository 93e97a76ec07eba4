"""Short factories for hand-built values: r report, s span, c claim, m mention, k coding, w when, p place, a actor.

Every argument has a default fit for tests, and strings stand for the values they name: `m("r1", killed=11, when="2022-01-21",
where="Kut", by="IS")`. Places and actors are made from their names alone, so the same name is the same place or actor.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from rasid.model import (
    ActorKind,
    ActorRef,
    Claim,
    Coding,
    Count,
    DateBasis,
    DatePrecision,
    Decision,
    DecisionKind,
    EventType,
    Mention,
    MentionRole,
    PlacePrecision,
    Relation,
    RelationKind,
    Report,
    Side,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Status,
    Target,
    Toll,
    VictimClass,
    When,
    Where,
    make_report,
)

T = TypeVar("T")
BY = "made/1"


def r(text: str = "Gunmen attacked a post near Kut.", published: str | None = None, **fields: Any) -> Report:
    """Return a report; `published` in ISO form."""
    return make_report(text, published=date.fromisoformat(published) if published else None, **fields)


def s(report: Report | str, words: str | None = None) -> Span:
    """Return the span of `words` in the report, of all of it without; of its first letter if only an id is given."""
    if isinstance(report, str):
        return Span(report_id=report, start=0, end=1)
    start = report.text.index(words) if words is not None else 0
    return Span(report_id=report.report_id, start=start, end=start + len(words if words is not None else report.text))


def c(value: T, report: Report | str = "r1", words: str | None = None, **more: Any) -> Claim[T]:
    """Return a claim on `words` of the report; stance, rule, said_by and confidence by keyword."""
    return Claim(value=value, evidence=(s(report, words),), **({"coded_by": BY, "rule": "made"} | more))


def n(value: int | tuple[int | None, int | None, int | None] | Count) -> Count:
    """Return a count: 11 is exact, (11, 11, None) is low, best, high."""
    if isinstance(value, Count):
        return value
    return Count.exactly(value) if isinstance(value, int) else Count(low=value[0], best=value[1], high=value[2])


def t(value: Any, *, total: bool = True, side: Side = Side.target, victims: VictimClass = VictimClass.unknown) -> Toll:
    """Return a toll, a total unless told otherwise."""
    return Toll(count=n(value), words=str(value), total=total, side=side, victims=victims)


def w(first: str | When, last: str | None = None, precision: DatePrecision | None = None) -> When:
    """Return a When from ISO days; the precision follows from the width unless given."""
    if isinstance(first, When):
        return first
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    days = (latest - earliest).days + 1
    width = DatePrecision.day if days == 1 else DatePrecision.days if days < 7 else DatePrecision.week
    width = width if days <= 7 else DatePrecision.month if days <= 31 else DatePrecision.year
    return When(earliest=earliest, latest=latest, precision=precision or width, basis=DateBasis.explicit, words=first)


def p(name: str | Where, precision: PlacePrecision = PlacePrecision.town, **more: Any) -> Where:
    """Return a place in Iraq named `name`; coordinates, division and all else by keyword."""
    if isinstance(name, Where):
        return name
    fields: dict[str, Any] = {"country": "IQ", "admin1": "Wasit", "ucdp_prec": 1, "confidence": 0.9}
    if precision is PlacePrecision.admin1:
        fields |= {"admin1": name, "ucdp_prec": 4}
    elif precision is PlacePrecision.country:
        fields |= {"admin1": None, "ucdp_prec": 6}
    return Where(place_id=f"{precision.value}:{name}", name=name, words=name, precision=precision, **(fields | more))


def a(name: str | ActorRef, kind: ActorKind = ActorKind.rebel_group, **more: Any) -> ActorRef:
    """Return an actor of the register with its name as id, or with `kind` unidentified a class without one."""
    if isinstance(name, ActorRef):
        return name
    actor_id = None if kind is ActorKind.unidentified_armed_group else name
    return ActorRef(**({"actor_id": actor_id, "name": name, "kind": kind, "words": name} | more))


def g(name: str | Target) -> Target:
    """Return a target of the class `name`."""
    return name if isinstance(name, Target) else Target(words=name, target_class=name)


def m(
    report: Report | str = "r1",
    number: int = 1,
    event_type: EventType | str = EventType.attack,
    *,
    status: Status | str = Status.reported,
    role: MentionRole | str = MentionRole.main,
    evidence: str | None = None,
    **facets: Any,
) -> Mention:
    """Return mention `number` of a report.

    Facets by keyword, each one value, a claim, or a list of them: when (times), where (places), by (perpetrators), at (targets),
    killed, injured, abducted, arrested, displaced (number, triple or Toll), weapons, tactics. `evidence` are words of
    the report; without, all of its text.
    """
    report_id = report if isinstance(report, str) else report.report_id
    names = {"when": "times", "where": "places", "by": "perpetrators", "at": "targets"}
    makers: dict[str, Any] = {"times": w, "places": p, "perpetrators": a, "targets": g, "weapons": str, "tactics": str}
    plain = {key: facets.pop(key) for key in ("sources", "confidence") if key in facets}
    fields = {names.get(key, key): value for key, value in facets.items()}
    claims: dict[str, Any] = {key: _claims(value, makers.get(key, _toll), report) for key, value in fields.items()}
    return Mention(
        mention_id=f"{report_id}:{number}",
        report_id=report_id,
        event_type=c(EventType(event_type), report),
        status=c(Status(status), report),
        role=MentionRole(role),
        evidence=(s(report, evidence),),
        triggers=(s(report, evidence),),
        **plain,
        **claims,
    )


def k(report: Report | str, *mentions: Mention, coded_by: str = BY, **more: Any) -> Coding:
    """Return the coding of a report; statements and relations by keyword."""
    return Coding(
        report_id=report if isinstance(report, str) else report.report_id, mentions=mentions, coded_by=coded_by, **more
    )


def rel(source: Mention, target: Mention, kind: RelationKind | str = RelationKind.answers) -> Relation:
    """Return a relation stated between two mentions."""
    return Relation(
        source=source.mention_id,
        target=target.mention_id,
        kind=RelationKind(kind),
        evidence=source.evidence,
        rule="made",
    )


def st(kind: StatementKind | str, about: Mention, speaker: str | ActorRef | None = None, number: int = 1) -> Statement:
    """Return a statement about a mention, by a speaker named in words or resolved."""
    actor = speaker if isinstance(speaker, ActorRef) else None
    words = actor.words if actor is not None else speaker
    return Statement(
        statement_id=f"{about.report_id}:s{number}",
        report_id=about.report_id,
        kind=StatementKind(kind),
        evidence=about.evidence,
        speaker=Speaker(words=str(words), span=about.evidence[0], actor=actor) if words is not None else None,
        about=(about.mention_id,),
        rule="made",
        coded_by=BY,
    )


def d(kind: DecisionKind | str, *subjects: str, day: int = 1, by: str = "analyst", **more: Any) -> Decision:
    """Return a decision of an analyst on `day` of January 2024."""
    kind = DecisionKind(kind)
    fields: dict[str, Any] = {
        "decision_id": f"d-{kind.value}-{day}-{'-'.join(subjects)}",
        "at": datetime(2024, 1, day, tzinfo=UTC),
        "reason": "read both reports",
    }
    return Decision(kind=kind, subjects=subjects, by=by, **(fields | more))


def _toll(value: Any) -> Toll:
    return value if isinstance(value, Toll) else t(value)


def _claims(value: Any, make: Any, report: Report | str) -> tuple[Claim[Any], ...]:
    values: Iterable[Any] = value if isinstance(value, list) else [value]
    return tuple(item if isinstance(item, Claim) else c(make(item), report) for item in values)
