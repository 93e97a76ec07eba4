"""The register's TOML files: read, checked, and turned into actors with their names."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from rasid.errors import RegisterError
from rasid.model.actor import ActorKind
from rasid.resolve.actor_words import spellings
from rasid.resolve.register import BODIES, Actor, Named, Phase, Relation, Style, is_state_body

VOCABULARY_FILES = ("generic", "nationalities", "states")
RELATION_KINDS = (
    "part_of",
    "armed_wing_of",
    "affiliate_of",
    "successor_of",
    "split_from",
    "ally_of",
    "led_by",
)
_FIELDS = {
    "id", "name", "kind", "countries", "formed", "ended", "aliases", "cased", "acronyms", "primary", "local", "relations", "kinds", "ucdp", "sources",
}  # fmt: skip
_ID = re.compile(r"(?:[a-z]{2}|int)\.[a-z0-9_]+")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """What the TOML files hold: actors, their names, and the raw vocabulary tables by file name."""

    actors: dict[str, Actor]
    names: tuple[Named, ...]
    tables: dict[str, dict[str, Any]]


def read_source(folder: Path) -> RegisterSource:
    """Read and check the register's TOML files in `folder`; raises RegisterError that lists every fault found."""
    tables = {path.stem: _table(path) for path in sorted(folder.glob("*.toml"))}
    missing = [name for name in VOCABULARY_FILES if name not in tables]
    if missing:
        msg = f"the register folder {folder} has no {', '.join(missing)}.toml; take the files of the package"
        raise RegisterError(msg)
    rows = [
        (stem, row) for stem, table in tables.items() if stem not in VOCABULARY_FILES for row in table.get("actors", [])
    ]
    faults = [fault for stem, row in rows for fault in _row_faults(stem, row)]
    _refuse(faults)
    actors = {
        **state_bodies(tables["nationalities"], tables["states"]),
        **{row["id"]: _actor(row) for _, row in rows},
    }
    names = (*(name for _, row in rows for name in _names(row)), *_state_names(actors, tables["states"]))
    _refuse([*_double_ids(rows), *_relation_faults(actors), *name_conflicts(actors, names)])
    return RegisterSource(actors, names, tables)


def state_bodies(nations: Mapping[str, Any], states: Mapping[str, Any]) -> dict[str, Actor]:
    """Return the military, police, security forces and government of every country, by id."""
    found: dict[str, Actor] = {}
    for country, nation in nations.items():
        if len(country) != len("IQ"):
            continue
        for body in BODIES:
            actor = _state_body(country, nation, body, states.get(country, {}))
            found[actor.actor_id] = actor
    return found


def name_conflicts(actors: Mapping[str, Actor], names: Iterable[Named]) -> list[str]:
    """Return the names that two actors of one country bear at the same time while nothing decides between them."""
    bearers: dict[str, set[Named]] = defaultdict(set)
    for named in names:
        for key in spellings(named.written):
            bearers[key].add(named)
    faults = []
    for key, group in sorted(bearers.items()):
        for one, other in combinations(sorted(group), 2):
            if one.actor_id != other.actor_id and _clash(actors, one, other):
                faults.append(
                    f"{key!r} means both {one.actor_id} and {other.actor_id}; mark one as primary or make it local"
                )
    return faults


def _clash(actors: Mapping[str, Actor], one: Named, other: Named) -> bool:
    if one.primary != other.primary or bool(one.only_in) != bool(other.only_in):
        return False
    first, second = actors[one.actor_id], actors[other.actor_id]
    if one.only_in or other.only_in:
        shared = one.only_in == other.only_in
    else:
        shared = bool(set(first.countries) & set(second.countries)) or (one.primary and other.primary)
    return shared and _overlap(first, second)


def _overlap(first: Actor, second: Actor) -> bool:
    return _before(first.formed, second.ended) and _before(second.formed, first.ended)


def _before(start: str, end: str) -> bool:
    """Whether a start lies before an end, at the coarser precision of the two; a touching year or day is not an overlap."""
    if not start or not end:
        return True
    size = min(len(start), len(end))
    return start[:size] < end[:size]


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"the register file {path.name} cannot be read: {error}"
        raise RegisterError(msg) from error


def _refuse(faults: list[str]) -> None:
    if faults:
        msg = f"the register has {len(faults)} fault(s):\n  " + "\n  ".join(faults)
        raise RegisterError(msg)


def _row_faults(stem: str, row: Mapping[str, Any]) -> list[str]:
    where = f"{stem}.toml, {row.get('id', '(no id)')}"
    faults = [f"{where}: unknown field {key!r}" for key in row if key not in _FIELDS]
    faults += [
        f"{where}: field {key!r} is missing" for key in ("id", "name", "kind", "countries", "sources") if key not in row
    ]
    if not _ID.fullmatch(row.get("id", "")):
        faults.append(f"{where}: an id is a country code or 'int', a dot and a slug of a-z, 0-9 and _")
    kinds = [row.get("kind"), *(phase.get("kind") for phase in row.get("kinds", ()))]
    faults += [f"{where}: kind {kind!r} is none of the actor kinds" for kind in kinds if kind not in set(ActorKind)]
    faults += [
        f"{where}: date {value!r} is no ISO year, month or day" for value in _dates(row) if not _valid_date(value)
    ]
    if row.get("formed", "") > row.get("ended", "9"):
        faults.append(f"{where}: formed {row['formed']} after it ended {row['ended']}")
    own = {*row.get("aliases", ()), *row.get("cased", ()), *row.get("acronyms", ()), row.get("name")}
    faults += [
        f"{where}: primary name {name!r} is none of its names" for name in row.get("primary", ()) if name not in own
    ]
    return faults


def _dates(row: Mapping[str, Any]) -> list[str]:
    found = [row[key] for key in ("formed", "ended") if key in row]
    periods = [*row.get("relations", ()), *row.get("kinds", ())]
    return found + [period[key] for period in periods for key in ("from", "until") if key in period]


def _valid_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _double_ids(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    seen: dict[str, str] = {}
    faults = []
    for stem, row in rows:
        if row["id"] in seen:
            faults.append(f"id {row['id']} stands in {seen[row['id']]}.toml and in {stem}.toml")
        seen[row["id"]] = stem
    return faults


def _relation_faults(actors: Mapping[str, Actor]) -> list[str]:
    pairs = [(actor, relation) for actor in actors.values() for relation in actor.relations]
    faults = [
        f"{actor.actor_id}: {relation.kind} unknown actor {relation.of}"
        for actor, relation in pairs
        if relation.of not in actors
    ]
    faults += [
        f"{a.actor_id}: relation {r.kind!r} is none of {', '.join(RELATION_KINDS)}"
        for a, r in pairs
        if r.kind not in RELATION_KINDS
    ]
    return faults + [
        f"{a.actor_id}: relation to {r.of} ends before it starts" for a, r in pairs if r.end and r.start > r.end
    ]


def _actor(row: Mapping[str, Any]) -> Actor:
    relations = (
        Relation(kind=r["kind"], of=r["of"], start=r.get("from", ""), end=r.get("until", ""))
        for r in row.get("relations", ())
    )
    return Actor(
        actor_id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        countries=tuple(row["countries"]),
        formed=row.get("formed", ""),
        ended=row.get("ended", ""),
        relations=tuple(relations),
        phases=tuple(
            Phase(kind=ActorKind(p["kind"]), start=p.get("from", ""), end=p.get("until", ""))
            for p in row.get("kinds", ())
        ),
        ucdp=tuple(row.get("ucdp", ())),
    )


def _names(row: Mapping[str, Any]) -> list[Named]:
    primary = set(row.get("primary", ()))
    needing = {Style.capital: row.get("cased", ()), Style.acronym: row.get("acronyms", ())}
    free = [
        name
        for name in (row["name"], *row.get("aliases", ()))
        if name not in (*needing[Style.capital], *needing[Style.acronym])
    ]
    styled = [(name, Style.any_case) for name in free]
    styled += [(name, style) for style, names in needing.items() for name in names]
    general = [Named(row["id"], name, style, "", name in primary) for name, style in styled]
    local = row.get("local", {})
    return general + [
        Named(row["id"], name, style_of(name), country, name in primary)
        for country, some in local.items()
        for name in some
    ]


def style_of(name: str) -> Style:
    """Return what a name needs of the letters: capitals for an acronym, an initial for a name, nothing for common words."""
    if name == name.upper() and any(map(str.isalpha, name)) and not name.islower() and name.isascii():
        return Style.acronym
    return Style.capital if name[:1].isupper() else Style.any_case


def _state_body(country: str, nation: Mapping[str, Any], body: str, state: Mapping[str, Any]) -> Actor:
    article = "the " if nation.get("article") else ""
    return Actor(
        actor_id=f"{country.lower()}.{body}",
        name=f"{body.replace('_', ' ').capitalize()} of {article}{nation['name']}",
        kind=ActorKind.government if body == "government" else ActorKind.state_force,
        countries=(country,),
        ended=nation.get("ended", ""),
        ucdp=tuple(state.get("ucdp", ())) if body == "government" else (),
    )


def _state_names(actors: Mapping[str, Actor], states: Mapping[str, Any]) -> list[Named]:
    found = [
        Named(actor.actor_id, actor.name, Style.any_case) for actor in actors.values() if is_state_body(actor.actor_id)
    ]
    for country, state in states.items():
        for body in BODIES:
            actor_id = f"{country.lower()}.{body}"
            found += [Named(actor_id, name, style_of(name)) for name in state.get(body, ())]
            found += [Named(actor_id, name, style_of(name), country) for name in state.get("local", {}).get(body, ())]
    return found
