from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.edit import Edit, edited
from corpus.markup import parse, write
from tests.corpus.test_markup import REPORT, documents

DOCUMENT = parse(REPORT)


def _words(document: Document) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.annotation.marks]


def _at(words: str) -> tuple[int, int]:
    start = DOCUMENT.text.index(words)
    return start, start + len(words)


def test_marks_move_along_and_keep_their_words() -> None:
    changed = edited(DOCUMENT, [Edit(*_at("Gunmen"), "Several armed men"), Edit(*_at("two"), "seven")])
    assert changed.text.startswith("Several armed men on motorcycles stormed")
    expected = [words.replace("Gunmen", "Several armed men").replace("two", "seven") for words in _words(DOCUMENT)]
    assert _words(changed) == expected


def test_edits_across_a_mark_or_over_all_of_it_with_nothing_are_left_out() -> None:
    assert edited(DOCUMENT, [Edit(*_at("Gunmen on"), "They on")]) == DOCUMENT
    assert edited(DOCUMENT, [Edit(*_at("Gunmen"), "")]) == DOCUMENT


@given(documents(), st.data())
def test_any_edits_keep_every_mark_written_and_read(document: Document, data: st.DataObject) -> None:
    at = st.integers(0, len(document.text))
    words = st.sampled_from(["", "x", "قتل", "long words"])
    drawn = data.draw(st.lists(st.builds(lambda a, b, w: Edit(min(a, b), max(a, b), w), at, at, words), max_size=4))
    changed = edited(document, drawn)
    assert len(changed.annotation.marks) == len(document.annotation.marks)
    assert all(mark.start < mark.end <= len(changed.text) for mark in changed.annotation.marks)
    kinds = [replace(mark, start=0, end=1) for mark in changed.annotation.marks]
    assert kinds == [replace(mark, start=0, end=1) for mark in document.annotation.marks]
    assert write(changed)
