from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.files import read_reports
from corpus.guard import HeldOutError, held_out, leaks, measured_hashes, refuse_held_out
from corpus.texts import foreign_texts
from rasid.errors import SourceError, UnknownNameError

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.mark.parametrize(
    ("source", "doc"),
    [
        ("muc4", "TST3-MUC4-0001"),
        ("muc4", "TST4-MUC4-0100"),
        ("muc4", "TST1-MUC3-0005"),
        ("other", "tst2-muc4-0005"),
        ("wikiwars", "wikiwars-02_Name"),
        ("ecb", "36_1ecb"),
    ],
)
def test_held_out_documents_are_refused(source: str, doc: str) -> None:
    with pytest.raises(HeldOutError, match=doc):
        refuse_held_out(source, doc)


@pytest.mark.parametrize(
    ("source", "doc"),
    [("muc4", "DEV-MUC3-0001"), ("wikiwars", "wikiwars-07_IraqWar"), ("ecb", "1_1ecb"), ("rasid", "bf-kaya-1")],
)
def test_development_documents_may_be_used(source: str, doc: str) -> None:
    assert held_out(source, doc) is None


def _muc(folder: Path, rows: list[dict[str, str]]) -> Path:
    (folder / "muc4").mkdir()
    (folder / "muc4" / "docs.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder


def test_a_test_text_under_another_name_or_in_another_case_is_found(tmp_path: Path) -> None:
    data = _muc(tmp_path, [{"docid": "TST1-MUC3-0001", "split": "tst1", "text": "A BOMB\nEXPLODED, [SIC]."}])
    measured = measured_hashes(data)
    assert leaks([("rasid", "x", "a bomb exploded (sic)")], measured) == [
        "rasid x: its words are those of a test document"
    ]
    assert leaks([("rasid", "x", "a bomb did not explode")], measured) == []


def test_only_development_texts_are_given(tmp_path: Path) -> None:
    rows = [
        {"docid": "DEV-MUC3-0001", "split": "dev", "text": "A\r\nB", "dateline_date": "1990-01-03"},
        {"docid": "TST1-MUC3-0001", "split": "tst1", "text": "C"},
    ]
    data = _muc(tmp_path, rows)
    assert [(text.doc, text.text, str(text.published)) for text in foreign_texts("muc4", data)] == [
        ("DEV-MUC3-0001", "A\nB", "1990-01-03")
    ]
    with pytest.raises(SourceError, match="no such file"):
        list(foreign_texts("re3d", data))
    with pytest.raises(UnknownNameError):
        list(foreign_texts("reuters", data))


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data are not at hand")
def test_no_report_of_the_corpus_is_a_test_document() -> None:
    texts = (("rasid", report.head.id, report.text) for report in read_reports())
    assert leaks(texts, measured_hashes(DATA)) == []
