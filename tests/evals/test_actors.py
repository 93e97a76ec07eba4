from __future__ import annotations

import csv
import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from evals import actors
from evals.actors_sides import Sides
from evals.actors_units import PARTS, Unit, resolver, units

COLUMNS = ["id", "type_of_violence", "side_a_new_id", "side_a", "side_b_new_id", "side_b", "source_headline", "country", "date_start"]  # fmt: skip


def _file(folder: Path, *rows: tuple[object, ...]) -> str:
    path = folder / "events.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([COLUMNS, *rows])
    return str(path)


def _event(number: int, headline: str, *, side: tuple[int, str] = (234, "IS")) -> tuple[object, ...]:
    return (number, 1, 116, "Government of Iraq", *side, headline, "Iraq", "2015-03-01")


def _judged(path: str) -> list[actors.Verdict]:
    sides = Sides(resolver(), path)
    return [actors.judge(unit, sides) for unit in units(path)]


def test_a_side_is_met_by_its_actor_and_by_the_bodies_of_its_state(tmp_path: Path) -> None:
    verdict = _judged(_file(tmp_path, _event(1, "Iraqi soldiers kill ISIL militants")))[0]

    assert verdict.found == ("iq.military", "iq.islamic_state")
    assert verdict.sides == {"Government of Iraq": True, "IS": True}
    assert verdict.right
    assert verdict.agrees


def test_a_headline_of_others_names_no_side(tmp_path: Path) -> None:
    verdict = _judged(_file(tmp_path, _event(1, "Hezbollah claims attack")))[0]

    assert verdict.sides == {}
    assert not verdict.agrees


def test_an_umbrella_is_met_by_the_groups_under_it_but_not_by_other_foes(tmp_path: Path) -> None:
    rows = [
        (1, 1, 118, "Government of Syria", 4456, "Syrian insurgents", "Ahrar al-Sham attacks; YPG attacks", "Syria", "2016-03-01"),
        (2, 1, 118, "Government of Syria", 6288, "SDF", "Quiet", "Syria", "2016-03-01"),
    ]  # fmt: skip
    first, second, _ = _judged(_file(tmp_path, *rows))

    assert first.agrees
    assert not second.agrees


def test_equal_headlines_of_the_same_sides_count_once(tmp_path: Path) -> None:
    path = _file(tmp_path, _event(1, "IS attacks;IS attacks!"), _event(2, "IS attacks"), _event(3, ""))

    assert [unit.row for unit in units(path)] == ["1:0", "1:1"]


def test_the_part_does_not_depend_on_order_or_letters() -> None:
    unit = Unit(row="1:0", headline="IS Attacks", country="IQ", on=date(2015, 1, 1), sides=((234, "IS"),))
    other = Unit(row="9:3", headline="is attacks", country="SY", on=date(2016, 1, 1), sides=())

    assert unit.part == other.part
    assert unit.part in PARTS


def test_the_last_line_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, *(_event(n, f"IS attacks village {n}") for n in range(12)))
    actors.main(["score", path, "--part", "tuned"])

    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores["accuracy"] == 1.0
    assert scores["n"] > 0


def test_the_checked_rows_are_of_the_measured_part_and_their_ids_exist() -> None:
    rows = tomllib.loads(actors.CHECKED.read_text(encoding="utf-8"))["rows"]
    known = resolver().register
    strange = {one for row in rows for one in (*row["expected"], *row["given"], *row["second"]) if one not in known}

    assert len(rows) == len({row["row"] for row in rows}) >= 100
    assert not strange
    assert all(("verdict" in row) == ({*row["expected"]} != {*row["given"]}) for row in rows)


def test_a_reading_is_settled_for_one_of_the_two_readers_with_a_reason() -> None:
    rows = tomllib.loads(actors.CHECKED.read_text(encoding="utf-8"))["rows"]
    for row in rows:
        differ = {*row.get("first", row["expected"])} != {*row["second"]}
        assert differ == ("settled" in row)
        assert {*row["expected"]} in ({*row.get("first", row["expected"])}, {*row["second"]})


def test_the_agreement_of_readers_counts_headlines_without_an_actor_too() -> None:
    rows: list[dict[str, list[str]]] = [
        {"expected": ["iq.police"], "second": ["iq.police"]},
        {"expected": [], "second": []},
        {"expected": ["iq.police", "iq.military"], "first": ["iq.military"], "second": ["iq.police", "iq.military"]},
        {"expected": ["iq.military"], "second": ["iq.military"]},
    ]
    found = actors.readers(rows)

    assert found["readers"] == 0.75
    # Eight labels: two, two, three and one of a kind.
    assert found["alpha"] == pytest.approx(1 - 7 * 2 / 46)
