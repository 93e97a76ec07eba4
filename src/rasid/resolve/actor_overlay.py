"""A project's own actors, laid over the shipped register: new ones, and more names, dates and relations of known ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rasid.resolve.actor_check import name_conflicts, relation_faults, row_faults, shape_faults
from rasid.resolve.actor_pack import actor_row, longest_by_word, names_by_key
from rasid.resolve.actor_rows import actor_of, names_of
from rasid.resolve.actor_source import read_table, refuse
from rasid.resolve.actor_words import spellings
from rasid.resolve.register import Actor, Named, Register, load_register, pack, unpack

_ADDED = ("relations", "kinds", "ucdp", "designations")


@cache
def load_overlaid(path: Path) -> Register:
    """Return the shipped register with the actors of a TOML file in its format laid over it.

    An entry with a new id is a new actor and needs all that the register's own entries need. An entry with a known id needs
    only what it adds: names, relations, designations and ids are added, other fields replace the shipped ones. Raises
    RegisterError that lists every fault: unknown fields, impossible dates, unknown actors, a name that two actors of one country
    would bear at one time.
    """
    base = load_register()
    table = read_table(path)
    others = [f"{path.name}: unknown table {key!r}; actors stand in [[actors]]" for key in table if key != "actors"]
    rows = table.get("actors", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        refuse([f"{path.name}: actors must be written as [[actors]] tables"])
    placed = [(f"{path.name}, entry {number} ({row.get('id', 'no id')})", row) for number, row in enumerate(rows, 1)]
    refuse([*others, *(fault for where, row in placed for fault in shape_faults(where, row))])
    whole = [(where, _completed(row, base)) for where, row in placed]
    refuse([*_twice(placed), *(fault for where, row in whole for fault in row_faults(where, row))])
    actors = {row["id"]: actor_of(row) for _, row in whole}
    names = [name for _, row in whole for name in names_of(row)]
    return _laid_over(base, actors, names)


def _completed(row: Mapping[str, Any], base: Register) -> dict[str, Any]:
    """Return a row with the fields of the shipped actor of its id, if there is one, where it gives none of its own."""
    if row.get("id") not in base:
        return dict(row)
    shipped = _as_row(base.actor(row["id"]))
    added = {field: [*shipped[field], *row.get(field, ())] for field in _ADDED}
    aliases = [name for name in base.names_of(row["id"]) if name in row.get("primary", ())]
    return {**shipped, **row, **added, "aliases": [*row.get("aliases", ()), *aliases]}


def _as_row(actor: Actor) -> dict[str, Any]:
    periods = {
        "relations": [{"kind": r.kind, "of": r.of, "from": r.start, "until": r.end} for r in actor.relations],
        "kinds": [{"kind": p.kind.value, "from": p.start, "until": p.end} for p in actor.phases],
        "designations": [{"list": d.body, "from": d.start, "until": d.end} for d in actor.designations],
    }
    dates = {"formed": actor.formed, "ended": actor.ended}
    return {
        "id": actor.actor_id,
        "name": actor.name,
        "kind": actor.kind.value,
        "countries": list(actor.countries),
        "ucdp": list(actor.ucdp),
        "sources": ["register"],
        **{key: value for key, value in dates.items() if value},
        **{
            field: [{key: value for key, value in entry.items() if value} for entry in entries]
            for field, entries in periods.items()
        },
    }


def _twice(placed: Iterable[tuple[str, Mapping[str, Any]]]) -> list[str]:
    seen: dict[str, str] = {}
    faults = []
    for where, row in placed:
        if row.get("id") in seen:
            faults.append(f"{where}: the id stands already in {seen[row['id']]}")
        seen.setdefault(row.get("id", ""), where)
    return faults


def _laid_over(base: Register, actors: Mapping[str, Actor], names: list[Named]) -> Register:
    def actor(actor_id: str) -> Actor:
        return actors.get(actor_id) or base.actor(actor_id)

    keys = {key for named in names for key in spellings(named.written)}
    beside = [named for key in keys for named in base.bearers(key)]
    refuse(
        [
            *relation_faults(actors.values(), lambda one: one in actors or one in base),
            *name_conflicts(actor, [*names, *beside]),
        ]
    )
    data = base.data
    packed = {key: pack(sorted({*unpack(own), *base.bearers(key)})) for key, own in names_by_key(names).items()}
    longest = longest_by_word(packed)
    return Register(
        {
            "actors": {**data["actors"], **{one: actor_row(actor) for one, actor in actors.items()}},
            "names": {**data["names"], **packed},
            "longest": {
                **data["longest"],
                **{word: max(size, data["longest"].get(word, 0)) for word, size in longest.items()},
            },
        }
    )
