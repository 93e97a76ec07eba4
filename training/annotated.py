"""Real prose annotated by hand as gold: documents of MUC-4's development part, with what the key holds of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.document import Annotation, Trigger
from corpus.load import Annotated, load
from rasid.model import EventType
from rasid.text.sentences import sentences
from training.gold import Gold
from training.keys import Told, keys_of, place, sentence_at
from training.own import gold


def annotated_gold(
    standoff: Sequence[Path], data: Path, templates: Mapping[str, Sequence[dict[str, Any]]]
) -> Iterator[Gold]:
    """Yield the documents of some standoff files whole; those annotated only in part are left out."""
    for path in standoff:
        for one in load(path, data):
            if one.window is None:
                yield gold(one.doc, one.source, one.text, one.annotation, keyed=_keyed(one, templates.get(one.doc, ())))


def _keyed(one: Annotated, templates: Sequence[dict[str, Any]]) -> dict[int, bool]:
    """Return for each incident whether a template of the key is about it."""
    told = _told(one.text, one.annotation)
    placed = set(place(one.text, told, keys_of(templates)).values())
    return {incident: incident in placed for incident in told}


def _told(text: str, annotation: Annotation) -> dict[int, Told]:
    starts = [start for start, _ in sentences(text)]
    triggers = [mark for mark in annotation.marks if isinstance(mark, Trigger)]
    return {
        number: Told(
            frozenset(one.event_type or EventType.other for one in triggers if one.incident == number),
            frozenset(sentence_at(starts, one.start) for one in triggers if one.incident == number),
        )
        for number in sorted({one.incident for one in triggers})
    }
