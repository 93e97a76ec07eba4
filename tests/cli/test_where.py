from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rasid.cli.main import app

_RUNNER = CliRunner()


def _run(*arguments: str) -> tuple[int, str]:
    result = _RUNNER.invoke(app, ["where", *arguments])
    return result.exit_code, result.stdout


def test_the_place_its_precision_and_the_reasons_are_shown() -> None:
    code, shown = _run("outskirts of Tripoli", "--country", "lb")
    assert code == 0
    assert "Tripoli, North Lebanon, LB" in shown
    assert "near a named place: district, UCDP 2, ACLED 2" in shown
    assert "country of the report +8.0" in shown


def test_json_gives_the_same_for_programs() -> None:
    code, shown = _run("120 km north of Baghdad", "--json")
    found = json.loads(shown)
    assert code == 0
    assert found["where"]["lat"] == pytest.approx(34.42, abs=0.02)
    assert (found["where"]["ucdp_prec"], found["where"]["acled_prec"]) == (5, 3)
    assert found["candidates"][0]["place_id"] == found["where"]["place_id"]


def test_a_report_is_taken_into_account(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Police in Tyler, Texas, said a man from Nacogdoches was held in Paris.", encoding="utf-8")
    assert json.loads(_run("Paris", "--text", str(report), "--json")[1])["where"]["admin1"] == "Texas"


def test_a_place_of_ones_own_is_shown(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[place]]\nname = "Zumurrud"\nkind = "camp"\ncountry = "IQ"\nat = [34.0, 45.0]\n', encoding="utf-8")
    code, shown = _run("Zumurrud", "--gazetteer", str(own))
    assert code == 0
    assert "user:iq/zumurrud" in shown


def test_nothing_known_is_said_and_ends_with_its_code() -> None:
    code, shown = _run("nowhere at all")
    assert code == 6
    assert "no place of the gazetteer" in shown


def test_a_text_that_cannot_be_read_is_a_matter_of_usage(tmp_path: Path) -> None:
    assert _run("Mosul", "--text", str(tmp_path / "none.txt"))[0] == 2
