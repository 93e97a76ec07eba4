"""One report's account of one incident, and what else a report says around its incidents."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.model.actor import ActorRef
from rasid.model.claim import Claim, Speaker, Target, Toll
from rasid.model.codes import (
    AssessmentTopic,
    EventType,
    MentionRole,
    RelationKind,
    StatementKind,
    Status,
)
from rasid.model.span import Span
from rasid.model.when import When
from rasid.model.where import Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One report's account of one incident: every field is what is claimed, with evidence and speaker.

    `mention_id` is "<report_id>:<n>", n counting from 1 in the order of the text. `evidence` are the sentences told
    about the incident, the one that tells it best first.
    """

    mention_id: str
    report_id: str
    event_type: Claim[EventType]
    status: Claim[Status]
    role: MentionRole
    evidence: tuple[Span, ...]
    triggers: tuple[Span, ...]
    perpetrators: tuple[Claim[ActorRef], ...] = ()
    targets: tuple[Claim[Target], ...] = ()
    killed: tuple[Claim[Toll], ...] = ()
    injured: tuple[Claim[Toll], ...] = ()
    abducted: tuple[Claim[Toll], ...] = ()
    arrested: tuple[Claim[Toll], ...] = ()
    displaced: tuple[Claim[Toll], ...] = ()
    weapons: tuple[Claim[str], ...] = ()
    tactics: tuple[Claim[str], ...] = ()
    places: tuple[Claim[Where], ...] = ()
    times: tuple[Claim[When], ...] = ()
    sources: tuple[Speaker, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A speech act that is not an incident: who says what about which mentions."""

    statement_id: str
    report_id: str
    kind: StatementKind
    evidence: tuple[Span, ...]
    speaker: Speaker | None = None
    topic: AssessmentTopic | None = None
    about: tuple[str, ...] = ()
    rule: str
    coded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A link between two incidents that a text states: `source` answers / retaliates / ... `target`."""

    source: str
    target: str
    kind: RelationKind
    evidence: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that was coded from one report."""

    report_id: str
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    coded_by: str
