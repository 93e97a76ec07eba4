from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.agreement import agreement, alpha
from corpus.document import Annotation
from corpus.fingerprint import sha256_of
from corpus.load import Annotated, load
from corpus.markup import parse
from corpus.standoff import bare, filled_in, read_standoff, standoff_of, write_standoff
from rasid.errors import SourceError
from tests.corpus.test_markup import REPORT

DOCUMENT = parse(REPORT)
ONE = Annotated("rasid", "a", DOCUMENT.text, filled_in(DOCUMENT.annotation))


def test_an_annotation_agrees_with_itself_in_every_layer() -> None:
    found = agreement([ONE], [ONE])
    assert found.texts == 1
    assert set(found.scores.values()) == {1.0}


def test_a_missing_layer_costs_that_layer_alone() -> None:
    triggers = Annotation(marks=ONE.annotation.triggers)
    scores = agreement([ONE], [ONE._replace(annotation=triggers)]).scores
    assert scores["trigger_f1"] == scores["trigger_alpha"] == scores["incidents_b3"] == 1
    assert scores["argument_f1"] == scores["statement_f1"] == 0
    assert scores["argument_alpha"] < 0


def test_alpha_is_krippendorffs() -> None:
    # Krippendorff 2011, section A: ten units, two observers, binary; alpha = 0.095.
    left, right = "0100000000", "1110010100"
    assert alpha(list(zip(left, right, strict=True))) == pytest.approx(0.095, abs=0.001)
    assert alpha([("", "")] * 5) == 1


def test_nothing_in_common_and_different_texts_are_refused() -> None:
    with pytest.raises(SourceError, match="no document in common"):
        agreement([ONE], [ONE._replace(doc="b")])
    with pytest.raises(SourceError, match="different texts"):
        agreement([ONE], [ONE._replace(text=ONE.text + ".")])


def test_reports_and_standoff_are_compared_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "bf-kaya-market-1.txt"
    report.write_text(REPORT)
    write_standoff(tmp_path / "b.jsonl", [standoff_of(DOCUMENT)])
    assert main(["agree", str(report), str(tmp_path / "b.jsonl")]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["argument_f1"] == 1
    without = replace(standoff_of(DOCUMENT), head=None, text=None, source="muc4")
    write_standoff(tmp_path / "c.jsonl", [without])
    with pytest.raises(SourceError, match="--data"):
        list(load(tmp_path / "c.jsonl"))
    (tmp_path / "muc4").mkdir()
    row = {"docid": without.doc, "split": "dev", "text": DOCUMENT.text}
    (tmp_path / "muc4" / "docs.jsonl").write_text(json.dumps(row))
    assert next(load(tmp_path / "c.jsonl", tmp_path)).text == DOCUMENT.text
    upper = replace(without, sha256=sha256_of("A BOMB IN SAN SALVADOR"), annotation=Annotation())
    write_standoff(tmp_path / "d.jsonl", [upper])
    (tmp_path / "muc4" / "docs.jsonl").write_text(json.dumps({**row, "text": "A BOMB IN SAN SALVADOR"}))
    restored = next(load(tmp_path / "d.jsonl", tmp_path, restore_case=True))
    assert restored.text == "A bomb in San Salvador"
    (tmp_path / "muc4" / "docs.jsonl").write_text(json.dumps(row))
    assert main(["guard", str(tmp_path / "c.jsonl"), "--data", str(tmp_path)]) == 0


def test_a_second_annotation_of_our_reports_takes_their_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    second = bare(standoff_of(DOCUMENT))
    write_standoff(tmp_path / "second.jsonl", [second])
    monkeypatch.setattr("corpus.load.read_reports", lambda: [DOCUMENT])
    assert next(load(tmp_path / "second.jsonl")).text == DOCUMENT.text
    write_standoff(tmp_path / "second.jsonl", [replace(second, sha256=sha256_of("another"))])
    with pytest.raises(SourceError, match="not the one that was annotated"):
        list(load(tmp_path / "second.jsonl"))


def test_reports_are_exported_without_their_texts(tmp_path: Path) -> None:
    report, out = tmp_path / "bf-kaya-market-1.txt", tmp_path / "second.jsonl"
    report.write_text(REPORT)
    assert main(["convert", "export", str(report), "--bare", "--out", str(out)]) == 0
    assert list(read_standoff(out)) == [bare(standoff_of(DOCUMENT))]
