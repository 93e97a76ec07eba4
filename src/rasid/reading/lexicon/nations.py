"""Countries and their peoples as words: "Russian", "Israel"; they name a side wherever they stand."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from rasid.reading.lexicon.sentence import Sentence


@cache
def _words() -> frozenset[tuple[str, ...]]:
    """Return the lower-case words of every country's name and people, each as a tuple."""
    text = (files("rasid.data") / "actors" / "nationalities.toml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = tomllib.loads(text)
    names = [
        name for row in rows.values() for name in (row.get("name", ""), *row.get("people", ()), *row.get("names", ()))
    ]
    plain = {tuple(name.lower().split()) for name in names if name}
    return frozenset(plain | {(*words[:-1], words[-1] + "s") for words in plain if words})


def is_nation(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether tokens `[start, end)` are a country or a people."""
    return tuple(sentence.forms[start:end]) in _words()


def nation_in(sentence: Sentence, start: int, end: int) -> int | None:
    """Return where a country or a people of one or two words first begins in `[start, end)`, or None."""
    for at in range(start, end):
        if is_nation(sentence, at, at + 1) or (at + 2 <= end and is_nation(sentence, at, at + 2)):
            return at
    return None
