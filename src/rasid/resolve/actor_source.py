"""The register's TOML files: read, checked, and turned into actors with their names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasid.errors import RegisterError
from rasid.model.actor import ActorKind
from rasid.resolve.actor_check import name_conflicts, relation_faults, row_faults, shape_faults
from rasid.resolve.actor_rows import actor_of, names_of, style_of
from rasid.resolve.register import BODIES, Actor, Named, Style, is_state_body

VOCABULARY_FILES = ("generic", "nationalities", "states")


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """What the TOML files hold: actors, their names, and the raw vocabulary tables by file name."""

    actors: dict[str, Actor]
    names: tuple[Named, ...]
    tables: dict[str, dict[str, Any]]


def read_source(folder: Path) -> RegisterSource:
    """Read and check the register's TOML files in `folder`; raises RegisterError that lists every fault found."""
    tables = {path.stem: read_table(path) for path in sorted(folder.glob("*.toml"))}
    missing = [name for name in VOCABULARY_FILES if name not in tables]
    if missing:
        msg = f"the register folder {folder} has no {', '.join(missing)}.toml; take the files of the package"
        raise RegisterError(msg)
    rows = [
        (stem, row) for stem, table in tables.items() if stem not in VOCABULARY_FILES for row in table.get("actors", [])
    ]
    placed = [(f"{stem}.toml, {row.get('id', '(no id)')}", row) for stem, row in rows]
    for check in (shape_faults, row_faults):
        refuse([fault for where, row in placed for fault in check(where, row)])
    actors = {
        **state_bodies(tables["nationalities"], tables["states"]),
        **{row["id"]: actor_of(row) for _, row in rows},
    }
    names = (*(name for _, row in rows for name in names_of(row)), *_state_names(actors, tables["states"]))
    known = actors.__contains__
    refuse([*_double_ids(rows), *relation_faults(actors.values(), known), *name_conflicts(actors.__getitem__, names)])
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


def read_table(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds; raises RegisterError when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        msg = f"the register file {path.name} cannot be read: {error}"
        raise RegisterError(msg) from error


def refuse(faults: list[str]) -> None:
    """Raise RegisterError that lists the faults, if there are any."""
    if faults:
        msg = f"the register has {len(faults)} fault(s):\n  " + "\n  ".join(faults)
        raise RegisterError(msg)


def _double_ids(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    seen: dict[str, str] = {}
    faults = []
    for stem, row in rows:
        if row["id"] in seen:
            faults.append(f"id {row['id']} stands in {seen[row['id']]}.toml and in {stem}.toml")
        seen[row["id"]] = stem
    return faults


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
