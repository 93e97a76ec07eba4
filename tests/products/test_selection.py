from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rasid.linking import link
from rasid.model import EventType
from rasid.products.selection import Selection, record_in
from rasid.store import Store, open_store
from tests.products import sample


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = open_store(tmp_path / "x.db", create=True)
    for report, coding in zip(sample.REPORTS, sample.CODINGS, strict=True):
        found.put_coded(report, coding, engine="made")
    found.put_incidents(link(found.codings()))
    return found


def test_the_whole_record_is_what_was_put_in(store: Store) -> None:
    record = record_in(store, Selection())

    assert record.mentions == sample.sample_record().mentions
    assert len(record.statements) == 3
    assert {member for incident in record.incidents for member in incident.mention_ids} == set(record.mentions)


def test_a_part_has_its_incidents_and_the_reports_that_tell_them(store: Store) -> None:
    record = record_in(store, Selection(country="SY"))

    assert set(record.mentions) == {sample.PRISON.mention_id}
    assert set(record.reports) == {sample.PAPER.report_id}


def test_a_selection_says_itself_in_words() -> None:
    chosen = Selection(since=date(2022, 1, 1), until=date(2022, 2, 1), country="IQ", event_type=EventType.attack)

    assert str(chosen) == "from 1 January 2022, until 1 February 2022, country IQ, type attack"
    assert (str(Selection()), Selection().whole, chosen.whole) == ("all", True, False)
