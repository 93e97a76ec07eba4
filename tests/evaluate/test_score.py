from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rasid.errors import SourceError
from rasid.evaluate import Scores, read_predicted, score
from rasid.evaluate.agreement import FIELDS, same_date, same_killed, same_place
from rasid.evaluate.align import align
from rasid.evaluate.incident import ScoredIncident, ScoredReport
from rasid.model import Count

DAY = (date(2024, 3, 11), date(2024, 3, 11))
GAO = ScoredIncident(
    event_type="attack",
    status="reported",
    killed=Count.exactly(4),
    days=DAY,
    places=("gao",),
    country="ML",
    targets=("policemen",),
)
BOUREM = ScoredIncident(event_type="kidnapping", places=("bourem",), targets=("drivers",), main=False)
KEY = (ScoredReport(names=("a.md",), incidents=(GAO, BOUREM)), ScoredReport(names=("empty.md",), incidents=()))


def _share(scores: Scores, name: str) -> float | None:
    return next(share.value for share in scores.shares if share.name == name)


def test_the_key_itself_scores_full() -> None:
    scores = score(KEY, {"examples/a.md": (GAO, BOUREM)})

    assert (scores.found, scores.missed, scores.extra) == (2, 0, 0)
    assert {_share(scores, name) for name in ("recall", "precision", *FIELDS)} == {1.0}
    assert _share(scores, "reports without incident left empty") == 1.0


def test_nothing_coded_scores_nothing() -> None:
    scores = score(KEY, {})

    assert (scores.found, scores.missed, scores.extra, scores.reports_without_rows) == (0, 2, 0, 2)
    assert _share(scores, "recall") == 0.0
    assert _share(scores, "precision") is None


def test_missed_extra_and_outside_are_counted_apart() -> None:
    other = replace(GAO, event_type="protest", places=("mopti",), killed=Count(), targets=("crowd",))
    scores = score(KEY, {"a.md": (GAO, other), "empty.md": (GAO,), "elsewhere.md": (GAO,)})

    assert (scores.found, scores.missed, scores.extra, scores.rows_outside) == (1, 1, 2, 1)
    assert _share(scores, "reports without incident left empty") == 0.0


def test_fields_are_compared_in_what_was_found() -> None:
    scores = score(KEY, {"a.md": (replace(GAO, killed=Count.exactly(5), status="alleged"), BOUREM)})

    assert (_share(scores, "killed best"), _share(scores, "status"), _share(scores, "place")) == (0.5, 0.5, 1.0)


def test_intervals_hold_the_value_and_are_the_same_on_every_run() -> None:
    key = [ScoredReport(names=(f"{n}.md",), incidents=(GAO,)) for n in range(20)]
    predicted = {f"{n}.md": (GAO,) for n in range(0, 20, 2)}
    first, second = score(key, predicted), score(key, predicted)
    recall = first.shares[0]

    assert first == second
    assert recall.n == 20
    assert recall.low is not None
    assert recall.high is not None
    assert recall.low < 0.5 < recall.high


def test_the_better_pair_goes_first() -> None:
    near = replace(GAO, places=("gao", "the town"), killed=Count.exactly(9))

    assert align([GAO], [near, GAO]) == ((0, 1),)
    assert align([GAO, near], [GAO]) == ((0, 0),)


def test_incidents_that_share_too_little_are_not_one() -> None:
    assert (
        align([GAO], [replace(GAO, places=("mopti",), killed=Count.exactly(1), targets=("bus",), event_type="riot")])
        == ()
    )


@pytest.mark.parametrize(
    ("key", "coded", "same"),
    [
        (("gao",), ("near gao",), True),
        (("gao",), ("gaoua",), False),
        (("béni",), ("beni",), True),
        ((), ("gao",), False),
        ((), (), True),
    ],
)
def test_places_agree_word_by_word(key: tuple[str, ...], coded: tuple[str, ...], same: bool) -> None:  # noqa: FBT001
    assert same_place(replace(GAO, places=key), replace(GAO, places=coded)) is same


def test_dates_agree_when_they_share_a_day_or_both_are_unknown() -> None:
    month = replace(GAO, days=(date(2024, 3, 1), date(2024, 3, 31)))

    assert same_date(GAO, month)
    assert not same_date(GAO, replace(GAO, days=None))
    assert same_date(replace(GAO, days=None), replace(GAO, days=None))


def test_an_unknown_toll_agrees_only_with_an_unknown_one() -> None:
    unknown = replace(GAO, killed=Count(low=24))

    assert same_killed(unknown, replace(GAO, killed=Count()))
    assert not same_killed(unknown, GAO)


def test_rows_are_read_by_report(tmp_path: Path) -> None:
    rows = [
        {
            "source_id": "a.md",
            "report_id": "r1",
            "event_type": "attack",
            "killed_best": 4,
            "killed_low": 4,
            "place_text": "near Gao; Gao",
        },
        {"source_id": None, "report_id": "r2", "event_type": "riot", "date_start": "2024-03-11"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = read_predicted(path)

    assert set(found) == {"a.md", "r2"}
    assert found["a.md"][0].killed == Count(low=4, best=4)
    assert found["a.md"][0].places == ("near gao", "gao")
    assert found["r2"][0].days == DAY


@pytest.mark.parametrize("line", ["{", "[]", '{"event_type": "attack"}', '{"report_id": "r"}', "3"])
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(SourceError, match=":2 is no flat row"):
        read_predicted(path)
