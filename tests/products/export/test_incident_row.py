from __future__ import annotations

from rasid.products.export import IncidentRow, as_values, columns, incident_row
from tests.products import sample


def test_an_incident_counts_reports_publishers_and_claims_apart() -> None:
    row = as_values(incident_row(sample.ATTACK, sample.sample_record()))

    assert list(row) == list(columns(IncidentRow))
    assert (row["reports"], row["publishers"], row["claims"]) == (3, 3, 29)
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (11, 11, 14)


def test_conflicts_relations_and_addresses_are_kept() -> None:
    row = as_values(incident_row(sample.ATTACK, sample.sample_record()))

    assert row["conflicts"] == "killed: 11/11/? | 12 | 14 | 11"
    assert row["relations"] == "concurrent inc-prison"
    assert row["urls"] == "https://example.org/wire/2022/01/23/diyala?a=1&b=2"
    assert str(row["report_ids"]).count("; ") == 2


def test_the_evidence_is_that_of_the_surest_mention() -> None:
    row = as_values(incident_row(sample.ATTACK, sample.sample_record()))

    assert str(row["evidence"]).startswith("Gunmen attacked an army post")


def test_unknown_is_none() -> None:
    row = as_values(incident_row(sample.BORDER, sample.sample_record()))

    assert [row[name] for name in ("date_start", "killed_best", "conflicts", "urls", "sources")] == [None] * 5
