"""Towns and villages of a report replaced by others of the same district, so that what contains them stays true."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from corpus.document import Document, Role
from corpus.edit import Edit, edited, whole

_SETTLEMENTS = {"town", "village", "city", "suburb"}


def swap_places(document: Document, dice: Random) -> Document:
    """Return the report with each settlement that a place mark names replaced throughout by another.

    The other is a settlement of the same kind and district of the project's own tables, and is not named in the report. A
    settlement of which one naming cannot be changed stays.
    """
    marked = {
        document.text[mark.start : mark.end] for mark in document.annotation.arguments if Role.place in mark.roles
    }
    for name in sorted(marked & set(_peers())):
        others = [other for other in _peers()[name] if other not in document.text]
        if others:
            document = _renamed(document, name, dice.choice(others))
    return document


def _renamed(document: Document, name: str, other: str) -> Document:
    changed = edited(document, [Edit(*match.span(), other) for match in whole(name).finditer(document.text)])
    return document if re.search(rf"\b{re.escape(name)}\b", changed.text) else changed


@cache
def _peers() -> dict[str, tuple[str, ...]]:
    """Return, by name, the other settlements of the same kind and district; names that stand in two districts left out."""
    groups: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for unit, districts in _tables():
        for district, places in districts.items():
            for name, place in places.items() if isinstance(places, dict) else ():
                if isinstance(place, dict) and place.get("kind") in _SETTLEMENTS:
                    groups[unit, district, place["kind"]].append(name)
    peers: dict[str, tuple[str, ...]] = {}
    seen: set[str] = set()
    for group in groups.values():
        for name in group:
            peers[name] = () if name in seen else tuple(other for other in group if other != name)
            seen.add(name)
    return {name: others for name, others in peers.items() if others}


def _tables() -> list[tuple[str, dict[str, Any]]]:
    """Return (unit, its districts) of all tables, in the order of the files."""
    folder = files("rasid.data") / "gazetteer" / "own"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    tables = [tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in names]
    return [(unit, table) for one in tables for unit, table in one.items() if isinstance(table, dict)]
