from __future__ import annotations

from dataclasses import replace

from rasid.linking import settle_mention
from rasid.model import Count, Mention, Report, Stance
from rasid.products.export import FlatRow, as_values, columns, flat_row
from tests.make import c, m, r, t
from tests.products import sample

COLUMNS = [
    "source_id",
    "report_id",
    "mention_id",
    "incident_id",
    "role",
    "event_type",
    "status",
    "date_start",
    "date_end",
    "date_precision",
    "place_text",
    "place_name",
    "admin1",
    "country",
    "lat",
    "lon",
    "place_precision",
    "perpetrators",
    "perpetrator",
    "targets",
    "target",
    "weapons",
    "tactics",
    "killed_low",
    "killed_best",
    "killed_high",
    "killed_civilians",
    "killed_perpetrators",
    "injured_low",
    "injured_best",
    "injured_high",
    "abducted",
    "arrested",
    "sources",
    "evidence",
    "confidence",
]


def _row(mention: Mention, report: Report) -> dict[str, str | int | float | None]:
    return as_values(flat_row(mention, settle_mention(mention), report))


def test_the_columns_are_fixed_in_name_and_order() -> None:
    assert list(columns(FlatRow)) == COLUMNS
    assert list(_row(sample.MARKET, sample.PAPER)) == COLUMNS


def test_a_full_mention_fills_its_row() -> None:
    row = _row(sample.WIRE_ATTACK, sample.WIRE)

    assert row["source_id"] == "wire-001"
    assert (row["date_start"], row["date_end"], row["date_precision"]) == ("2022-01-21", "2022-01-21", "day")
    assert (row["place_text"], row["place_name"]) == ("near Al-Azim; Diyala", "Al-Azim")
    assert (row["country"], row["lat"], row["lon"]) == ("IQ", 34.27, 44.52)
    assert (row["perpetrators"], row["perpetrator"]) == ("Gunmen", "Unidentified armed group (Iraq)")
    assert (row["targets"], row["target"]) == ("an army post", "Military of Iraq")
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (11, 11, 12)
    assert row["tactics"] == "night_raid; victims_asleep_or_unarmed"
    assert row["sources"] == "two security officials; A provincial council member"
    assert str(row["evidence"]).startswith("Gunmen attacked an army post")


def test_unknown_is_none_and_never_zero() -> None:
    row = _row(sample.DEPLOYMENT, sample.PAPER)

    empty = (
        "date_start",
        "date_precision",
        "target",
        "weapons",
        "killed_low",
        "killed_best",
        "killed_high",
        "arrested",
        "sources",
    )
    assert [row[name] for name in empty] == [None] * len(empty)


def test_a_stated_zero_is_zero() -> None:
    report = r("Nobody was hurt.")

    assert _row(m(report, killed=0), report)["killed_best"] == 0


def test_a_column_for_one_number_takes_the_best_else_the_lower_bound() -> None:
    report = r("Dozens were arrested, two taken.")
    row = _row(m(report, arrested=(24, None, None), abducted=(2, 3, 4)), report)

    assert (row["arrested"], row["abducted"]) == (24, 3)


def test_who_is_only_said_not_to_have_done_it_is_no_perpetrator() -> None:
    denied = c(sample.IS, sample.PAPER, "The Islamic State group", stance=Stance.denied)
    row = _row(replace(sample.PAPER_ATTACK, perpetrators=(denied,)), sample.PAPER)

    assert (row["perpetrators"], row["perpetrator"]) == (None, None)


def test_arabic_words_stand_as_they_are_in_the_report() -> None:
    row = _row(sample.ARABIC_ATTACK, sample.ARABIC)

    assert row["sources"] == "مصدر أمني"
    assert str(row["evidence"]) in sample.ARABIC.text


def test_line_ends_in_evidence_become_blanks() -> None:
    report = r("Gunmen\nattacked   a post.")

    assert _row(m(report, killed=t(Count.exactly(1))), report)["evidence"] == "Gunmen attacked a post."
