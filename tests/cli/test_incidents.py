from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from rasid.cli.exits import Exit
from rasid.cli.main import app
from rasid.errors import StoreError, UnknownNameError
from rasid.products.schemas import schema


def _incidents(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["incidents", *map(str, words)], env={"RASID_DB": ""})


def _ids(shown: Result) -> list[str]:
    return [row["incident_id"] for row in json.loads(shown.stdout)]


def test_the_list_tells_each_incident_in_a_row(database: Path) -> None:
    shown = _incidents("list", "--db", database)

    assert shown.exit_code == Exit.ok
    assert "Prison break" in shown.stdout
    assert shown.stderr.strip().endswith("incidents (all)")


def test_filters_choose(database: Path) -> None:
    whole = _ids(_incidents("list", "--db", database, "--json"))
    syria = _ids(_incidents("list", "--db", database, "--json", "--country", "sy"))
    bombings = _incidents("list", "--db", database, "--json", "--type", "bombing", "--until", "2021-12-31")

    assert len(syria) == 1 < len(whole)
    assert set(syria) < set(whole)
    assert len(_ids(bombings)) == 1
    assert "until 31 December 2021, type bombing" in bombings.stderr


def test_a_limit_says_that_it_limits(database: Path) -> None:
    shown = _incidents("list", "--db", database, "--limit", "1", "--json")

    assert len(_ids(shown)) == 1
    assert "1 shown; --limit shows more" in shown.stderr


def test_an_incident_is_shown_with_rules_and_claims(database: Path) -> None:
    incident_id = _ids(_incidents("list", "--db", database, "--json", "--country", "SY"))[0]
    shown = _incidents("show", incident_id, "--db", database)

    assert shown.exit_code == Exit.ok
    assert "Detainees" in shown.stdout
    assert "Claims" in shown.stdout
    assert "“broke out of a prison”" in " ".join(shown.stdout.split())


def test_an_incident_has_no_blanks_at_the_ends_of_lines(database: Path) -> None:
    shown = [
        _incidents("show", found, "--db", database) for found in _ids(_incidents("list", "--db", database, "--json"))
    ]

    assert [line for each in shown for line in each.stdout.splitlines() if line != line.rstrip()] == []


def test_why_grouped_is_told_of_incidents_with_several_accounts(database: Path) -> None:
    for row in json.loads(_incidents("list", "--db", database, "--json").stdout):
        shown = _incidents("show", row["incident_id"], "--db", database).stdout

        assert ("Why grouped" in shown) == (row["reports"] > 1)


def test_json_of_an_incident_fits_its_schema(database: Path) -> None:
    incident_id = _ids(_incidents("list", "--db", database, "--json"))[0]
    found = json.loads(_incidents("show", incident_id, "--db", database, "--json").stdout)

    jsonschema.validate(found, schema("incident-claims"))
    assert {mention["mention_id"] for mention in found["mentions"]} == set(found["incident"]["mention_ids"])


def test_an_unknown_id_ends_with_six(database: Path) -> None:
    shown = _incidents("show", "i0", "--db", database)

    assert isinstance(shown.exception, UnknownNameError)
    assert shown.exception.exit_code == Exit.unknown_name


@pytest.mark.parametrize("name", ["none.db", "folder"])
def test_a_database_that_is_not_there_ends_with_four(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    shown = _incidents("list", "--db", tmp_path / name)

    assert isinstance(shown.exception, StoreError)
    assert shown.exception.exit_code == Exit.store
    assert not (tmp_path / "none.db").exists()


def test_without_a_database_the_command_is_not_understood() -> None:
    assert _incidents("list").exit_code == Exit.usage
