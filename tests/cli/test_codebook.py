from __future__ import annotations

import json

from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.codebook import load_codebook
from rasid.errors import UnknownNameError


def _codebook(*words: str) -> Result:
    return CliRunner().invoke(app, ["codebook", *words])


def test_an_event_type_is_shown_with_its_edges() -> None:
    shown = _codebook("show", "bombing")

    assert shown.exit_code == Exit.ok
    assert shown.stdout.startswith("Bombing (bombing)")
    assert "At the edges" in shown.stdout


def test_a_class_is_shown_as_json() -> None:
    found = json.loads(_codebook("show", "ied", "--json").stdout)

    assert found["label"] == "Improvised explosive device"
    assert found["definition"]


def test_the_whole_codebook_is_shown() -> None:
    assert _codebook("show").stdout.startswith("# Codebook")
    assert json.loads(_codebook("show", "--json").stdout)["version"] == load_codebook().version


def test_an_unknown_entry_ends_with_six() -> None:
    shown = _codebook("show", "nonsense")

    assert isinstance(shown.exception, UnknownNameError)
    assert "bombing" in str(shown.exception)


def test_the_codebook_that_ships_is_sound() -> None:
    assert _codebook("check").exit_code == Exit.ok
    assert json.loads(_codebook("check", "--json").stdout)["problems"] == []
