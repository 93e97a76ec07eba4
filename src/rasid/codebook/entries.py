"""The codebook's entries: frozen values, as its files state them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rasid.codebook.counting import CountRule
from rasid.errors import UnknownNameError
from rasid.model import Count, EventType, StatementKind, Status, VictimClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """A case near the edge of a type, and the rule that decides it."""

    case: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledCode:
    """What a type becomes in the event and sub-event types of ACLED; `note` names the other ones it may become."""

    event_type: str
    sub_event_type: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UcdpCode:
    """Which UCDP GED types of violence (1 state-based, 2 non-state, 3 one-sided) a type may become; empty for none."""

    type_of_violence: tuple[int, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCode:
    """What a type becomes in PLOVER's categories and modes; `mode` is None where the category has none."""

    category: str
    mode: str | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """The fields of a mention that one schema cannot hold."""

    schema: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """One type in four other schemas; `loses` is what goes beyond the schema's own `loses`."""

    acled: AcledCode
    ucdp: UcdpCode
    plover: PloverCode
    cameo: str
    loses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedMention:
    """How a careful coder codes one incident of an example.

    The four word fields are lower-case-insensitive parts of the words to be coded; None where the text has none, as
    for counts and the date. Counts are totals: `killed` and `injured` leave the acting side out.
    """

    type: EventType
    status: Status = Status.reported
    perpetrator: str | None = None
    target: str | None = None
    killed: Count | None = None
    killed_perpetrators: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    arrested: Count | None = None
    displaced: Count | None = None
    weapons: tuple[str, ...] = ()
    tactics: tuple[str, ...] = ()
    place: str | None = None
    date: dt.date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedStatement:
    """A statement that the example holds, and a part of the words for who makes it."""

    kind: StatementKind
    speaker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One or two invented sentences with their coding; no mentions where a coder finds no incident.

    `country` is ISO 3166-1 alpha-2 (XK for Kosovo), `actor_kind` the kind of the acting side that the text is meant to
    cover, `published` the day the text is read on, given wherever the text has a relative date.
    """

    text: str
    country: str
    actor_kind: str
    published: dt.date | None = None
    mentions: tuple[ExpectedMention, ...] = ()
    statements: tuple[ExpectedStatement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """One event type: what it is, what it is not, and how it is told from its neighbours."""

    id: EventType
    label: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    boundaries: tuple[Boundary, ...]
    crosswalk: Crosswalk
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassEntry:
    """One class of a closed list (weapon, tactic, target, status, statement); `victims` for target classes only."""

    id: str
    label: str
    definition: str
    victims: VictimClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRule:
    """A rule that is words alone: what a field holds, or how groups of people are counted together."""

    id: str
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaEntry:
    """A schema that records can be turned into: its unit, its codes (group and members), what it never holds."""

    id: str
    label: str
    unit: str
    codes: tuple[tuple[str, tuple[str, ...]], ...]
    loses: tuple[str, ...]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Entry = TypeVar("_Entry", bound=_HasId)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The whole codebook. `version` is a digest of its files, `profile` the name of its vague-number profile.

    The look-ups raise UnknownNameError, naming the ids there are.
    """

    version: str
    profile: str
    events: tuple[EventEntry, ...]
    weapons: tuple[ClassEntry, ...]
    tactics: tuple[ClassEntry, ...]
    targets: tuple[ClassEntry, ...]
    statuses: tuple[ClassEntry, ...]
    statements: tuple[ClassEntry, ...]
    count_rules: tuple[CountRule, ...]
    combining: tuple[NamedRule, ...]
    fields: tuple[NamedRule, ...]
    schemas: tuple[SchemaEntry, ...]

    def event(self, name: str) -> EventEntry:
        """Return the entry of an event type."""
        return _find("event type", self.events, name)

    def target(self, name: str) -> ClassEntry:
        """Return the entry of a target class."""
        return _find("target class", self.targets, name)

    def count_rule(self, name: str) -> CountRule:
        """Return a rule of the vague-number profile."""
        return _find("count rule", self.count_rules, name)


def _find(what: str, entries: Iterable[_Entry], name: str) -> _Entry:
    known = {entry.id: entry for entry in entries}
    if name not in known:
        msg = f"the codebook has no {what} {name!r}; it has {', '.join(known)}"
        raise UnknownNameError(msg)
    return known[name]
