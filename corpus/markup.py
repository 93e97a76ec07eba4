"""Annotated files into documents and back: head, text with its marks, record. `GUIDE.md` is the form's definition."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Annotation, Document, Head, IncidentRecord, Mark, RelationRecord, in_order
from corpus.head import read_head, write_head
from corpus.labels import read_label, write_label
from corpus.paths import shown
from corpus.problem import LabelError, MarkupError, Source
from corpus.record import read_record_line, write_record_line

_OPENING = re.compile(r"\[([^\[\]|\\\n]*)\|")
_ESCAPED = "[]\\"
_PLAIN = re.compile(r"[^\[\]\\]+")
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A document read from a file, with the file's offset of each mark and record line, for messages about them."""

    source: Source
    document: Document
    marks: tuple[int, ...]
    incidents: tuple[int, ...]
    relations: tuple[int, ...]


def read_file(path: Path) -> Document:
    """Return the document of an annotated file; raises MarkupError with every problem of its form."""
    return placed_file(path).document


def placed_file(path: Path) -> Placed:
    """Return the document of an annotated file with its places; raises MarkupError with every problem of its form."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        source = Source(shown(path), data[: error.start].decode("utf-8"))
        raise MarkupError(
            [source.problem(len(source.text), "this byte is not UTF-8; save the file as UTF-8")]
        ) from error
    return place(shown(path), text)


def parse(text: str, name: str = "<text>") -> Document:
    """Return the document of an annotated file's text; raises MarkupError with every problem of its form."""
    return place(name, text).document


def place(name: str, text: str) -> Placed:
    """Return the document of an annotated file's text with its places; raises MarkupError as `parse`."""
    source = Source(name, text)
    _check_characters(source)
    bounds = _parts(source)
    if bounds is None:
        raise MarkupError(source.problems)
    head_end, body_end = bounds
    head = read_head(source, 4, head_end)
    body = _Body(source, head_end + 4, body_end)
    incidents, relations = _record(source, min(body_end + 5, len(text)))
    if source.problems or head is None:
        raise MarkupError(sorted(source.problems, key=lambda problem: (problem.line, problem.column)))
    return _placed(source, head, body, incidents, relations)


def write(document: Document) -> str:
    """Return a document as the text of an annotated file; raises MarkupError where marks cross each other."""
    annotation = document.annotation
    record: list[IncidentRecord | RelationRecord] = [*annotation.incidents, *annotation.relations]
    lines = "".join(f"{write_record_line(line)}\n" for line in record)
    return f"---\n{write_head(document.head)}---\n{mark_up(document)}\n===\n{lines}"


def mark_up(document: Document) -> str:
    """Return the text of a document with its marks; raises MarkupError where marks cross each other."""
    out: list[str] = []
    ends: list[int] = []
    at = 0
    for mark in in_order(document.annotation.marks):
        at = _close(document.text, out, ends, at, mark.start)
        if ends and mark.end > ends[-1]:
            name, words = document.head.id, document.text[mark.start : mark.end]
            message = f"mark {write_label(mark)!r} over {words!r} crosses another; marks must nest"
            raise MarkupError([Source(name, document.text).problem(mark.start, message)])
        out += [_escape(document.text[at : mark.start]), f"[{write_label(mark)}|"]
        at = mark.start
        ends.append(mark.end)
    at = _close(document.text, out, ends, at, len(document.text))
    return "".join([*out, _escape(document.text[at:])])


def _close(text: str, out: list[str], ends: list[int], at: int, until: int) -> int:
    """Write the ends of open marks that lie at or before `until`; returns up to where the text is written."""
    while ends and ends[-1] <= until:
        out += [_escape(text[at : ends[-1]]), "]"]
        at = ends.pop()
    return at


def _escape(text: str) -> str:
    return re.sub(r"[\[\]\\]", r"\\\g<0>", text)


def _check_characters(source: Source) -> None:
    text = source.text
    for at, char in enumerate(text):
        if char in "\r\t\ufeff":
            source.blame(
                at, f"character {char!r}; write plain blanks, and newlines as line ends, without a byte order mark"
            )
            break
    if not unicodedata.is_normalized("NFC", text):
        at = next(i for i in range(len(text)) if not unicodedata.is_normalized("NFC", text[: i + 1]))
        source.blame(at, f"{text[max(at - 1, 0) : at + 1]!r} is not in NFC; write the composed character")


def _parts(source: Source) -> tuple[int, int] | None:
    """Return the offsets of the newlines' successors where head and body end: of the second `---` and of the `===`."""
    text = source.text
    head_end = text.find("\n---\n", 3) + 1
    if not text.startswith("---\n") or not head_end:
        source.blame(0, "the file must begin with a head: a line `---`, `key: value` lines, a line `---`")
        return None
    body_end = text.find("\n===\n", head_end)
    if body_end < 0:
        source.blame(
            max(len(text) - 1, 0), "no line `===` with a line end after the text; add one, also with no record"
        )
        return None
    return head_end, body_end


class _Body:
    """The text between head and record: read once from left to right, marks open and close as brackets."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._source = source
        self._end = end
        self._out: list[str] = []
        self._length = 0
        self._open: list[tuple[int, int, int, str]] = []
        self._marks: list[tuple[int, Mark]] = []
        at = start
        while at < end:
            at = self._step(at)
        for _, opened, _, label in self._open:
            source.blame(opened, f"mark {label!r} is never closed; write ] after its words")
        self.text = "".join(self._out)
        self._check_text(start)
        self.marks = sorted(self._marks, key=lambda placed: placed[0])

    def _step(self, at: int) -> int:
        text = self._source.text
        plain = _PLAIN.match(text, at, self._end)
        if plain:
            return self._add(plain.group(), plain.end())
        if text[at] == "\\":
            if text[at + 1 : at + 2] not in tuple(_ESCAPED):
                self._source.blame(at, r"a lone \; write \\ for the character itself")
            return self._add(text[at + 1], at + 2)
        return self._opening(at) if text[at] == "[" else self._closing(at)

    def _add(self, text: str, then: int) -> int:
        self._out.append(text)
        self._length += len(text)
        return then

    def _opening(self, at: int) -> int:
        match = _OPENING.match(self._source.text, at, self._end)
        if match is None:
            self._source.blame(at, r"[ begins no mark `[label|words]`; write \[ for the character itself")
            return self._add("[", at + 1)
        self._open.append((self._length, at, match.end(), match[1]))
        return match.end()

    def _closing(self, at: int) -> int:
        if not self._open:
            self._source.blame(at, r"] closes no mark; write \] for the character itself")
            return self._add("]", at + 1)
        start, opened, _, label = self._open.pop()
        words = "".join(self._out)[start:]
        if not words or words != words.strip():
            self._source.blame(opened, f"mark {label!r} begins or ends with a blank or is empty; put blanks outside")
        elif _PARAGRAPH.search(words):
            self._source.blame(opened, f"mark {label!r} crosses a paragraph; close it before the empty line")
        try:
            self._marks.append((opened, read_label(label, start, self._length)))
        except LabelError as error:
            self._source.blame(opened, str(error))
        return at + 1

    def _check_text(self, start: int) -> None:
        if not self.text or self.text != self.text.strip():
            message = "the text is empty, or begins or ends with blanks or empty lines; take them out"
            self._source.blame(start, message)


def _record(source: Source, start: int) -> tuple[list[tuple[int, IncidentRecord]], list[tuple[int, RelationRecord]]]:
    incidents: list[tuple[int, IncidentRecord]] = []
    relations: list[tuple[int, RelationRecord]] = []
    at = start
    for line in source.text[start:].splitlines(keepends=True):
        try:
            record = read_record_line(line.removesuffix("\n"))
        except LabelError as error:
            source.blame(at, str(error))
        else:
            if isinstance(record, IncidentRecord):
                incidents.append((at, record))
            else:
                relations.append((at, record))
        at += len(line)
    if source.text[-1] != "\n":
        source.blame(len(source.text) - 1, "the last line has no line end; add one")
    return incidents, relations


def _placed(
    source: Source,
    head: Head,
    body: _Body,
    incidents: list[tuple[int, IncidentRecord]],
    relations: list[tuple[int, RelationRecord]],
) -> Placed:
    annotation = Annotation(
        marks=tuple(mark for _, mark in body.marks),
        incidents=tuple(record for _, record in incidents),
        relations=tuple(record for _, record in relations),
    )
    return Placed(
        source=source,
        document=Document(head=head, text=body.text, annotation=annotation),
        marks=tuple(at for at, _ in body.marks),
        incidents=tuple(at for at, _ in incidents),
        relations=tuple(at for at, _ in relations),
    )
