"""Notes that annotate a text by citing its words, for texts that may not be kept here. `NOTES.md` describes the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from corpus.check_document import check_marks
from corpus.cite import CitedText, read_citations
from corpus.document import (
    Annotation,
    Decoy,
    Document,
    Genre,
    Head,
    IncidentRecord,
    Mark,
    RelationRecord,
    Statement,
    Trigger,
    in_order,
)
from corpus.fingerprint import sha256_of
from corpus.guard import refuse_held_out
from corpus.labels import read_label, write_label
from corpus.markup import Placed
from corpus.problem import LabelError, MarkupError, Problem, Source, Weight
from corpus.record import read_record_line, write_record_line
from corpus.standoff import Standoff, filled_in
from corpus.texts import ForeignText

_HEADER = re.compile(r"# (\S+) (\S+)(?: sentences=([1-9]\d*)-([1-9]\d*))?")
DRAFT = "draft"
NOTHING = "none"
_LAST = 1_000


class _Block:
    """One document's notes: the lines read so far, each thing with its offset in the file of notes."""

    def __init__(self, source: Source, at: int, text: ForeignText, window: tuple[int, int] | None) -> None:
        self.source = source
        self.at = at
        self.text = text
        self.window = window
        self.cited = CitedText(text.text)
        self.marks: list[tuple[int, Mark]] = []
        self.incidents: list[tuple[int, IncidentRecord]] = []
        self.relations: list[tuple[int, RelationRecord]] = []
        self.nothing = False

    def take(self, at: int, line: str) -> None:
        """Read one line; raises LabelError for one that is not of the form."""
        if line == DRAFT:
            msg = "this block is a draft; delete the line when every mark is checked against the text"
            raise LabelError(msg)
        if line == NOTHING:
            self.nothing = True
        elif line.startswith(("incident ", "relation ")):
            record = read_record_line(line, needed=())
            if isinstance(record, IncidentRecord):
                self.incidents.append((at, record))
            else:
                self.relations.append((at, record))
        else:
            self._marks(at, line)

    def _marks(self, at: int, line: str) -> None:
        label, colon, cited = line.partition(": ")
        if not colon:
            msg = f'{line!r}: write `label: "words", …`, `incident N …`, `relation N …` or `{NOTHING}`'
            raise LabelError(msg)
        for citation in read_citations(cited.strip()):
            start, end = self.cited.find(citation)
            if self.window and not (self.window[0] <= start and end <= self.window[1]):
                msg = f'"{citation.words}" stands outside the sentences of this block'
                raise LabelError(msg)
            self.marks.append((at, read_label(label, start, end)))

    def placed(self) -> Placed:
        """Return the block as a document whose places are those of the notes."""
        marks = sorted(self.marks, key=lambda one: (one[1].start, -one[1].end))
        head = Head(
            id=self.text.doc,
            publisher=self.text.source,
            published=self.text.published,
            genre=Genre.none,
            country="XX",
            decoy=Decoy.close if self.nothing else None,
        )
        annotation = Annotation(
            marks=in_order(tuple(mark for _, mark in marks)),
            incidents=tuple(record for _, record in self.incidents),
            relations=tuple(record for _, record in self.relations),
        )
        return Placed(
            source=self.source,
            document=Document(head=head, text=self.text.text, annotation=annotation),
            marks=tuple(at for at, _ in marks),
            incidents=tuple(at for at, _ in self.incidents),
            relations=tuple(at for at, _ in self.relations),
        )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the block as a whole."""
        if self.nothing == bool(self.incidents):
            yield self.source.problem(self.at, f"write incidents, or `{NOTHING}` where the text tells none")
        yield from check_marks(self.placed())

    def standoff(self) -> Standoff:
        """Return the block as standoff without text."""
        return Standoff(
            doc=self.text.doc,
            source=self.text.source,
            sha256=sha256_of(self.text.text),
            annotation=filled_in(self.placed().document.annotation),
            window=self.window,
        )


def read_notes(
    name: str, notes: str, texts: Mapping[tuple[str, str], ForeignText]
) -> tuple[list[Standoff], list[Problem]]:
    """Return the standoff of a file of notes and the warnings about it; `texts` are by (source, doc).

    Raises MarkupError with every error, and HeldOutError for a document that may not be annotated.
    """
    source = Source(name, notes)
    blocks: list[_Block] = []
    at = 0
    for line in notes.splitlines(keepends=True):
        stripped = line.strip()
        try:
            if stripped.startswith("#"):
                blocks.append(_block(source, at, stripped, texts))
            elif stripped and not stripped.startswith(";"):
                _last(blocks).take(at, stripped)
        except LabelError as error:
            source.blame(at, str(error))
        at += len(line)
    problems = [problem for block in blocks for problem in block.problems()]
    wrong = [*source.problems, *(one for one in problems if one.weight is Weight.error)]
    if wrong:
        raise MarkupError(sorted(wrong, key=lambda one: (one.line, one.column)))
    return [block.standoff() for block in blocks], problems


def _block(source: Source, at: int, line: str, texts: Mapping[tuple[str, str], ForeignText]) -> _Block:
    match = _HEADER.fullmatch(line)
    if match is None:
        msg = f"{line!r}: a document begins with `# DOC SOURCE` or `# DOC SOURCE sentences=3-9`"
        raise LabelError(msg)
    doc, origin, first, last = match.groups()
    refuse_held_out(origin, doc)
    text = texts.get((origin, doc))
    if text is None:
        msg = f"{origin} has no document {doc!r} that may be annotated; see corpus/texts.py for the corpora"
        raise LabelError(msg)
    block = _Block(source, at, text, None)
    if first:
        return _Block(source, at, text, block.cited.window(int(first), int(last)))
    return block


def _last(blocks: list[_Block]) -> _Block:
    if not blocks:
        msg = "a document begins with `# DOC SOURCE`"
        raise LabelError(msg)
    return blocks[-1]


def write_notes(text: ForeignText, annotation: Annotation) -> Iterator[str]:
    """Yield the lines of one document's notes, without a header: record, then marks by incident; one line a label."""
    cited = CitedText(text.text)
    records: list[IncidentRecord | RelationRecord] = [*annotation.incidents, *annotation.relations]
    for record in records:
        yield write_record_line(record)
    lines: dict[str, list[str]] = {}
    for mark in sorted(annotation.marks, key=_by_incident):
        lines.setdefault(write_label(mark), []).append(cited.cite(mark.start, mark.end))
    for label, words in lines.items():
        yield f"{label}: {', '.join(words)}"


def _by_incident(mark: Mark) -> tuple[int, int]:
    """Order marks by their first incident, triggers first; statements and their sources come last."""
    if isinstance(mark, Trigger):
        return mark.incident, 0
    if isinstance(mark, Statement) or not mark.incidents:
        return _LAST, 0
    return mark.incidents[0], 1
