"""What happened, settled from every account of it, with the accounts kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from rasid.errors import ModelError
from rasid.model.actor import ActorRef
from rasid.model.claim import Target
from rasid.model.codes import EventType, RelationKind, Status
from rasid.model.count import Count
from rasid.model.when import When
from rasid.model.where import Where

T = TypeVar("T")


class Verdict(StrEnum):
    """The answer to "are these two mentions one incident?"; "no" and "unsure" are kept as firmly as "yes"."""

    same = "same"
    different = "not the same"
    unsure = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One feature's part in a score: its name, its weight times value, and a sentence for people."""

    feature: str
    points: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two mentions tell one incident: verdict, score in [0, 1], the reasons, by whom and when.

    `left` < `right` by id. `at` is None for the machine's own judgements, which are the same on every day.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...] = ()
    by: str
    at: datetime | None = None

    def __post_init__(self) -> None:
        if not self.left < self.right:
            msg = f"judgement wants left < right, got {self.left!r} and {self.right!r}"
            raise ModelError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled(Generic[T]):
    """A field's settled value, the rule that settled it, and the mentions that speak for it and against it."""

    value: T
    rule: str
    support: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Values for one field that cannot all be true, with who holds each; nothing is thrown away."""

    field: str
    values: tuple[tuple[str, str], ...]
    """(mention id, value as shown to people)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRelation:
    """A link to another incident, as some report states it."""

    kind: RelationKind
    other: str
    mention_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident: the mentions that tell it, the settled values, the conflicts and the relations.

    `incident_id` is derived from the smallest mention id, so it is the same on every run over the same mentions.
    """

    incident_id: str
    mention_ids: tuple[str, ...]
    event_type: Settled[EventType]
    status: Settled[Status]
    perpetrators: Settled[tuple[ActorRef, ...]]
    targets: Settled[tuple[Target, ...]]
    when: Settled[When | None]
    where: Settled[Where | None]
    killed: Settled[Count]
    injured: Settled[Count]
    abducted: Settled[Count]
    arrested: Settled[Count]
    displaced: Settled[Count]
    killed_civilians: Settled[Count]
    killed_perpetrators: Settled[Count]
    weapons: Settled[tuple[str, ...]]
    tactics: Settled[tuple[str, ...]]
    conflicts: tuple[Conflict, ...] = ()
    relations: tuple[IncidentRelation, ...] = ()
    judgements: tuple[Judgement, ...] = field(default=())
    confidence: float = 1.0
