"""Turns a row of the register's TOML into an actor and the names it bears."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasid.model.actor import ActorKind
from rasid.resolve.register import Actor, Designation, Named, Phase, Relation, Style


def actor_of(row: Mapping[str, Any]) -> Actor:
    """Return the actor of a row without faults."""
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
        designations=tuple(
            Designation(body=d["list"], start=d.get("from", ""), end=d.get("until", ""))
            for d in row.get("designations", ())
        ),
    )


def names_of(row: Mapping[str, Any]) -> list[Named]:
    """Return the names of a row without faults, each with what it needs of the letters and where it counts."""
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
