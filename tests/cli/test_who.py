from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.errors import RegisterError


def _who(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["who", *map(str, words)])


def test_whom_words_mean_is_shown_with_rule_and_rivals() -> None:
    shown = _who("ISI", "--country", "iq", "--date", "2009-03-01")

    assert shown.exit_code == Exit.ok
    assert shown.stdout.startswith("Islamic State  (iq.islamic_state; rebel_group; confidence 0.95)")
    assert "(register_name)" in shown.stdout
    assert "- Inter-Services Intelligence  (pk.isi; state_force)" in shown.stdout


def test_designations_are_shown_as_acts_of_their_bodies() -> None:
    shown = " ".join(_who("Hamas").stdout.split())

    assert "listed by the Council of the European Union" in shown
    assert "from 2003-09-12" in shown


def test_a_class_of_people_is_no_organisation() -> None:
    shown = _who("gunmen", "--country", "IQ")

    assert "Unidentified armed group (Iraq)  (not an organisation of the register" in shown.stdout


def test_json_has_the_reference_and_the_candidates() -> None:
    found = json.loads(_who("ELN", "--country", "CO", "--json").stdout)

    assert found["meant"]["actor_id"] == "co.eln"
    assert {one["actor_id"] for one in found["candidates"]} >= {"co.eln", "bo.eln"}
    assert found["candidates"][0]["chosen"]


def test_own_actors_are_laid_over(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[actors]]\nid = "mx.cjng"\naliases = ["Las Cuatro Letras"]\n', encoding="utf-8")

    assert "mx.cjng" in _who("Las Cuatro Letras", "--actors", own).stdout


def test_a_fault_in_own_actors_ends_with_its_message(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[[actors]]\nid = "mx.x"\n', encoding="utf-8")

    with pytest.raises(RegisterError, match="field 'name' is missing"):
        CliRunner().invoke(app, ["who", "x", "--actors", str(own)], catch_exceptions=False)
