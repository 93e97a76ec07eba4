from __future__ import annotations

import json

from typer.testing import CliRunner

from rasid.cli.exits import Exit
from rasid.cli.main import app

TEXT = "Gunmen attacked a post on Friday. The previous day two had died."


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["when", *arguments])
    return result.exit_code, result.stdout


def test_each_time_is_shown_with_its_days_rule_and_other_readings() -> None:
    code, shown = _run(TEXT, "--published", "2022-05-09")
    assert code == Exit.ok
    assert "Friday  (weekday, 26-32)" in shown
    assert "2022-05-06  day, UCDP 1; relative to publication; rule: day" in shown
    assert "or 2022-05-13" in shown
    assert "2022-05-05" in shown


def test_json_gives_the_same_for_programs() -> None:
    _, shown = _run(TEXT, "--published", "2022-05-09", "--json")
    friday, before = json.loads(shown)
    assert (friday["earliest"], friday["precision"], friday["ucdp_prec"]) == ("2022-05-06", "day", 1)
    assert [other["earliest"] for other in friday["others"]] == ["2022-05-13"]
    assert (before["latest"], before["counted_from"]) == ("2022-05-05", "2022-05-06")
    assert TEXT[before["start"] : before["end"]] == before["words"]


def test_without_a_day_of_publication_relative_times_stay_unknown() -> None:
    code, shown = _run("yesterday")
    assert code == Exit.ok
    assert "unknown: no day to count from" in shown


def test_words_without_a_time_end_with_their_own_code() -> None:
    assert _run("a post near Gao") == (Exit.unknown_name, "no time expression in these words\n")
