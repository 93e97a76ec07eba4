"""What one document teaches: spans with labels, and which of its layers are known."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTrigger:
    """A trigger; None where the source of the gold does not tell a label."""

    start: int
    end: int
    incident: int
    event_type: str
    status: str | None = None
    stance: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArgument:
    """A phrase with its role in one or more incidents; `part` only for casualty phrases."""

    role: str
    start: int
    end: int
    incidents: frozenset[int]
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """A speech act's clause; its speakers are spans."""

    start: int
    end: int
    kind: str
    speakers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One document. `known` names the layers that are annotated whole; elsewhere silence says nothing.

    `unsure` are stretches in which no trigger label is learnt; `keyed` tells for incidents whether a key of notable
    incidents holds them. `shown` tells whether the network may see the lexicon reader's marks: not where they are the labels.
    """

    doc: str
    source: str
    text: str
    triggers: tuple[GoldTrigger, ...]
    arguments: tuple[GoldArgument, ...]
    statements: tuple[GoldStatement, ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()
    keyed: dict[int, bool] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    shown: bool = True
    weight: float = 1.0
