from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.products.export import FlatRow, columns
from rasid.products.schemas import schema
from tests.products import sample


def _code(*words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, ["code", *words], input=text)


def _ledger(shown: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown.stderr.splitlines()[-1])["ledger"]
    return found


def test_the_table_tells_a_report_in_words(reports: Path) -> None:
    shown = _code(str(reports / "wire.txt"), "--published", "2022-01-23", "--publisher", "Northern Wire")

    assert shown.exit_code == Exit.ok
    assert "Northern Wire · 23 January 2022 · 2 incidents, 2 statements" in " ".join(shown.stdout.split())
    assert "1  Attack  reported" in shown.stdout
    assert "killed     11 (11 to 12)" in shown.stdout
    told = "at least 11 members of armed bodies “at least 11 soldiers” (two security officials)"
    assert told in " ".join(shown.stdout.split())
    assert "2 answers 1:  “in answer to the attack”" in shown.stdout
    assert shown.stderr == "in 1 = kept 1 + rejected 0 + failed 0\n"


def test_the_table_has_no_blanks_at_the_ends_of_lines(reports: Path) -> None:
    shown = _code(str(reports))

    assert [line for line in shown.stdout.splitlines() if line != line.rstrip()] == []


def test_evidence_is_shown_when_asked(reports: Path) -> None:
    assert "  evidence  " not in _code(str(reports)).stdout
    assert "evidence   “Gunmen attacked an army post" in _code(str(reports), "--evidence").stdout


@pytest.mark.parametrize("words", [["--json"], ["--format", "json"]])
def test_json_fits_its_schema(reports: Path, words: list[str]) -> None:
    shown = _code(str(reports), *words)
    found = json.loads(shown.stdout)

    assert [report["source_id"] for report in found] == ["daily.txt", "wire.txt"]
    for report in found:
        jsonschema.validate(report, schema("coding"))
    assert _ledger(shown) == {"in": 2, "kept": 2, "rejected": {}, "failed": {}}


def test_json_lines_are_flat_rows(reports: Path) -> None:
    rows = [json.loads(line) for line in _code(str(reports), "--format", "jsonl").stdout.splitlines()]

    assert [tuple(row) for row in rows] == [columns(FlatRow)] * 6
    for row in rows:
        jsonschema.validate(row, schema("flat"))


def test_csv_has_the_same_rows(reports: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(_code(str(reports), "--format", "csv").stdout)))

    assert [row["event_type"] for row in rows] == [
        "attack",
        "prison_break",
        "deployment",
        "bombing",
        "attack",
        "security_operation",
    ]


def test_standard_input_is_read() -> None:
    shown = _code("-", "--format", "jsonl", text=sample.WIRE.text)

    assert len(shown.stdout.splitlines()) == 2
    assert shown.exit_code == Exit.ok


def test_a_report_in_a_language_not_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "ar.txt").write_text(sample.ARABIC.text, encoding="utf-8")
    shown = _code(str(tmp_path / "ar.txt"), "--json")

    assert (shown.exit_code, json.loads(shown.stdout)) == (Exit.ok, [])
    assert _ledger(shown)["rejected"] == {"language_not_read": 1}


def test_good_and_bad_together_end_with_seven(reports: Path) -> None:
    (reports / "empty.txt").write_text("", encoding="utf-8")
    shown = _code(str(reports), str(reports / "none.txt"), "--format", "jsonl")

    assert shown.exit_code == Exit.some_failed
    assert len(shown.stdout.splitlines()) == 6
    assert (_ledger(shown)["in"], _ledger(shown)["kept"], sum(_ledger(shown)["failed"].values())) == (4, 2, 2)


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b""), ("blank.txt", b" \n\t "), ("binary.txt", bytes(range(256)) * 8)],
)
def test_nothing_readable_ends_with_three_and_a_reason(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    shown = _code(str(tmp_path / name))

    assert shown.exit_code == Exit.no_input
    assert shown.stdout == ""
    assert f"failed: {tmp_path / name}: " in shown.stderr
    assert shown.stderr.splitlines()[-1].startswith("in 1 = kept 0")


def test_a_fault_in_one_report_fails_that_report_alone(reports: Path) -> None:
    (reports / "fault.txt").write_text("FAULT in this report, the words of which are English.", encoding="utf-8")
    shown = _code(str(reports))

    assert shown.exit_code == Exit.some_failed
    assert "fault.txt: ValueError: made to fail" in shown.stderr
    assert "kept 2" in shown.stderr


def test_an_impossible_date_is_a_misuse(reports: Path) -> None:
    assert _code(str(reports), "--published", "2022-02-30").exit_code == Exit.usage


def test_what_a_report_says_cannot_command_the_terminal(tmp_path: Path) -> None:
    name = "a\x1b[2Jb.txt"
    (tmp_path / name).write_text("Gunmen attacked a post near the town, officials said.", encoding="utf-8")

    assert "\x1b" not in _code(str(tmp_path / name)).output


def test_words_in_brackets_are_not_taken_for_markup(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Gunmen attacked a post near the town.", encoding="utf-8")
    shown = _code(str(tmp_path / "x.txt"), "--publisher", "[bold]The Post[/nope]")

    assert shown.exit_code == Exit.ok
    assert "[bold]The Post[/nope]" in " ".join(shown.stdout.split())
