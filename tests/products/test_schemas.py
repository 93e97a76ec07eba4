from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.linking import settle_mention
from rasid.model import Coding, Incident, Mention, PlacePrecision, Where
from rasid.products.export import as_values, flat_row
from rasid.products.geo import point_of
from rasid.products.json_form import adapter, coded_report, incident_claims, to_json, to_plain
from rasid.products.schemas import KINDS, schema, schema_text
from tests.products import sample


def _committed(name: str) -> str:
    return (files("rasid") / "data" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")


def _check(value: Any, name: str) -> None:
    jsonschema.validate(value, schema(name), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("name", KINDS)
def test_the_committed_schema_is_current(name: str) -> None:
    assert _committed(name) == schema_text(name), "run scripts/build_docs.py"


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    "mention", list(sample.sample_record().mentions.values()), ids=lambda mention: mention.mention_id
)
def test_mentions_come_back_from_json_as_they_were(mention: Mention) -> None:
    text = to_json(mention)

    _check(json.loads(text), "mention")
    back = adapter(Mention).validate_json(text)
    assert (replace(back, places=()), to_json(back)) == (replace(mention, places=()), text)


@pytest.mark.parametrize("incident", sample.INCIDENTS, ids=lambda incident: incident.incident_id)
def test_incidents_come_back_from_json_as_they_were(incident: Incident) -> None:
    text = to_json(incident)

    _check(json.loads(text), "incident")
    back = adapter(Incident).validate_json(text)
    assert (replace(back, where=incident.where), to_json(back)) == (incident, text)


@pytest.mark.parametrize(("report", "coding"), list(zip(sample.REPORTS, sample.CODINGS, strict=True)))
def test_codings_and_flat_rows_fit_their_schemas(report: Any, coding: Coding) -> None:
    _check(json.loads(to_json(coded_report(report, coding))), "coding")
    for mention in coding.mentions:
        _check(as_values(flat_row(mention, settle_mention(mention), report)), "flat")


@pytest.mark.parametrize("incident", sample.INCIDENTS, ids=lambda incident: incident.incident_id)
def test_an_incident_comes_with_every_claim_of_its_mentions(incident: Incident) -> None:
    record = sample.sample_record()
    found = json.loads(to_json(incident_claims(incident, record)))

    _check(found, "incident-claims")
    told = [record.mentions[mention_id] for mention_id in incident.mention_ids]
    assert {mention["mention_id"]: len(mention["killed"]) for mention in found["mentions"]} == {
        mention.mention_id: len(mention.killed) for mention in told
    }
    assert {report["report_id"] for report in found["reports"]} == {mention.report_id for mention in told}


@given(
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    precision=st.sampled_from(PlacePrecision),
)
def test_points_in_json_are_no_finer_than_their_place(lat: float, lon: float, precision: PlacePrecision) -> None:
    where = Where(place_id="p", name="p", words="p", lat=lat, lon=lon, precision=precision, ucdp_prec=1, confidence=1.0)
    found = to_plain(where)

    assert (found["lat"], found["lon"]) == point_of(where)
    assert all(len(repr(found[name]).partition(".")[2]) <= 4 for name in ("lat", "lon"))


def test_a_time_of_publication_is_kept(recwarn: pytest.WarningsRecorder) -> None:
    moment = datetime(2022, 1, 23, 6, 30, tzinfo=UTC)
    found = json.loads(to_json(coded_report(replace(sample.WIRE, published=moment), sample.CODINGS[0])))

    _check(found, "coding")
    assert found["published"] == "2022-01-23T06:30:00Z"
    assert not recwarn.list


def test_an_unknown_field_is_refused() -> None:
    value = json.loads(to_json(sample.WIRE_ATTACK)) | {"killled": 3}

    with pytest.raises(jsonschema.ValidationError, match="killled"):
        _check(value, "mention")


def test_every_column_of_the_flat_schema_is_described() -> None:
    assert all(column.get("description") for column in schema("flat")["properties"].values())
