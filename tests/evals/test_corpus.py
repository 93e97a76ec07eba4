from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.document import Role
from corpus.markup import parse
from corpus.reading import annotation_of, report_of
from evals.corpus import main
from rasid.reading import load_reader

REPORT = """---
id: bf-kaya
published: 2021-03-14
publisher: Radio Sanmatenga
genre: bulletin
country: BF
---
[perp 1|Gunmen] [t1 attack|attacked] [target 1|a gendarmerie post] in [place 1|Kaya] on [time 1|Friday], [t1|killing] [killed 1|six gendarmes], [source 1|the governor] said.
===
incident 1 main key=bf-kaya date=2021-03-12 country=BF killed=6
"""


def test_a_reading_becomes_an_annotation() -> None:
    document = parse(REPORT)
    seen = annotation_of(load_reader("lexicon").read(report_of(document)))
    words = {document.text[trigger.start : trigger.end] for trigger in seen.triggers}
    assert {"attacked", "killing"} <= words
    found = {role: document.text[mark.start : mark.end] for mark in seen.arguments for role in mark.roles}
    assert found[Role.perp] == "Gunmen"
    assert found[Role.killed] == "six gendarmes"
    assert {trigger.incident for trigger in seen.triggers} == {1}


def test_the_last_line_is_one_json_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bf-kaya.txt"
    path.write_text(REPORT, encoding="utf-8")
    main(["score", "--split", "all", "--errors", str(path)])
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores["n"] == 1
    assert scores["trigger_f1"] == scores["incidents_b3"] == 1
    assert scores["argument_f1"] > 0.5
    assert scores["decoys"] == 0
