"""Run the sources over paths and collect what became of each input."""

from __future__ import annotations

from pathlib import Path

from rasid.model import Ledger, LedgerEntry, Report
from rasid.model.report import ReportFields
from rasid.sources import named_reports

SENTENCE = "Gunmen killed eleven soldiers at a camp north of Baghdad before dawn, the army said."
ARABIC = "قال مسؤول أمني إن مسلحين قتلوا أحد عشر جنديا في هجوم على معسكر للجيش في ديالى فجر الجمعة."


def take(*paths: Path, **defaults: str) -> tuple[dict[str, Report], Ledger]:
    """Return the reports by source, and the ledger."""
    ledger = Ledger()
    fields = ReportFields(language=defaults.get("language"), publisher=defaults.get("publisher"))
    return dict(named_reports(list(paths), defaults=fields, ledger=ledger)), ledger


def only(*paths: Path) -> Report:
    """Return the one report, with nothing in the ledger."""
    reports, ledger = take(*paths)
    assert (len(reports), ledger.taken_in) == (1, 0), ledger
    return next(iter(reports.values()))


def failure(*paths: Path) -> LedgerEntry:
    """Return the one failure, with nothing else taken in."""
    reports, ledger = take(*paths)
    assert (len(reports), ledger.taken_in, len(ledger.failed)) == (0, 1, 1), ledger
    return ledger.failed[0]
