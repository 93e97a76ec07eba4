"""Checks the rows of the register: fields, dates, relations, and names that two actors bear at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import combinations
from typing import Any

from rasid.model.actor import ActorKind
from rasid.resolve.actor_words import spellings
from rasid.resolve.register import Actor, Named

RELATION_KINDS = (
    "part_of",
    "armed_wing_of",
    "affiliate_of",
    "successor_of",
    "renamed_from",
    "merged_into",
    "split_from",
    "ally_of",
    "led_by",
)
LISTS = {
    "UN 1267": "United Nations Security Council, list under resolutions 1267, 1989 and 2253",
    "UN 1988": "United Nations Security Council, list under resolution 1988",
    "US FTO": "United States Department of State, Foreign Terrorist Organizations",
    "EU 2001/931": "Council of the European Union, list under Common Position 2001/931/CFSP",
    "GB TA2000": "Home Secretary of the United Kingdom, Schedule 2 of the Terrorism Act 2000",
}
"""The lists of designations: the body that keeps each, in its own words."""
_REQUIRED = ("id", "name", "kind", "countries", "sources")
_FIELDS = {
    "id", "name", "kind", "countries", "formed", "ended", "aliases", "cased", "acronyms", "primary", "local", "relations", "kinds", "ucdp", "designations", "sources",
}  # fmt: skip
_PARTS = {
    "relations": {"kind", "of", "from", "until"},
    "kinds": {"kind", "from", "until"},
    "designations": {"list", "from", "until"},
}
_STRINGS = ("id", "name", "kind", "formed", "ended")
_LISTS_OF_STRINGS = ("countries", "aliases", "cased", "acronyms", "primary", "sources")
_ID = re.compile(r"(?:[a-z]{2}|int)\.[a-z0-9_]+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def shape_faults(where: str, row: Mapping[str, Any]) -> list[str]:
    """Return the fields of a row that are unknown or of a wrong type; the other checks need a row without such faults."""
    faults = [f"{where}: unknown field {key!r}" for key in row if key not in _FIELDS]
    faults += [f"{where}: {key} must be a text in quotes" for key in _STRINGS if not isinstance(row.get(key, ""), str)]
    faults += [f"{where}: {key} must be a list of texts" for key in _LISTS_OF_STRINGS if not _texts(row.get(key, []))]
    if not isinstance(row.get("ucdp", []), list) or not all(type(one) is int for one in row.get("ucdp", [])):
        faults.append(f"{where}: ucdp must be a list of whole numbers")
    local = row.get("local", {})
    if not isinstance(local, dict) or not all(map(_texts, local.values())):
        faults.append(f'{where}: local must give a list of texts by country, as in {{ IQ = ["ISF"] }}')
    for field, keys in _PARTS.items():
        entries = row.get(field, [])
        if not isinstance(entries, list) or not all(_entry(entry, keys) for entry in entries):
            faults.append(f"{where}: {field} must be a list of tables with {', '.join(sorted(keys))}")
    return faults


def row_faults(where: str, row: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with the values of one row, seen alone."""
    faults = [f"{where}: field {key!r} is missing" for key in _REQUIRED if key not in row]
    if not _ID.fullmatch(row.get("id", "")):
        faults.append(f"{where}: an id is a country code or 'int', a dot and a slug of a-z, 0-9 and _")
    faults += [
        f"{where}: country {code!r} is no ISO 3166-1 alpha-2 code, such as IQ"
        for code in (*row.get("countries", ()), *row.get("local", {}))
        if not _COUNTRY.fullmatch(code)
    ]
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
    listed = (entry.get("list") for entry in row.get("designations", ()))
    return faults + [f"{where}: list {name!r} is none of {', '.join(LISTS)}" for name in listed if name not in LISTS]


def relation_faults(actors: Iterable[Actor], known: Callable[[str], bool]) -> list[str]:
    """Return the relations to actors that are not `known`, of no kind there is, or that end before they start."""
    pairs = [(actor, relation) for actor in actors for relation in actor.relations]
    faults = [f"{a.actor_id}: {r.kind} unknown actor {r.of}" for a, r in pairs if not known(r.of)]
    faults += [
        f"{a.actor_id}: relation {r.kind!r} is none of {', '.join(RELATION_KINDS)}"
        for a, r in pairs
        if r.kind not in RELATION_KINDS
    ]
    return faults + [
        f"{a.actor_id}: relation to {r.of} ends before it starts" for a, r in pairs if r.end and r.start > r.end
    ]


def name_conflicts(actor: Callable[[str], Actor], names: Iterable[Named]) -> list[str]:
    """Return the names that two actors of one country bear at the same time while nothing decides between them."""
    bearers: dict[str, set[Named]] = defaultdict(set)
    for named in names:
        for key in spellings(named.written):
            bearers[key].add(named)
    faults = []
    for key, group in sorted(bearers.items()):
        for one, other in combinations(sorted(group), 2):
            if one.actor_id != other.actor_id and _clash(actor, one, other):
                faults.append(
                    f"{key!r} means both {one.actor_id} and {other.actor_id}; mark one as primary or make it local"
                )
    return faults


def _clash(actor: Callable[[str], Actor], one: Named, other: Named) -> bool:
    if one.primary != other.primary or bool(one.only_in) != bool(other.only_in):
        return False
    first, second = actor(one.actor_id), actor(other.actor_id)
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


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _entry(entry: object, keys: set[str]) -> bool:
    return isinstance(entry, dict) and entry.keys() <= keys and all(isinstance(one, str) for one in entry.values())


def _dates(row: Mapping[str, Any]) -> list[str]:
    found = [row[key] for key in ("formed", "ended") if key in row]
    periods = [period for field in _PARTS for period in row.get(field, ())]
    return found + [period[key] for period in periods for key in ("from", "until") if key in period]


def _valid_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True
