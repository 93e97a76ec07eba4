from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from rasid.errors import ModelError, ReportError
from rasid.model import (
    Claim,
    Count,
    Judgement,
    Ledger,
    PlacePrecision,
    Span,
    Toll,
    Verdict,
    When,
    Where,
    make_report,
    report_id_of,
)

SPAN = Span(report_id="r", start=2, end=5)
counts = st.lists(st.one_of(st.none(), st.integers(0, 9_999)), min_size=3, max_size=3).map(
    lambda numbers: Count(**dict(zip(("low", "best", "high"), _ascending(numbers), strict=True)))
)
texts = st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("قتل ١١ جنديا في ديالى")), min_size=1)


def _ascending(numbers: list[int | None]) -> list[int | None]:
    known = sorted(number for number in numbers if number is not None)
    return [None if number is None else known.pop(0) for number in numbers]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (5, 4)])
def test_a_span_refuses_what_is_no_stretch(start: int, end: int) -> None:
    with pytest.raises(ModelError, match="empty or reversed"):
        Span(report_id="r", start=start, end=end)


def test_a_span_quotes_code_points_and_knows_its_neighbours() -> None:
    text = "قتل ١١ جنديا"
    assert Span(report_id="r", start=4, end=6).quote(text) == "١١"
    assert SPAN.covers(Span(report_id="r", start=3, end=5))
    assert not SPAN.covers(Span(report_id="other", start=3, end=5))
    assert SPAN.overlaps(Span(report_id="r", start=4, end=9))
    assert not SPAN.overlaps(Span(report_id="r", start=5, end=9))


@pytest.mark.parametrize("numbers", [(-1, 0, 1), (3, 2, 4), (1, 5, 4), (5, None, 4)])
def test_a_count_refuses_what_does_not_ascend(numbers: tuple[int | None, ...]) -> None:
    with pytest.raises(ModelError, match="0 <= low <= best <= high"):
        Count(low=numbers[0], best=numbers[1], high=numbers[2])


@given(counts, counts)
def test_adding_counts_is_symmetric_and_keeps_the_unknown_unknown(left: Count, right: Count) -> None:
    total = left + right
    assert total == right + left
    assert (total.best is None) == (left.best is None or right.best is None)
    assert (total.high is None) == (left.high is None or right.high is None)


def test_unknown_is_not_nought() -> None:
    assert str(Count()) == "unknown"
    assert str(Count.exactly(0)) == "0"
    assert Count.exactly(0).known
    assert not Count().known
    assert str(Count(low=11, best=12)) == "11/12/?"


def test_a_when_refuses_to_run_backwards_and_shows_open_ends() -> None:
    with pytest.raises(ModelError, match="runs backwards"):
        When(earliest=date(2024, 3, 2), latest=date(2024, 3, 1))
    assert str(When(latest=date(2024, 3, 1))) == "..2024-03-01"
    assert str(When()) == "unknown"
    assert not When().known


@pytest.mark.parametrize(("lat", "lon", "says"), [(91.0, 0.0, "off the globe"), (1.0, None, "half a point")])
def test_a_where_refuses_impossible_points(lat: float, lon: float | None, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        Where(
            place_id="x",
            name="X",
            words="X",
            lat=lat,
            lon=lon,
            precision=PlacePrecision.town,
            ucdp_prec=1,
            confidence=1,
        )


def test_a_claim_wants_evidence_and_a_confidence() -> None:
    with pytest.raises(ModelError, match="no evidence"):
        Claim(value="x", evidence=(), coded_by="c", rule="r")
    with pytest.raises(ModelError, match=r"outside \[0, 1\]"):
        Claim(value="x", evidence=(SPAN,), coded_by="c", rule="r", confidence=1.2)


@given(counts)
def test_a_claim_comes_back_from_json_as_it_was(count: Count) -> None:
    adapter = TypeAdapter(Claim[Toll])
    claim = Claim(value=Toll(count=count, words="١١ soldiers"), evidence=(SPAN,), coded_by="c/1", rule="counts.exact")
    back = adapter.validate_json(adapter.dump_json(claim))
    assert back == claim
    assert hash(back) == hash(claim)


def test_a_judgement_names_its_pair_in_order() -> None:
    with pytest.raises(ModelError, match="left < right"):
        Judgement(left="b", right="a", verdict=Verdict.same, score=1.0, by="me")


@given(texts)
def test_a_report_id_depends_on_the_words_alone(text: str) -> None:
    assert report_id_of(text) == report_id_of(f"  {text}\r\n")


def test_a_report_refuses_no_text_and_a_day_after_its_retrieval() -> None:
    with pytest.raises(ReportError, match="no text"):
        make_report(" \n ")
    with pytest.raises(ReportError, match="after its retrieval"):
        make_report("Text.", published=date(2024, 3, 9), retrieved=datetime(2024, 3, 1, tzinfo=UTC))


def test_a_report_keeps_composed_letters_and_newlines() -> None:
    report = make_report("\ufeffCafe\u0301\r\nأهلا")
    assert report.text == "Café\nأهلا"
    assert make_report("x", published=datetime(2024, 3, 1, 23, tzinfo=UTC)).published_day == date(2024, 3, 1)


def test_a_ledger_balances() -> None:
    ledger = Ledger()
    ledger.keep()
    ledger.reject("a.txt", "duplicate")
    ledger.fail("b.txt", "bad_json", "line 3")
    assert ledger.summary() == {"in": 3, "kept": 1, "rejected": {"duplicate": 1}, "failed": {"bad_json": 1}}
    assert str(ledger) == "in 3 = kept 1 + rejected 1 (duplicate: 1) + failed 1 (bad_json: 1)"
