"""The texts of other people's corpora that may be annotated, from the folder they lie in; none is in the repository."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.guard import refuse_held_out
from rasid.errors import SourceError, UnknownNameError
from rasid.model.report import normalise_text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pack:
    """Where a corpus lies below the data folder, and its names for id, day of publication and country."""

    file: str
    id: str
    day: str | None = None
    split: str | None = None


PACKS: Mapping[str, _Pack] = {
    "muc4": _Pack(file="muc4/docs.jsonl", id="docid", day="dateline_date", split="dev"),
    "re3d": _Pack(file="re3d/train.jsonl", id="id"),
    "wikiwars": _Pack(file="temporal/wikiwars_dev.jsonl", id="id"),  # its `dct` is the day of download
    "isaf": _Pack(file="isaf_press_releases/dev.jsonl", id="id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignText:
    """A text that is not ours: NFC with newlines, as `Report.text` would be, with its corpus and its id there."""

    doc: str
    source: str
    text: str
    published: dt.date | None


def foreign_texts(source: str, data: Path) -> Iterator[ForeignText]:
    """Yield the texts of a corpus that may be annotated and trained on, in the order of its file.

    Raises UnknownNameError for a corpus that is not in PACKS, SourceError for a missing file or a held-out document.
    """
    if source not in PACKS:
        msg = f"no corpus is called {source!r}; there are {', '.join(PACKS)}"
        raise UnknownNameError(msg)
    pack = PACKS[source]
    path = data / pack.file
    if not path.is_file():
        msg = f"{path}: no such file; give the folder that holds {pack.file}"
        raise SourceError(msg)
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if pack.split is None or row["split"] == pack.split:
                yield _text(source, pack, row)


def _text(source: str, pack: _Pack, row: Mapping[str, Any]) -> ForeignText:
    refuse_held_out(source, row[pack.id])
    text = normalise_text(row["text"])
    return ForeignText(doc=row[pack.id], source=source, text=text, published=_day(row.get(pack.day or "")))


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:  # the packs leave days out, or give a month alone
        return None
