"""An annotated report as values: its head, its text, the marks on it and the record of its incidents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rasid.model import AssessmentTopic, Count, EventType, MentionRole, RelationKind, Stance, StatementKind, Status


class Genre(StrEnum):
    """What kind of text a report is."""

    wire = "wire"
    local = "local"
    bulletin = "bulletin"
    communique = "communique"
    rebel_statement = "rebel_statement"
    ngo = "ngo"
    un = "un"
    court = "court"
    live = "live"
    analysis = "analysis"
    oped = "oped"
    alert = "alert"
    translated = "translated"
    interview = "interview"
    feature = "feature"
    none = "none"


class Decoy(StrEnum):
    """How near a report without any incident comes to one: by words and subject, or not at all."""

    close = "close"
    far = "far"


class Role(StrEnum):
    """What a phrase is to the incidents, or for `source` also to the statements, whose numbers it carries."""

    perp = "perp"
    target = "target"
    killed = "killed"
    injured = "injured"
    abducted = "abducted"
    arrested = "arrested"
    displaced = "displaced"
    weapon = "weapon"
    place = "place"
    time = "time"
    source = "source"
    tactic = "tactic"


HARMS = (Role.killed, Role.injured, Role.abducted, Role.arrested, Role.displaced)


class Part(StrEnum):
    """How a casualty phrase stands to the others of its incident; `own` are the perpetrators' own."""

    whole = "whole"
    added = "added"
    subset = "subset"
    toll = "toll"
    own = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is known of a report besides its text; `lookalike` is the id of a report of another, like incident."""

    id: str
    published: dt.date | None = None
    publisher: str
    title: str | None = None
    genre: Genre
    country: str
    decoy: Decoy | None = None
    lookalike: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells an incident; type and status are None where they are those of the incident's first trigger.

    `start` and `end` are half-open code-point offsets into the text without marks, for this and the other marks.
    """

    start: int
    end: int
    incident: int
    event_type: EventType | None = None
    status: Status | None = None
    stance: Stance = Stance.asserted


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A phrase with its roles for its incidents; `statements` are the numbers of those it is the source of."""

    start: int
    end: int
    roles: tuple[Role, ...]
    incidents: tuple[int, ...] = ()
    statements: tuple[int, ...] = ()
    part: Part = Part.whole
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A speech act; `about` numbers the incidents it speaks of."""

    start: int
    end: int
    number: int
    kind: StatementKind
    topic: AssessmentTopic | None = None
    about: tuple[int, ...] = ()


Mark = Trigger | Argument | Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecord:
    """What the report, read whole, says of one incident.

    A harm that is None is not recorded; `Count()` is recorded as not told. `date` is as the guide writes it. Key and
    country are None only in annotations of texts that are not the project's.
    """

    number: int
    role: MentionRole
    key: str | None = None
    date: str
    country: str | None = None
    killed: Count
    injured: Count | None = None
    abducted: Count | None = None
    arrested: Count | None = None
    displaced: Count | None = None
    perp: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRecord:
    """A link that the report states from one of its incidents to another."""

    source: int
    kind: RelationKind
    target: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that is annotated on one text. Marks stand in text order, an outer mark before those inside it."""

    marks: tuple[Mark, ...] = ()
    incidents: tuple[IncidentRecord, ...] = ()
    relations: tuple[RelationRecord, ...] = ()

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """The triggers in text order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Trigger))

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """The arguments in text order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Argument))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in text order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Statement))

    def full_triggers(self) -> Iterator[Trigger]:
        """Yield the triggers with their type and status filled in from the first of their incident.

        A type that no trigger of the incident gives stays None; a status is then `reported`.
        """
        first: dict[int, Trigger] = {}
        for trigger in self.triggers:
            lead = first.setdefault(trigger.incident, trigger)
            yield Trigger(
                start=trigger.start,
                end=trigger.end,
                incident=trigger.incident,
                event_type=trigger.event_type or lead.event_type,
                status=trigger.status or lead.status or Status.reported,
                stance=trigger.stance,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One annotated report; `text` is NFC and all offsets count its code points."""

    head: Head
    text: str
    annotation: Annotation


def in_order(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return marks by start, longer ones first; marks of one stretch keep their order (outer first)."""
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
