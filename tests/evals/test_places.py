from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.place_gold import answers, baseline, recognition
from evals.place_scores import HALF_ROUND_KM, Answer, calibration_error, f1, reliability, score
from evals.places import main
from rasid.resolve.places import PlaceResolver

_TEXT = "Police in Dublin, Ohio, said two Iraqi men from Baghdad were held near Xyzzyville."


def _name(surface: str, lat: float | None, lon: float | None, number: str = "", **more: str) -> dict[str, object]:
    start = _TEXT.index(surface)
    return {
        "start": start,
        "end": start + len(surface),
        "surface": surface,
        "lat": lat,
        "lon": lon,
        "geonameid": number,
    } | more


_REPORT = {
    "id": "made",
    "text": _TEXT,
    "toponyms": [
        _name("Dublin", 40.1, -83.11, "5152333"),
        _name("Ohio", 40.25, -83.0, "5165418", fcode="ADM1", gaz_name="Ohio", country="United States"),
        _name("Iraqi", 33.0, 44.0, "99237", fcode="PCLI", gaz_name="Iraq", country="Iraq"),
        _name("Baghdad", 33.34, 44.4, "1"),
        _name("Xyzzyville", 1.0, 1.0, "2"),
        _name("men", None, None),
    ],
}


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver.open()


def test_gold_names_are_answered_with_error_and_entry(resolver: PlaceResolver) -> None:
    found = answers(resolver, [_REPORT])
    assert [answer.near for answer in found] == [True, True, True, True, False]
    assert [answer.exact for answer in found] == [True, True, True, False, False]
    assert found[-1].km is None


def test_the_baseline_takes_the_largest_place(resolver: PlaceResolver) -> None:
    dublin = baseline(resolver, [_REPORT])[0]
    assert dublin.km == pytest.approx(5743, abs=60)


def test_recognition_counts_just_the_gold_offsets(resolver: PlaceResolver) -> None:
    right, found, gold = recognition(resolver, [_REPORT])
    assert (right, gold) == (3, 6)
    assert found >= right
    assert f1(right, found, gold) == pytest.approx(2 * right / (found + gold))
    assert f1(0, 3, 3) == 0.0


def test_a_name_not_resolved_counts_as_half_round_the_globe() -> None:
    result = score([Answer(surface="a", km=10.0, confidence=0.9), Answer(surface="b", km=None)])
    assert result.mean_km == (10.0 + HALF_ROUND_KM) / 2
    assert (result.acc161, result.exact_id) == (0.5, None)


def test_confidence_is_held_against_what_is_right() -> None:
    sure = [Answer(surface="a", km=1.0 if index else 900.0, confidence=0.95) for index in range(10)]
    [(least, n, stated, near)] = reliability(sure)
    assert (least, n, near) == (0.9, 10, 0.9)
    assert stated == pytest.approx(0.95)
    assert calibration_error(sure) == pytest.approx(0.05)
    assert calibration_error([Answer(surface="a", km=1.0)]) is None


def test_one_name_has_no_score() -> None:
    with pytest.raises(ValueError, match="1 gold names"):
        score([Answer(surface="a", km=1.0)])


def test_the_last_line_has_the_keys_of_the_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(_REPORT) + "\n", encoding="utf-8")
    main(["score", str(path), "--wrong"])
    printed = capsys.readouterr().out.splitlines()
    assert set(json.loads(printed[-1])) == {"acc161", "mean_km", "auc", "exact_id", "recognition_f1", "n"}
    assert any(line.startswith("Xyzzyville") for line in printed)


def test_ablation_has_a_row_for_each_sign_that_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(_REPORT) + "\n", encoding="utf-8")
    main(["ablate", str(path)])
    rows = capsys.readouterr().out.splitlines()
    assert rows[:2] == ["| signs | gold |", "|---|---:|"]
    assert rows[2].startswith("| all signs | 0.8")
    assert any(row.startswith("| without company |") for row in rows)
