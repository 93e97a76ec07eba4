from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evals.engine import engine
from evals.examples import Found, linking, near, run, statements
from evals.examples import Read as ReadReport
from rasid.evaluate.incident import ScoredIncident
from tests.make import k, m, r, st

REPORT = """---
title: Attack near Gao
publisher: Wire
url: https://wire.example.org/1
published: 2024-03-12
---
Gunmen killed four policemen at a checkpoint near Gao on Monday, a hospital official said. The governor condemned the attack.
"""
CALM = """---
title: Budget
publisher: Wire
url: https://wire.example.org/2
published: 2024-03-12
---
The council approved the budget on Tuesday after a short debate on the school roof.
"""
KEY = """
[[report]]
file = "attack.md"
  [[report.incident]]
  cluster = "gao"
  role = "main"
  type = "attack"
  status = "reported"
  perpetrator = "Gunmen"
  target = "policemen"
  killed = [4, 4, 4]
  date = "2024-03-11"
  place = "Gao"
  country = "ML"
  [[report.statement]]
  kind = "condemnation"
  speaker = "governor"
  cluster = "gao"
[[report]]
file = "budget.md"
incident = []
"""


def _incident(kind: str = "attack", day: int = 1) -> ScoredIncident:
    return ScoredIncident(event_type=kind, days=(date(2024, 3, day), date(2024, 3, day)))


def _found(cluster: str, source: str, incident_id: str, day: int = 1) -> Found:
    return Found(cluster, source, incident_id, _incident(day=day))


def test_pairs_of_one_cluster_should_be_linked_and_near_others_kept_apart() -> None:
    found = [_found("a", "r1", "i1"), _found("a", "r2", "i2"), _found("b", "r3", "i1"), _found("c", "r4", "i4", day=20)]
    linked, apart = linking(found)
    assert linked == [False]
    assert apart == [False, True]


def test_two_incidents_of_one_report_are_no_pair() -> None:
    assert linking([_found("a", "r1", "i1"), _found("a", "r1", "i2")]) == ([], [])


@pytest.mark.parametrize(
    ("kind", "day", "expected"), [("attack", 4, True), ("attack", 5, False), ("bombing", 1, False)]
)
def test_near_is_the_same_type_within_three_days(kind: str, day: int, expected: bool) -> None:  # noqa: FBT001
    assert near(_incident(), _incident(kind, day)) is expected


def test_a_coded_statement_answers_one_of_the_key_only() -> None:
    report = r("The governor condemned it.")
    mention = m(report)
    read = ReadReport("x.md", report, k(report, mention, statements=(st("condemnation", mention, "The governor"),)), ())
    wanted = {"kind": "condemnation", "speaker": "governor"}
    raw = [{"file": "x.md", "statement": [wanted, wanted]}]
    assert [hit for _, _, hit in statements(raw, [read])] == [True, False]


def test_a_whole_folder_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "attack.md").write_text(REPORT, encoding="utf-8")
    (reports / "budget.md").write_text(CALM, encoding="utf-8")
    key = tmp_path / "key.toml"
    key.write_text(KEY, encoding="utf-8")
    scores = run(reports, key, engine().code, errors=True)
    assert "extra" not in capsys.readouterr().out
    assert scores["n"] == 2
    assert {
        scores[name] for name in ("recall", "precision", "decoys_empty", "type", "killed", "date", "statements")
    } == {1.0}
