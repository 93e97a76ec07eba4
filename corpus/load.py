"""Annotated texts from wherever they lie: folders of reports, standoff with text, standoff whose texts are elsewhere.

The texts of our own standoff without text are those of the reports; other people's are in their folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.document import Annotation
from corpus.files import REPORTS, read_reports
from corpus.fingerprint import sha256_of
from corpus.standoff import OWN, Standoff, filled_in, read_standoff
from corpus.texts import foreign_texts
from corpus.truecase import truecase
from rasid.errors import SourceError


class Annotated(NamedTuple):
    """A text with its annotation, types and statuses on every trigger; `window` is the part that was annotated."""

    source: str
    doc: str
    text: str
    annotation: Annotation
    window: tuple[int, int] | None = None


def load(path: Path, data: Path | None = None, *, restore_case: bool = False) -> Iterator[Annotated]:
    """Yield the annotated texts of a report, a folder of reports, or a file of standoff.

    `data` is the folder of other people's corpora. With `restore_case`, texts in upper case come in mixed case, each
    character at its place. Raises SourceError when a text is missing or not the one annotated.
    """
    if path.suffix != ".jsonl":
        for document in read_reports([path]):
            yield Annotated(OWN, document.head.id, document.text, filled_in(document.annotation))
        return
    texts: dict[str, dict[str, str]] = {}
    for row in read_standoff(path):
        text = row.text if row.text is not None else _text(row, data, texts)
        text = truecase(text) if restore_case and text.isupper() else text
        yield Annotated(row.source, row.doc, text, row.annotation, row.window)


def _text(row: Standoff, data: Path | None, texts: dict[str, dict[str, str]]) -> str:
    if row.source not in texts:
        texts[row.source] = _own() if row.source == OWN else _foreign(row, data)
    text = texts[row.source].get(row.doc)
    if text is None or sha256_of(text) != row.sha256:
        where = REPORTS if row.source == OWN else data
        msg = f"{row.source} {row.doc}: the text in {where} is not the one that was annotated (none, or another sha256)"
        raise SourceError(msg)
    return text


def _own() -> dict[str, str]:
    return {document.head.id: document.text for document in read_reports()}


def _foreign(row: Standoff, data: Path | None) -> dict[str, str]:
    if data is None:
        msg = f"{row.source} {row.doc}: its text is not in the file; give the folder that holds the corpora (--data)"
        raise SourceError(msg)
    return {text.doc: text.text for text in foreign_texts(row.source, data)}
