from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rasid.errors import SourceError
from rasid.evaluate import read_key
from rasid.evaluate.key import days_of
from rasid.model import Count

TOML = """
[[report]]
file = "reports/a.md"
  [[report.incident]]
  type = "attack"
  role = "background"
  perpetrator = "Gunmen"
  target = "none"
  killed = [4, 4, "none"]
  date = "2024-02"
  place = "Gao"
  country = "ML"
  cluster = "gao"
[[report]]
file = "reports/wire.jsonl"
id = "sd-1"
incident = []
"""


def _key(tmp_path: Path, text: str, name: str = "key.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_key_is_read_field_by_field(tmp_path: Path) -> None:
    first, second = read_key(_key(tmp_path, TOML))
    incident = first.incidents[0]

    assert first.names == ("reports/a.md", "a.md", "a")
    assert (second.names, second.incidents) == (("sd-1",), ())
    assert (incident.event_type, incident.main, incident.country) == ("attack", False, "ML")
    assert incident.killed == Count(low=4, best=4)
    assert incident.days == (date(2024, 2, 1), date(2024, 2, 29))
    assert (incident.perpetrators, incident.targets) == (("gunmen",), ())


def test_json_lines_are_the_same_key(tmp_path: Path) -> None:
    line = {"file": "a.md", "incident": [{"type": "bombing", "killed": ["none"] * 3, "place": "Kut"}]}
    (report,) = read_key(_key(tmp_path, json.dumps(line) + "\n\n", "key.jsonl"))

    assert (report.incidents[0].event_type, report.incidents[0].places) == ("bombing", ("kut",))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("none", None),
        ("2024-03-11", (date(2024, 3, 11), date(2024, 3, 11))),
        ("2024-01-31/2024-02-02", (date(2024, 1, 31), date(2024, 2, 2))),
        ("2023-02", (date(2023, 2, 1), date(2023, 2, 28))),
    ],
)
def test_days(words: str, days: tuple[date, date] | None) -> None:
    assert days_of(words) == days


@pytest.mark.parametrize(
    "text", ["[[report", "[[report]]\n", '[[report]]\nfile="a"\n[[report.incident]]\nkilled=[1]\n']
)
def test_a_malformed_key_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="is malformed"):
        read_key(_key(tmp_path, text))


def test_a_missing_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_key(tmp_path / "none.toml")


def test_the_key_of_the_examples_is_one() -> None:
    key = read_key(Path(__file__).parents[2] / "examples" / "key.toml")

    assert len(key) > 50
    assert any(not report.incidents for report in key)
