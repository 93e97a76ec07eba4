"""Annotations as JSON objects beside the text: with the text for our own reports, without it for other people's.

One object a document: `doc`, `source` ("rasid" for our own), `sha256` of the text that the offsets count on, `marks` in
text order, `incidents`, `relations`; our own also have `head` and `text`, but for second annotations, whose text is the report's; where only a part of a text was annotated, `window` is
its half-open stretch, outside which nothing is known. Triggers carry their full type and status, so
that no reader of the file needs the guide's rule on what may be left out.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from corpus.document import Annotation, Argument, Document, Head, Mark, Statement, Trigger, in_order
from corpus.fingerprint import sha256_of
from rasid.errors import SourceError
from rasid.model import Status

OWN = "rasid"
_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "trigger": TypeAdapter(Trigger),
    "argument": TypeAdapter(Argument),
    "statement": TypeAdapter(Statement),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standoff:
    """An annotation with what its text is known by; `head` and `text` are None for texts that are not ours."""

    doc: str
    source: str
    sha256: str
    annotation: Annotation
    head: Head | None = None
    text: str | None = None
    window: tuple[int, int] | None = None


_REST = TypeAdapter(Annotation)
_HEAD = TypeAdapter(Head)
_WINDOW: TypeAdapter[tuple[int, int] | None] = TypeAdapter(tuple[int, int] | None)


def standoff_of(document: Document) -> Standoff:
    """Return one of our own reports as standoff, with types and statuses of all triggers filled in."""
    return Standoff(
        doc=document.head.id,
        source=OWN,
        sha256=sha256_of(document.text),
        annotation=filled_in(document.annotation),
        head=document.head,
        text=document.text,
    )


def bare(standoff: Standoff) -> Standoff:
    """Return a standoff without head and text: marks on a report that is kept elsewhere."""
    return replace(standoff, head=None, text=None)


def document_of(standoff: Standoff) -> Document:
    """Return the report of a standoff with head and text, repeated types and statuses left out again.

    Raises SourceError for one without them.
    """
    if standoff.head is None or standoff.text is None:
        msg = f"{standoff.source} {standoff.doc}: no head or no text; only our own reports become marked-up files"
        raise SourceError(msg)
    return Document(head=standoff.head, text=standoff.text, annotation=left_out(standoff.annotation))


def filled_in(annotation: Annotation) -> Annotation:
    """Return the annotation with type and status on every trigger."""
    full = annotation.full_triggers()
    marks = tuple(next(full) if isinstance(mark, Trigger) else mark for mark in annotation.marks)
    return replace(annotation, marks=marks)


def left_out(annotation: Annotation) -> Annotation:
    """Return the annotation with type and status only where the guide wants them."""
    first: dict[int, Trigger] = {}
    return replace(annotation, marks=tuple(_spare(mark, first) for mark in annotation.marks))


def _spare(mark: Mark, first: dict[int, Trigger]) -> Mark:
    if not isinstance(mark, Trigger):
        return mark
    lead = first.setdefault(mark.incident, mark)
    if lead is mark:
        return replace(mark, status=None if mark.status is Status.reported else mark.status)
    return replace(
        mark,
        event_type=None if mark.event_type is lead.event_type else mark.event_type,
        status=None if mark.status is (lead.status or Status.reported) else mark.status,
    )


def write_standoff(path: Path, rows: Iterable[Standoff]) -> int:
    """Write standoff as JSON lines; returns their number."""
    number = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(as_json(row), ensure_ascii=False) + "\n")
            number += 1
    return number


def read_standoff(path: Path) -> Iterator[Standoff]:
    """Yield the standoff of a file of JSON lines; raises SourceError, with the line, for what is none."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield from_json(json.loads(line))
            except (ValidationError, KeyError, ValueError) as error:
                msg = f"{path}:{number}: not standoff as corpus/standoff.py describes it: {error}"
                raise SourceError(msg) from error


def as_json(row: Standoff) -> dict[str, Any]:
    """Return a standoff as a JSON object, unknown values left out."""
    told: dict[str, Any] = {"doc": row.doc, "source": row.source, "sha256": row.sha256}
    if row.head is not None:
        told["head"] = _told(asdict(row.head))
    if row.text is not None:
        told["text"] = row.text
    if row.window is not None:
        told["window"] = list(row.window)
    told["marks"] = [{"mark": type(mark).__name__.lower(), **_told(asdict(mark))} for mark in row.annotation.marks]
    told["incidents"] = [_told(asdict(record)) for record in row.annotation.incidents]
    told["relations"] = [_told(asdict(record)) for record in row.annotation.relations]
    return told


def from_json(row: Mapping[str, Any]) -> Standoff:
    """Return the standoff of a JSON object; raises KeyError or ValidationError for what is none.

    Raises SourceError when its text is not the one that the offsets were counted on.
    """
    marks = tuple(_KINDS[mark["mark"]].validate_python(_without_kind(mark)) for mark in row["marks"])
    rest = _REST.validate_python({"incidents": row["incidents"], "relations": row["relations"]})
    text = row.get("text")
    if text is not None and sha256_of(text) != row["sha256"]:
        msg = f"{row['source']} {row['doc']}: the text is not the one that was annotated (sha256 differs)"
        raise SourceError(msg)
    return Standoff(
        doc=row["doc"],
        source=row["source"],
        sha256=row["sha256"],
        annotation=replace(rest, marks=in_order(marks)),
        head=_HEAD.validate_python(row["head"]) if "head" in row else None,
        text=text,
        window=_WINDOW.validate_python(row.get("window")),
    )


def _without_kind(mark: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mark.items() if key != "mark"}


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in values.items() if value is not None and value != ()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
