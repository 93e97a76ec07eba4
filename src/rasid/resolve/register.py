"""The register of organisations: who they are, when and where they exist, and what they are called."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from rasid.errors import RegisterError, UnknownNameError
from rasid.model.actor import ActorKind

INDEX_NAME = "register.json"
_USED_BEFORE, _USED_AFTER = 1, 3  # calendar years
_UCDP = 7  # where the ids of UCDP stand in a compiled row
BODIES = ("military", "police", "security_forces", "government")


class Style(IntEnum):
    """What a name needs of the letters in a text of mixed case."""

    any_case = 0
    capital = 1
    acronym = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How an organisation stands to another, between two dates (ISO year, month or day; empty when open or unknown)."""

    kind: str
    of: str
    start: str = ""
    end: str = ""

    def held(self, on: date | None) -> bool:
        """Whether the relation held on a day; without a day, whether it ever did."""
        return on is None or within(on, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A time in which an organisation was of another kind than usual, as when a rebel group rules."""

    kind: ActorKind
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """That a body put an organisation on a list of its own (a code of `actor_check.LISTS`), from one date until another."""

    body: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One organisation or state body.

    `countries` are ISO alpha-2 codes, the home country first; `formed` and `ended` are ISO years, months or days, empty
    when unknown or open; `ucdp` are its actor ids in UCDP GED. `designations` are acts of the bodies that keep the lists, not ours.
    """

    actor_id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...] = ()
    formed: str = ""
    ended: str = ""
    relations: tuple[Relation, ...] = ()
    phases: tuple[Phase, ...] = ()
    ucdp: tuple[int, ...] = ()
    designations: tuple[Designation, ...] = ()

    @property
    def home(self) -> str | None:
        """The country an actor belongs to; None for international ones."""
        international = self.actor_id.startswith("int.")
        return self.countries[0] if self.countries and not international else None

    def kind_on(self, on: date | None) -> ActorKind:
        """The kind it was of on a day; without a day, its usual kind."""
        phases = (phase.kind for phase in self.phases if on is not None and within(on, phase.start, phase.end))
        return next(phases, self.kind)

    def alive(self, on: date | None) -> bool:
        """Whether it existed on a day, unknown ends being open; without a day, True."""
        return on is None or within(on, self.formed, self.ended)

    def in_use(self, on: date | None) -> bool:
        """Whether the news of a day may use its name: from a year before the recorded start until three after the end."""
        if on is None or self.alive(on):
            return True
        if self.ended and on.isoformat() > self.ended:
            return on.year - int(self.ended[:4]) <= _USED_AFTER
        return int(self.formed[:4]) - on.year <= _USED_BEFORE


class Named(NamedTuple):
    """One actor that bears a name: as written, in which country alone it counts, whether it is the best known."""

    actor_id: str
    written: str
    style: Style
    only_in: str = ""
    primary: bool = False


class Register:
    """The compiled register: actors by id and names by folded key."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self._rows: Mapping[str, list[Any]] = data["actors"]
        self._names: Mapping[str, str] = data["names"]
        self.longest: Mapping[str, int] = data["longest"]
        self._actors: dict[str, Actor] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._rows

    def actor(self, actor_id: str) -> Actor:
        """Return an actor by id; raises UnknownNameError when the register does not hold it."""
        actor = self._actors.get(actor_id)
        if actor is None:
            if actor_id not in self._rows:
                msg = f"the register holds no actor {actor_id!r}; ids look like 'iq.military' or 'sv.fmln'"
                raise UnknownNameError(msg)
            actor = self._actors[actor_id] = _actor(actor_id, self._rows[actor_id])
        return actor

    def bearers(self, key: str) -> list[Named]:
        """Return the actors that bear the name with this folded key, in the order of the register."""
        packed = self._names.get(key)
        return unpack(packed) if packed else []

    def names_of(self, actor_id: str) -> tuple[str, ...]:
        """Return the names of an actor as written in the register, canonical name first; raises UnknownNameError."""
        name = self.actor(actor_id).name
        bearers = (named for packed in self._names.values() if actor_id in packed for named in unpack(packed))
        return (name, *sorted({named.written for named in bearers if named.actor_id == actor_id} - {name}))

    def of_ucdp(self, ucdp: int) -> str | None:
        """Return the actor with this actor id in UCDP GED; None when the register has none."""
        return next((actor_id for actor_id, row in self._rows.items() if ucdp in row[_UCDP]), None)

    def parents(self, actor_id: str, on: date | None = None) -> tuple[str, ...]:
        """Return the ids of the bodies an actor was part of on a day, the nearest first; raises UnknownNameError."""
        chain: list[str] = []
        queue = [actor_id]
        while queue:
            for relation in self.actor(queue.pop(0)).relations:
                if relation.kind in {"part_of", "armed_wing_of"} and relation.held(on) and relation.of not in chain:
                    chain.append(relation.of)
                    queue.append(relation.of)
        return tuple(chain)


def pack(bearers: Iterable[Named]) -> str:
    """Return the bearers of a name as one string, see `unpack`; raises RegisterError when a name holds a separator."""
    rows = [(*named[:2], str(int(named.style)), named.only_in, str(int(named.primary))) for named in bearers]
    if any(separator in field for row in rows for field in row for separator in "|~"):
        msg = f"the names {[row[1] for row in rows]} hold '|' or '~', which separate names in the compiled register"
        raise RegisterError(msg)
    return "~".join("|".join(row) for row in rows)


def unpack(packed: str) -> list[Named]:
    """Return the bearers of a name from their packed form."""
    rows = (row.split("|") for row in packed.split("~"))
    return [
        Named(actor, written, Style(int(style)), only, primary == "1") for actor, written, style, only, primary in rows
    ]


def is_state_body(actor_id: str) -> bool:
    """Whether an id is that of a country's military, police, security forces or government as a whole."""
    return actor_id.partition(".")[2] in BODIES


def within(on: date, start: str, end: str) -> bool:
    """Whether a day lies between two ISO years, months or days, both included; an empty bound is open."""
    day = on.isoformat()
    return day[: len(start)] >= start and (not end or day[: len(end)] <= end)


@cache
def read_index(path: Path | None = None) -> dict[str, Any]:
    """Return a compiled register with its vocabulary as plain data, by default the package's.

    Raises RegisterError when the file is missing or damaged.
    """
    file = path or files("rasid").joinpath("data", "actors", INDEX_NAME)
    try:
        data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = (
            f"the compiled register {file} cannot be read ({error}); make it with: python -m rasid.resolve.actor_build"
        )
        raise RegisterError(msg) from error
    if not {"actors", "names", "longest", "vocabulary"} <= data.keys():
        msg = f"{file} is no compiled register; make one with: python -m rasid.resolve.actor_build"
        raise RegisterError(msg)
    return data


@cache
def load_register(path: Path | None = None) -> Register:
    """Return a compiled register, by default the package's, loaded once; raises RegisterError as `read_index` does."""
    return Register(read_index(path))


def _actor(actor_id: str, row: list[Any]) -> Actor:
    name, kind, countries, formed, ended, relations, phases, ucdp, designations = row
    return Actor(
        actor_id=actor_id,
        name=name,
        kind=ActorKind(kind),
        countries=tuple(countries),
        formed=formed,
        ended=ended,
        relations=tuple(Relation(kind=k, of=of, start=start, end=end) for k, of, start, end in relations),
        phases=tuple(Phase(kind=ActorKind(k), start=start, end=end) for k, start, end in phases),
        ucdp=tuple(ucdp),
        designations=tuple(Designation(body=body, start=start, end=end) for body, start, end in designations),
    )
