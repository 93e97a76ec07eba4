from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rasid.errors import UnknownNameError
from rasid.linking import link
from rasid.model import Coding, EventType, PlacePrecision, Report, When
from rasid.store import Store, open_store
from tests.make import a, d, k, m, p, r, rel, w
from tests.make import st as statement

ARABIC = "قُتل 11 جندياً عراقياً في هجوم شنّه مسلحون على مقر للجيش."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def _coded(text: str = "Eleven killed in Kut.", **facets: Any) -> tuple[Report, Coding]:
    report = r(text, "2022-01-22", publisher="Wire", url="https://example.org/1", language="en")
    first = m(report, 1, killed=11, when="2022-01-21", where="Kut", by=a("Group A"), **facets)
    second = m(report, 2, "security_operation", weapons=["mortar"], tactics="siege")
    return report, k(
        report, first, second, statements=(statement("denial", first, "police"),), relations=(rel(second, first),)
    )


def test_reports_and_codings_come_back_equal(store: Store) -> None:
    told = [_coded(), _coded(ARABIC, at="military"), (r("No incident."), k(r("No incident.")))]
    for report, coding in told:
        store.put_coded(report, coding, engine="e/1")
    assert list(store.codings()) == sorted(told, key=lambda pair: pair[0].report_id)
    assert [stored.report for stored in store.reports()] == [report for report, _ in store.codings()]
    assert {stored.engine for stored in store.reports()} == {"e/1"}
    assert len(list(store.mentions())) == 4
    assert len(list(store.statements())) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"published": date(2022, 1, 21), "retrieved": datetime(2022, 1, 22, 5, tzinfo=UTC)},
        {"published": datetime(2022, 1, 21, 23, 30, tzinfo=UTC)},
        {"published": datetime(2022, 1, 21, 23, 30)},  # noqa: DTZ001 - a local time as some feeds give it
        {"title": "ت", "publisher": "صوت", "url": "u", "language": "ar", "source_id": "7"},
    ],
)
def test_a_report_keeps_all_its_fields(store: Store, fields: dict[str, Any]) -> None:
    report = r(ARABIC + "\n\nline \u2028 two", None)
    report = type(report)(report_id=report.report_id, text=report.text, **fields)
    store.put_rejected(report, "not read")
    stored = store.find_report(report.report_id)
    assert stored is not None
    assert (stored.report, stored.rejected, stored.engine) == (report, "not read", None)
    assert list(store.codings()) == []


def test_more_reports_than_are_read_at_once_come_back_in_order(store: Store) -> None:
    told = [(report := r(f"Report {number}."), k(report, m(report))) for number in range(450)]
    for report, coding in told:
        store.put_coded(report, coding, engine="e/1")
    assert list(store.codings()) == sorted(told, key=lambda pair: pair[0].report_id)


def test_coding_again_replaces_and_rejecting_removes_the_coding(store: Store) -> None:
    report, coding = _coded()
    store.put_coded(report, coding, engine="e/1")
    store.put_coded(report, k(report, m(report)), engine="e/2")
    assert [len(found.mentions) for _, found in store.codings()] == [1]
    assert list(store.statements()) == []
    store.put_rejected(report, "language")
    assert list(store.mentions()) == []
    assert len(list(store.reports())) == 1


def _incidents(store: Store, *facets: dict[str, Any]) -> None:
    told = [(report := r(f"Report {i}."), k(report, m(report, **given))) for i, given in enumerate(facets)]
    for report, coding in told:
        store.put_coded(report, coding, engine="e/1")
    store.put_incidents(link(told))


def test_incidents_are_found_by_day_country_and_type(store: Store) -> None:
    _incidents(
        store,
        {"when": "2022-01-21", "where": "Kut"},
        {"when": w("2022-02-01", "2022-02-28"), "where": p("Aleppo", country="SY")},
        {"event_type": "bombing", "where": p("Iraq", PlacePrecision.country)},
        {"when": When(latest=date(2022, 1, 1))},
    )

    def days(**given: Any) -> list[str]:
        return [str(incident.when.value) for incident in store.incidents(**given)]

    assert days() == ["..2022-01-01", "2022-01-21", "2022-02-01..2022-02-28", "None"]
    assert days(since=date(2022, 1, 21)) == ["2022-01-21", "2022-02-01..2022-02-28"]
    assert days(until=date(2022, 1, 31)) == ["..2022-01-01", "2022-01-21"]
    assert days(since=date(2022, 2, 10), until=date(2022, 2, 11)) == ["2022-02-01..2022-02-28"]
    assert days(country="IQ") == ["2022-01-21", "None"]
    assert days(event_type=EventType.bombing) == ["None"]


def test_incidents_are_replaced_as_a_whole(store: Store) -> None:
    _incidents(store, {"when": "2022-01-21", "where": "Kut"}, {"event_type": "riot"})
    kept = list(store.incidents())
    store.put_incidents(kept[:1])
    assert list(store.incidents()) == kept[:1]
    assert store.incident(kept[0].incident_id) == kept[0]
    assert [mention.mention_id for mention in store.mentions(kept[0].incident_id)] == list(kept[0].mention_ids)
    store.put_incidents([])
    assert list(store.incidents()) == []


def test_an_unknown_incident_is_named(store: Store) -> None:
    with pytest.raises(UnknownNameError, match="no incident 'i0'"):
        store.incident("i0")
    with pytest.raises(UnknownNameError, match="no incident 'i0'"):
        next(store.mentions("i0"))


def test_writing_while_reading_sees_the_state_at_the_start(store: Store) -> None:
    for number in range(3):
        report = r(f"Report {number}.")
        store.put_coded(report, k(report), engine="e/1")
    seen = []
    for report, _ in store.codings():
        seen.append(report)
        store.put_coded(r(f"More {len(seen)}."), k(r(f"More {len(seen)}.")), engine="e/1")
    assert len(seen) == 3
    assert len(list(store.codings())) == 6


def test_decisions_come_back_in_order(store: Store) -> None:
    made = (d("merge", "r2:1", "r1:1", day=9), d("split", "r1:1", "r2:1", day=3))
    for decision in made:
        store.put_decision(decision)
    assert store.decisions() == made
