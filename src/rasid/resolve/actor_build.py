"""Compiles the register's TOML files into one JSON file that loads in milliseconds: python -m rasid.resolve.actor_build."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rasid.errors import RegisterError
from rasid.resolve.actor_pack import actor_row, longest_by_word, names_by_key
from rasid.resolve.actor_source import RegisterSource, read_source
from rasid.resolve.actor_words import key_of
from rasid.resolve.register import INDEX_NAME

FOLDER = Path(__file__).parents[1] / "data" / "actors"


def compile_folder(folder: Path = FOLDER) -> str:
    """Return the compiled register of a folder of TOML files as JSON text; raises RegisterError when the files are at fault."""
    source = read_source(folder)
    names = names_by_key(source.names)
    data = {
        "actors": {actor_id: actor_row(actor) for actor_id, actor in sorted(source.actors.items())},
        "names": names,
        "longest": longest_by_word(names),
        "vocabulary": _vocabulary(source),
    }
    return _lines(data)


def main(folder: Path = FOLDER) -> None:
    """Write the compiled register of a folder beside its TOML files; raises RegisterError when they are at fault."""
    (folder / INDEX_NAME).write_text(compile_folder(folder), encoding="utf-8")


def plural_of(noun: str) -> str:
    """Return the regular plural of an English noun phrase, "man" and "woman" included."""
    if noun.endswith(("man", "woman")) and not noun.endswith("human"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _vocabulary(source: RegisterSource) -> dict[str, Any]:
    generic, nations = source.tables["generic"], source.tables["nationalities"]
    nouns, bodies = _nouns(generic), _bodies(generic)
    places = _nations(nations)
    flat = {
        "breaks": ("breaks", "words"),
        "foreign": ("breaks", "foreign"),
        "not_a_state": ("not_a_state", "words"),
        "counts": ("counts", "words"),
        "words": ("words", "acronyms"),
    }
    return {
        "classes": [
            {k: v for k, v in row.items() if k not in {"nouns", "fixed", "loaded"}} for row in generic["classes"]
        ],
        "nouns": nouns,
        "loaded": sorted({key_of(word) for row in generic["classes"] for word in row["loaded"]}),
        "bodies": bodies,
        "nations": places,
        "countries": {country: row["name"] for country, row in nations.items() if "name" in row},
        **{name: sorted({key_of(word) for word in generic[table][field]}) for name, (table, field) in flat.items()},
        "federated": dict.fromkeys(generic["federated"]["words"], generic["federated"]["countries"]),
        **{name: sorted(generic["affixes"][name]) for name in ("not_before", "not_after", "linked")},
        "rules": generic["rules"],
        "longest": longest_by_word([*nouns, *bodies, *places]),
    }


def _nouns(generic: Mapping[str, Any]) -> dict[str, int | None]:
    nouns: dict[str, int | None] = {}
    for noun in generic["transparent"]["nouns"]:
        nouns.update(dict.fromkeys((key_of(noun), key_of(plural_of(noun)))))
    for index, row in enumerate(generic["classes"]):
        words = {*row["nouns"], *map(plural_of, row["nouns"]), *row["fixed"], *row["loaded"]}
        for word in sorted(words):
            key = key_of(word)
            if nouns.get(key) not in {None, index}:
                msg = f"generic.toml: {word!r} stands in two classes, one of them {row['id']!r}; keep one"
                raise RegisterError(msg)
            nouns[key] = index
    return dict(sorted(nouns.items()))


def _bodies(generic: Mapping[str, Any]) -> dict[str, str]:
    """Return the state body of each collective noun, and of words that mean one only behind a nationality."""
    found = {key_of(word): body for body, words in generic["behind_a_nationality"].items() for word in words}
    for row in generic["classes"]:
        if "body" in row:
            found.update({key_of(word): row["body"] for word in (*row["fixed"], *row["loaded"])})
    return dict(sorted(found.items()))


def _nations(nations: Mapping[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {key_of(phrase): ["", ""] for phrase in nations["not_a_country"]["phrases"]}
    for country, row in nations.items():
        if country == "not_a_country":
            continue
        for word in row["people"]:
            found.setdefault(key_of(word), [country, "people"])
            found.setdefault(key_of(plural_of(word)), [country, "people"])
        for name in (row["name"], *row.get("names", ())):
            found.setdefault(key_of(name), [country, "name"])
    return dict(sorted(found.items()))


def _lines(data: Mapping[str, Any]) -> str:
    """Return JSON with one line an entry of each table, so that a change shows as the lines it touches."""
    tables = []
    for name, table in data.items():
        rows = (
            f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(row, ensure_ascii=False, separators=(',', ':'))}"
            for key, row in table.items()
        )
        tables.append(f'"{name}":{{\n' + ",\n".join(rows) + "\n}")
    return "{" + ",\n".join(tables) + "}\n"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
