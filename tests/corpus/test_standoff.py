from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from corpus.document import Document
from corpus.markup import parse, write
from corpus.standoff import (
    as_json,
    document_of,
    from_json,
    left_out,
    read_standoff,
    standoff_of,
    write_standoff,
)
from rasid.errors import SourceError
from rasid.model import EventType, Status
from tests.corpus.test_markup import REPORT, documents


@given(documents())
def test_reports_survive_standoff(document: Document) -> None:
    spare = replace(document, annotation=left_out(document.annotation))
    assert document_of(from_json(as_json(standoff_of(spare)))) == spare


def test_a_file_comes_back_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    assert write_standoff(path, [standoff_of(parse(REPORT))]) == 1
    assert [write(document_of(row)) for row in read_standoff(path)] == [REPORT]


def test_triggers_have_their_type_and_status() -> None:
    marks = as_json(standoff_of(parse(REPORT)))["marks"]
    triggers = [mark for mark in marks if mark["mark"] == "trigger"]
    assert triggers[1]["event_type"] == EventType.attack
    assert triggers[2]["status"] == Status.denied


def test_without_text_nothing_but_offsets_and_ids_is_told() -> None:
    row = as_json(replace(standoff_of(parse(REPORT)), head=None, text=None))
    assert set(row) == {"doc", "source", "sha256", "marks", "incidents", "relations"}
    assert from_json(row).text is None
    with pytest.raises(SourceError, match="no head or no text"):
        document_of(from_json(row))


def test_another_text_is_refused(tmp_path: Path) -> None:
    row = as_json(standoff_of(parse(REPORT)))
    with pytest.raises(SourceError, match="sha256 differs"):
        from_json({**row, "text": row["text"] + "."})
    path = tmp_path / "bad.jsonl"
    path.write_text('{"doc": "a"}\n')
    with pytest.raises(SourceError, match=r"bad.jsonl:1"):
        list(read_standoff(path))
