"""What a reader saw in a report: words and offsets only, no world knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rasid.model.codes import (
    AssessmentTopic,
    EventType,
    MentionRole,
    RelationKind,
    Stance,
    StatementKind,
    Status,
)
from rasid.model.span import Span


class ArgumentRole(StrEnum):
    """What a phrase is to the trigger it belongs to."""

    perpetrator = "perpetrator"
    target = "target"
    killed = "killed"
    injured = "injured"
    abducted = "abducted"
    arrested = "arrested"
    displaced = "displaced"
    weapon = "weapon"
    place = "place"
    time = "time"
    tactic = "tactic"


class Part(StrEnum):
    """How a casualty phrase stands to the others of its kind around one trigger.

    whole: a group of its own; added: "in addition to", "as well as"; subset: "including", "among them";
    toll: a stated total ("bringing the toll to").
    """

    whole = "whole"
    added = "added"
    subset = "subset"
    toll = "toll"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A phrase and its role; `code` is a codebook class the lexicon gives it (weapon, tactic, target class)."""

    role: ArgumentRole
    span: Span
    head: Span
    rule: str
    part: Part = Part.whole
    code: str | None = None
    said_by: Span | None = None
    stance: Stance = Stance.asserted
    confidence: float | None = None
    """The reader's own chance in [0, 1] that this is right; None where it does not weigh."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to say what stands in `scope`; `speaker` is None when only the manner is given ("reportedly")."""

    scope: Span
    cue: Span
    speaker: Span | None
    stance: Stance
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells an act, what the reader took it to be, and its arguments.

    `incident` numbers the incidents of the report: triggers with the same number tell the same one.
    """

    span: Span
    sentence: int
    incident: int
    event_type: EventType
    status: Status
    status_rule: str
    role: MentionRole
    rule: str
    arguments: tuple[Argument, ...] = ()
    attribution: Attribution | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatement:
    """A warning, threat, condemnation, claim, denial or assessment as read; `incident` is what it is about."""

    kind: StatementKind
    span: Span
    cue: Span
    speaker: Span | None
    rule: str
    topic: AssessmentTopic | None = None
    incident: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRelation:
    """A stated link from one incident number of the report to another."""

    source: int
    target: int
    kind: RelationKind
    cue: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader saw in one report. `reader` is "name/version"; sentences are in text order."""

    report_id: str
    reader: str
    sentences: tuple[Span, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    statements: tuple[ReadStatement, ...] = ()
    relations: tuple[ReadRelation, ...] = ()
    dropped: tuple[tuple[Span, str], ...] = ()
    """Trigger words that were seen and not taken, each with the rule that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A reading with the chance in [0, 1] of each incident number to be in a key of notable incidents."""

    reading: Reading
    notable: dict[int, float]
