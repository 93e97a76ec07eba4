from __future__ import annotations

from evals.intervals import interval, share, share_line


def test_interval_holds_the_score_and_is_the_same_every_time() -> None:
    hits = [True] * 70 + [False] * 30
    low, high = interval(hits, share)
    assert low < 0.7 < high
    assert low > 0.55
    assert high < 0.85
    assert interval(hits, share) == (low, high)


def test_nothing_to_count_is_no_score() -> None:
    assert interval([], share) == (0.0, 0.0)
    assert share([]) == 0.0


def test_line_tells_the_number_of_cases() -> None:
    assert share_line("killed", [True, True]).split() == ["killed", "1.000", "[1.000,", "1.000]", "n", "2"]
