"""Which documents may not be trained on, whatever file they come in: held-out parts and test sets.

By id where a corpus numbers its parts (`forbidden.toml`), and by the words of a text for those that lie in the data folder
and are measured on, so that a copy under another name is found too.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from corpus.files import ROOT
from corpus.fingerprint import words_hash
from rasid.errors import InputError

_MEASURED = {"muc4/docs.jsonl": ("tst1", "tst2", "tst3", "tst4")}


class HeldOutError(InputError):
    """A document that is held out or measured on was about to be annotated or trained on."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = tomllib.loads((ROOT / "forbidden.toml").read_text(encoding="utf-8"))["forbidden"]
    return tuple((row["source"], re.compile(row["ids"], re.IGNORECASE), row["why"]) for row in rows)


def held_out(source: str, doc: str) -> str | None:
    """Return why a document may not be trained on, by its id; None when it may."""
    found = (why for name, ids, why in _patterns() if name in {source, "any"} and ids.fullmatch(doc))
    return next(found, None)


def refuse_held_out(source: str, doc: str) -> None:
    """Raise HeldOutError when a document may not be trained on, by its id."""
    why = held_out(source, doc)
    if why is not None:
        msg = f"{source} {doc} may not be annotated or trained on: {why}; take it out"
        raise HeldOutError(msg)


def measured_hashes(data: Path) -> frozenset[str]:
    """Return the word hashes of the texts in the data folder that are measured on; nothing of them is kept or shown."""
    return frozenset(words_hash(text) for file, splits in _MEASURED.items() for text in _texts(data / file, splits))


def leaks(texts: Iterable[tuple[str, str, str]], measured: frozenset[str]) -> list[str]:
    """Return one line for each (source, doc, text) that may not be trained on, by its id or by its words."""
    found = []
    for source, doc, text in texts:
        why = held_out(source, doc) or (
            "its words are those of a test document" if words_hash(text) in measured else None
        )
        if why is not None:
            found.append(f"{source} {doc}: {why}")
    return found


def _texts(path: Path, splits: tuple[str, ...]) -> Iterator[str]:
    if path.is_file():
        with path.open(encoding="utf-8") as lines:
            yield from (row["text"] for row in map(json.loads, lines) if row["split"] in splits)
