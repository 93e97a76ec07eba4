from __future__ import annotations

from pathlib import Path

from corpus.files import read_reports
from corpus.markup import parse
from corpus.stats import renew_card, tables, totals
from tests.corpus.test_markup import REPORT

REPORTS = [parse(REPORT)]


def test_reports_are_counted() -> None:
    counts = totals(REPORTS)
    assert (counts["reports"], counts["incidents"], counts["triggers"], counts["statements"]) == (1, 3, 5, 1)
    found = dict(tables(REPORTS))
    assert found["Triggers by type"] == {"attack": 4, "arrest": 1}
    assert found["Triggers by status"] == {"reported": 3, "denied": 1, "planned": 1}
    assert found["Casualty phrases by part"] == {"subset": 1, "whole": 1}
    assert found["Accounts by kind of the acting side"] == {"rebel_group": 1, "unknown": 2}


def test_the_card_is_renewed_between_its_markers(tmp_path: Path) -> None:
    card = tmp_path / "CARD.md"
    card.write_text("before\n<!-- counted: begin -->\noutdated\n<!-- counted: end -->\nafter\n")
    assert renew_card(REPORTS, card)
    text = card.read_text()
    assert text.startswith("before\n<!-- counted: begin -->\n| | |")
    assert text.endswith("<!-- counted: end -->\nafter\n")
    assert "outdated" not in text
    assert not renew_card(REPORTS, card)


def test_every_report_of_the_corpus_is_counted() -> None:
    reports = read_reports()
    assert totals(reports)["reports"] == len(reports) == sum(dict(tables(reports))["Reports by part"].values())
