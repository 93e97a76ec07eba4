from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from corpus.__main__ import main
from corpus.draft import draft, muc_key
from corpus.files import ROOT
from corpus.guard import HeldOutError
from corpus.notes import read_notes
from corpus.problem import MarkupError
from corpus.standoff import read_standoff
from corpus.texts import ForeignText
from evals.engine import engine
from tests.corpus.test_markup import REPORT

TEXT = """GUNMEN KIDNAPPED THE MAYOR OF ALTAMIRA ON MONDAY, POLICE SAID.
POLICE LATER FREED THE MAYOR AND SAID THE GUNMEN WOULD BE FOUND."""
SOURCE = ForeignText(doc="EX-0001", source="muc4", text=TEXT, published=None)
TEXTS = {("muc4", "EX-0001"): SOURCE}
(NOTES,) = re.findall(r"```\n(# EX-0001.*?)```", (ROOT / "NOTES.md").read_text(encoding="utf-8"), re.DOTALL)


def test_the_worked_example_of_the_guide_is_read() -> None:
    (row,), problems = read_notes("notes", NOTES, TEXTS)
    assert problems == []
    words = {TEXT[mark.start : mark.end] for mark in row.annotation.marks}
    assert words >= {"KIDNAPPED", "FREED", "THE MAYOR OF ALTAMIRA", "THE MAYOR", "SAID THE GUNMEN WOULD BE FOUND"}
    assert row.text is None
    assert [record.date for record in row.annotation.incidents] == ["1990-03-05", "1990-03-05..1990-03-07"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"GUNMEN"#1', '"GUNMEN"', 10, "stands 2 times"),
        ('"MONDAY"', '"TUESDAY"', 13, "nowhere"),
        ("time 1:", "when 1:", 13, "is no role"),
        ('t2 security_operation: "FREED"\n', "", 6, "no trigger"),
        ("# EX-0001 muc4", "# EX-0002 muc4", 1, "no document"),
        ("# EX-0001 muc4", "# EX-0001 muc4 sentences=1-1", 9, "outside the sentences"),
        ("# EX-0001 muc4\n", "# EX-0001 muc4\ndraft\n", 2, "is a draft"),
        ("# EX-0001 muc4\n", "# EX-0001 muc4\nnone\n", 1, "write incidents, or"),
        ("# EX-0001 muc4\n", "", 4, "a document begins with"),
        ("time 1:", "time 1", 13, "write `label"),
    ],
)
def test_an_error_names_the_line(old: str, new: str, line: int, said: str) -> None:
    assert old in NOTES
    with pytest.raises(MarkupError) as caught:
        read_notes("notes", NOTES.replace(old, new, 1), TEXTS)
    assert any(one.line == line and said in one.message for one in caught.value.problems), caught.value


def test_a_part_of_a_text_can_be_annotated() -> None:
    notes = '# EX-0001 muc4 sentences=2-2\nincident 1 main\nt1 security_operation: "FREED"\n'
    (row,), _ = read_notes("notes", notes, TEXTS)
    assert row.window is not None
    assert TEXT[slice(*row.window)].startswith("POLICE LATER")


def test_a_held_out_document_is_refused() -> None:
    with pytest.raises(HeldOutError):
        read_notes("notes", "# TST3-MUC4-0001 muc4\nnone\n", TEXTS)


def test_a_draft_is_refused_until_corrected_and_then_reads_back() -> None:
    notes = draft(SOURCE, engine())
    with pytest.raises(MarkupError, match="is a draft"):
        read_notes("notes", notes, TEXTS)
    (row,), _ = read_notes("notes", notes.replace("\ndraft\n", "\n"), TEXTS)
    assert "KIDNAPPED" in {TEXT[one.start : one.end] for one in row.annotation.triggers}
    assert "; 1: GUNMEN KIDNAPPED THE MAYOR" in notes


def test_drafts_and_notes_run_as_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "muc4"
    folder.mkdir()
    row = {"docid": "EX-0001", "split": "dev", "text": TEXT, "dateline_date": "1990-03-07"}
    (folder / "docs.jsonl").write_text(json.dumps(row))
    fill = [{"raw": "KIDNAPPING"}]
    key = {"docid": "EX-0001", "split": "dev", "optional": False, "slots": {"incident_type": fill, "perp_org": []}}
    (folder / "templates.jsonl").write_text(json.dumps(key))
    assert list(muc_key(tmp_path)) == ["EX-0001"]
    assert main(["draft", "EX-0001", "--source", "muc4", "--data", str(tmp_path)]) == 0
    assert "; key: incident_type: KIDNAPPING" in capsys.readouterr().out
    notes, out = tmp_path / "a.notes", tmp_path / "a.jsonl"
    notes.write_text(NOTES)
    assert main(["notes", str(notes), "--data", str(tmp_path), "--source", "muc4", "--out", str(out)]) == 0
    assert [row.doc for row in read_standoff(out)] == ["EX-0001"]
    assert "MAYOR" not in out.read_text()


def test_reports_are_exported_and_imported(tmp_path: Path) -> None:
    report = tmp_path / "bf" / "bf-kaya-market-1.txt"
    report.parent.mkdir()
    report.write_text(REPORT)
    assert main(["convert", "export", str(report), "--out", str(tmp_path / "a.jsonl")]) == 0
    report.unlink()
    assert main(["convert", "import", str(tmp_path / "a.jsonl"), "--out", str(tmp_path)]) == 0
    assert report.read_text() == REPORT
