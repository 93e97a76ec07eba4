from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals import actors_muc
from rasid.resolve import load_actors

TEXT = "SAN SALVADOR, 3 JAN 90 -- FMLN GUERRILLAS KILLED TWO PEASANTS IN SAN MIGUEL, EL SALVADOR."


def _template(docid: str, organisations: list[list[str]]) -> dict[str, Any]:
    place = [{"alts": [{"path": [{"name": "EL SALVADOR", "type": "COUNTRY"}]}]}]
    fills = [{"alts": alts} for alts in organisations]
    return {"docid": docid, "slots": {"incident_location": place, "perp_org": fills}}


def _folder(folder: Path) -> Path:
    docs = [{"docid": name, "split": "dev", "text": TEXT, "dateline_date": "1990-01-03"} for name in ("A", "B")]
    templates = [_template("A", [["FARABUNDO MARTI NATIONAL LIBERATION FRONT", "FMLN"]]), _template("B", [])]
    for name, rows in (("docs", docs), ("templates", templates)):
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_gold_is_by_id_and_a_states_bodies_are_one() -> None:
    template = _template("A", [["NOBODY KNOWN", "FMLN"], ["ARMED FORCES"], ["ARMY"]])

    assert actors_muc.gold([template], load_actors()) == {"sv.fmln", "sv.state"}


def test_documents_with_an_organisation_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actors_muc.main(["score", str(_folder(tmp_path))])

    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores == {"f1": 1.0, "recall": 1.0, "precision": 1.0, "n": 1, "without": None}


def test_f1_is_over_all_ids() -> None:
    one = actors_muc.Document(frozenset({"a", "b"}), frozenset({"a"}))
    other = actors_muc.Document(frozenset({"c"}), frozenset({"d"}))

    assert actors_muc.f1([one, other]) == pytest.approx(2 / 5)
    assert actors_muc.f1([]) == 0.0
