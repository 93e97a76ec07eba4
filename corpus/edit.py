"""Changes to the text of an annotated report that keep every mark on its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.document import Document, Mark


class Edit(NamedTuple):
    """New words for the half-open stretch `[start, end)` of the text; empty to leave them out."""

    start: int
    end: int
    words: str


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """Return the report with the edits made and its marks moved along.

    An edit that crosses the edge of a mark, covers one with nothing, or overlaps an edit before it is left out: the
    marks of the result are those of the report, on the same words but for those edited.
    """
    made = _fitting(document, edits)
    text, at = [], 0
    for edit in made:
        text += [document.text[at : edit.start], edit.words]
        at = edit.end
    marks = tuple(_moved(mark, made) for mark in document.annotation.marks)
    annotation = replace(document.annotation, marks=marks)
    return replace(document, text="".join([*text, document.text[at:]]), annotation=annotation)


def whole(words: str) -> re.Pattern[str]:
    """Return a pattern for words that stand by themselves, any blanks between them."""
    spaced = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<![\w-]){spaced}(?![\w-])")


def _fitting(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    made: list[Edit] = []
    for edit in sorted(edits):
        after = not made or edit.start >= made[-1].end
        if after and edit.start < edit.end and all(_fits(edit, mark) for mark in document.annotation.marks):
            made.append(edit)
    return made


def _fits(edit: Edit, mark: Mark) -> bool:
    apart = edit.end <= mark.start or mark.end <= edit.start
    inside = mark.start <= edit.start and edit.end <= mark.end
    around = edit.start <= mark.start and mark.end <= edit.end
    return apart or (inside and (bool(edit.words) or not around))


def _moved(mark: Mark, made: Sequence[Edit]) -> Mark:
    """Return the mark at its new place: what is edited before its start and within it shifts its edges."""
    start = mark.start + sum(_growth(edit) for edit in made if edit.end <= mark.start)
    end = mark.end + sum(_growth(edit) for edit in made if edit.end <= mark.end)
    return replace(mark, start=start, end=end)


def _growth(edit: Edit) -> int:
    return len(edit.words) - (edit.end - edit.start)
