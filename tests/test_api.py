from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

import rasid
from rasid import api
from rasid.errors import ReportError, StoreError, UnknownNameError
from rasid.pipeline import link_all
from rasid.store import open_store
from tests.fakes import fake_engine
from tests.make import r

TEXT = "bombing Kut 2022-01-21 11\nsecurity_operation Kut 2022-01-23 0"
NAMES = """
ActorKind ActorRef ActorResolver Argument ArgumentRole AssessmentTopic Attribution Claim Coding Conflict Count DateBasis
DatePrecision Decision DecisionKind EventType Harm Incident IncidentRelation Judgement Ledger LedgerEntry Mention
MentionRole Part PlacePrecision PlaceResolver PlaceRunnerUp RasidError ReadRelation ReadStatement Reading Reason Record
Relation RelationKind Report ReportFields Resolvers Settled Side Span Speaker Stance Statement StatementKind Status Target
TimeResolver Toll Trigger Verdict VictimClass When Where code make_report normalise_text open read report_id_of
settle_mention
"""


@pytest.fixture
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_engine", fake_engine)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[rasid.Record]:
    with open_store(tmp_path / "record.db", create=True) as store:
        for text in (TEXT, "riot Amara 2022-02-01 1"):
            report = r(text)
            store.put_coded(report, fake_engine().code(report), engine="fake/1")
        link_all(store)
    with rasid.open(tmp_path / "record.db") as opened:
        yield opened


def test_the_public_names_are_these() -> None:
    assert sorted(rasid.__all__) == sorted(NAMES.split())


def test_every_public_name_can_be_reached_and_is_listed() -> None:
    assert all(getattr(rasid, name) is not None for name in rasid.__all__)
    assert set(rasid.__all__) <= set(dir(rasid))
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        rasid.reed  # noqa: B018


def test_importing_rasid_loads_nothing_heavy() -> None:
    code = "import sys, rasid; print([name for name in sys.modules if name.startswith(('rasid.', 'pydantic', 'sqlalchemy'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("_fake")
def test_read_returns_the_mentions_of_a_text() -> None:
    mentions = rasid.read(TEXT, published="2022-01-24", publisher="Wire", language="en")
    assert [mention.event_type.value.value for mention in mentions] == ["bombing", "security_operation"]
    assert rasid.code(TEXT, language="en").mentions == mentions
    assert len(rasid.code(TEXT, language="en").statements) == len(rasid.code(TEXT, language="en").relations) == 1


@pytest.mark.usefixtures("_fake")
def test_read_refuses_what_it_cannot_read() -> None:
    with pytest.raises(ReportError, match="has no text"):
        rasid.read("  ")
    with pytest.raises(ReportError, match="yesterday"):
        rasid.read(TEXT, published="yesterday", language="en")
    with pytest.raises(ReportError, match="language 'ar'"):
        rasid.read("قُتل أحد عشر جندياً عراقياً في هجوم شنه مسلحون على مقر للجيش في ناحية العظيم")


def test_a_record_gives_incidents_by_day_country_and_type(record: rasid.Record) -> None:
    assert [str(incident.when.value) for incident in record.incidents()] == ["2022-01-21", "2022-01-23", "2022-02-01"]
    assert len(record.incidents(since="2022-01-22")) == 2
    assert len(record.incidents(since=date(2022, 1, 22), until=datetime(2022, 1, 23, 12))) == 1  # noqa: DTZ001
    assert len(record.incidents(country="iq", event_type="riot")) == 1
    assert record.incidents(country="SY") == ()


def test_a_record_gives_what_an_incident_rests_on(record: rasid.Record) -> None:
    incident = record.incidents()[0]
    assert record.incident(incident.incident_id) == incident
    (mention,) = record.mentions(incident.incident_id)
    assert mention in record.mentions()
    assert record.report(mention.report_id).text == TEXT
    assert len(record.reports()) == 2
    assert [statement.kind.value for statement in record.statements()] == ["denial"]


def test_what_a_record_does_not_hold_is_named(record: rasid.Record) -> None:
    with pytest.raises(UnknownNameError, match="no incident 'i1'"):
        record.incident("i1")
    with pytest.raises(UnknownNameError, match="no report 'r1'"):
        record.report("r1")
    with pytest.raises(UnknownNameError, match="no event type 'war'"):
        record.incidents(event_type="war")
    with pytest.raises(ReportError, match="since 'May'"):
        record.incidents(since="May")


def test_opening_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        rasid.open(tmp_path / "typo.db")
    assert list(tmp_path.iterdir()) == []
