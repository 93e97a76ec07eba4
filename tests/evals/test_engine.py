from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from evals import codebook, diyala, plover
from evals.engine import add_reader, engine, resolvers
from rasid.reading import default_reader

SENTENCE = {"text": "Gunmen killed four policemen in Gao.", "date": "2019-05-02", "event": "ASSAULT"}


def test_an_engine_is_loaded_once_and_the_resolvers_are_its_own() -> None:
    assert engine(default_reader()) is engine()
    assert engine("lexicon").resolvers is resolvers()


def test_a_reader_that_is_not_there_is_refused_before_anything_is_read() -> None:
    parser = argparse.ArgumentParser()
    add_reader(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["--reader", "tea-leaves"])


def test_both_readers_are_measured_on_the_same_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(SENTENCE), encoding="utf-8")
    found = []
    for reader in ("lexicon", "neural"):
        plover.main(["score", str(path), "--reader", reader])
        found.append(json.loads(capsys.readouterr().out.splitlines()[-1]))
    assert [one["n"] for one in found] == [1, 1]
    assert found[0]["event_type"] == 1


def test_a_measure_asks_the_engine_that_it_is_given() -> None:
    asked = []

    def code(report: object) -> object:
        asked.append(report)
        return engine("lexicon").code(report)  # type: ignore[arg-type]

    kind, _, _ = next(codebook.differences(code))  # type: ignore[arg-type]
    assert len(asked) == 1
    assert kind


def test_the_founding_case_names_its_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("The council met. The recent ISIS activity was not discussed.", encoding="utf-8")
    diyala.main([str(path), "--reader", "neural"])
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["points"] == len(diyala.POINTS)
