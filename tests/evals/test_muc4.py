"""The MUC-4 command: a file of documents into the two forms that the scorers read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evals.muc4 import predict

DOCS: list[dict[str, Any]] = [
    {
        "docid": "MADE-1", "dateline": "SAN SALVADOR, 7 MAY 90", "dateline_date": "1990-05-07",
        "text": "GUERRILLAS OF THE FMLN KILLED MAYOR ESTELA TELLEZ IN SAN MIGUEL ON SATURDAY.",
    },
    {"docid": "MADE-2", "dateline": None, "dateline_date": None, "text": "THE COUNCIL MET ON MONDAY TO DISCUSS THE NEW ROAD."},
]  # fmt: skip


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_document_gets_a_line_in_both_forms(tmp_path: Path) -> None:
    gtt, full = tmp_path / "gtt.jsonl", tmp_path / "slots.jsonl"
    assert predict(DOCS, gtt, full, "lexicon") == 2
    assert [row["docid"] for row in lines(gtt)] == [row["docid"] for row in lines(full)] == ["MADE-1", "MADE-2"]
    assert [len(row["templates"]) for row in lines(gtt)] == [len(row["templates"]) for row in lines(full)] == [1, 0]


def test_the_two_forms_tell_the_same(tmp_path: Path) -> None:
    gtt, full = tmp_path / "gtt.jsonl", tmp_path / "slots.jsonl"
    predict(DOCS, gtt, full, "lexicon")
    simple, complete = lines(gtt)[0]["templates"], lines(full)[0]["templates"]
    assert simple[0]["Victim"] == [["estela tellez"]]
    assert complete[0]["hum_name"] == ["ESTELA TELLEZ"]
    assert complete[0]["incident_date"] == ["/1990-05-07"]
