from __future__ import annotations

from pathlib import Path

import pytest

from evals.gate import Measure, Result, digest_of, main, problems, raised, read_floors, run_measure, write_floors

MEASURE = Measure(name="made", run=("made",), data=("data.txt",), digest="aaa", floors={"f1": 0.5, "n": 10})


def _result(f1: float, *, digest: str = "aaa", n: int = 10) -> Result:
    return Result(measure=MEASURE, digest=digest, scores={"f1": f1, "n": n})


def test_at_or_above_the_floor_nothing_is_wrong() -> None:
    assert list(problems([_result(0.5), _result(0.49995), _result(0.9)])) == []


def test_below_the_floor_is_told_with_both_numbers() -> None:
    assert list(problems([_result(0.4)])) == ["made.f1: 0.4000 is below its floor 0.5000"]


def test_a_score_that_is_gone_is_below() -> None:
    lost = Result(measure=MEASURE, digest="aaa", scores={"n": 10})
    assert list(lost.below) == ["f1"]


def test_other_data_and_failures_do_not_pass() -> None:
    assert "data changed" in next(problems([_result(0.9, digest="bbb")]))
    assert list(problems([Result(measure=MEASURE, failed="boom")])) == ["made: boom"]


def test_skipped_measures_pass() -> None:
    assert list(problems([Result(measure=MEASURE, skipped="no data")])) == []


def test_floors_go_up_only() -> None:
    up, refused = raised(_result(0.61234), allow_regression=False)
    assert (up.floors["f1"], refused) == (0.6123, [])
    down, refused = raised(_result(0.4), allow_regression=False)
    assert down.floors["f1"] == 0.5
    assert "would lower" in refused[0]
    assert raised(_result(0.4), allow_regression=True)[0].floors["f1"] == 0.4


def test_new_data_is_taken_only_without_a_loss() -> None:
    assert raised(_result(0.6, digest="bbb"), allow_regression=False)[0].digest == "bbb"
    assert raised(_result(0.4, digest="bbb"), allow_regression=False)[0].digest == "aaa"
    assert raised(_result(0.4, digest="bbb"), allow_regression=True)[0].digest == "bbb"


def test_floors_file_round_trip_keeps_the_comment(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# What a floor is.\n", encoding="utf-8")
    write_floors(path, [MEASURE])
    assert read_floors(path) == [MEASURE]
    write_floors(path, read_floors(path))
    assert path.read_text(encoding="utf-8").startswith("# What a floor is.\n")


def test_digest_sees_content_and_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")
    before = digest_of([tmp_path])
    (tmp_path / "a").write_text("two", encoding="utf-8")
    assert digest_of([tmp_path]) != before
    assert len(before) == 12


def test_missing_data_is_skipped_with_the_reason(tmp_path: Path) -> None:
    result = run_measure(Measure(name="x", run=("y",), data=("{shared}/none.jsonl",)), tmp_path)
    assert "none.jsonl" in result.skipped


@pytest.fixture
def prefilter(tmp_path: Path) -> Path:
    """A floors file for the pre-filter on two made-up documents."""
    docs = tmp_path / "docs.jsonl"
    rows = ['{"text": "Gunmen killed four men.", "n_templates": 1}', '{"text": "Rain fell.", "n_templates": 0}']
    docs.write_text("\n".join(rows), encoding="utf-8")
    measure = Measure(
        name="prefilter",
        run=("evals.prefilter", "{shared}/docs.jsonl"),
        data=("{shared}/docs.jsonl",),
        floors={"recall": 0.5},
    )
    write_floors(tmp_path / "floors.toml", [measure])
    return tmp_path


def test_whole_gate(prefilter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = prefilter / "floors.toml"
    arguments = ["--floors", str(floors), "--shared", str(prefilter)]
    assert main([*arguments, "--raise"]) == 0
    assert read_floors(floors)[0].floors == {"recall": 1.0}
    assert main(arguments) == 0
    (prefilter / "docs.jsonl").write_text('{"text": "Rain fell.", "n_templates": 1}', encoding="utf-8")
    assert main(arguments) == 1
    assert "data changed" in capsys.readouterr().out
    assert main([*arguments, "--raise"]) == 1
    assert main([*arguments, "--raise", "--allow-regression"]) == 0
    assert read_floors(floors)[0].floors == {"recall": 0.0}


def test_a_measure_that_breaks_fails_the_gate(prefilter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(prefilter / "floors.toml", [Measure(name="bad", run=("evals.no_such_measure",), data=())])
    assert main(["--floors", str(prefilter / "floors.toml")]) == 1
    assert "FAILED" in capsys.readouterr().out


def test_shipped_floors_name_measures_and_data() -> None:
    measures = read_floors(Path(__file__).resolve().parents[2] / "evals" / "floors.toml")
    assert len({measure.name for measure in measures}) == len(measures) >= 8
    assert all(measure.data and measure.run for measure in measures)
