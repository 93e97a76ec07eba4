"""Files to codings without a database, for the commands that keep nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rasid.model import Coding, Ledger, LedgerEntry, Report
from rasid.model.report import ReportFields
from rasid.pipeline import LANGUAGE_NOT_READ, load_engine
from rasid.sources import READ_LANGUAGES, name_in, named_reports

if TYPE_CHECKING:
    from rasid.pipeline import Engine


def defaults_of(
    *, published: date | None, publisher: str | None, url: str | None = None, title: str | None = None
) -> ReportFields:
    """Return the fields that hold for reports which do not say."""
    return ReportFields(published=published, publisher=publisher, url=url, title=title)


def coded(
    paths: Sequence[Path],
    defaults: ReportFields,
    reader: str | None,
    ledger: Ledger,
    *,
    gazetteer: Path | None = None,
    actors: Path | None = None,
) -> Iterator[tuple[Report, Coding]]:
    """Yield each report with its coding, and enter in `ledger` what became of every input.

    A report without an id of its supplier gets its name within `paths` as one, "FILE" or "FILE:LINE". `actors` are a project's own, laid over the register.
    """
    engine: Engine | None = None
    for source, report in named_reports(paths, defaults=defaults, ledger=ledger):
        if report.language is not None and report.language not in READ_LANGUAGES:
            ledger.reject(source, LANGUAGE_NOT_READ, report.language)
            continue
        engine = engine or load_engine(reader, gazetteer=gazetteer, actors=actors)
        named = report if report.source_id else replace(report, source_id=name_in(source, paths))
        coding = _code(source, named, engine, ledger)
        if coding is not None:
            ledger.keep()
            yield named, coding


def shareable(ledger: Ledger, paths: Sequence[Path]) -> Ledger:
    """Return the account for a page that is passed on: files by their names in `paths`, without this machine's folders."""
    folders = [f"{folder}/" for path in paths for folder in (path, path.parent) if folder.name]

    def plain(words: str) -> str:
        for folder in folders:
            words = words.replace(folder, "")
        return words

    def renamed(entries: list[LedgerEntry]) -> list[LedgerEntry]:
        return [replace(entry, source=plain(entry.source), detail=plain(entry.detail)) for entry in entries]

    return replace(ledger, rejected=renamed(ledger.rejected), failed=renamed(ledger.failed))


def _code(source: str, report: Report, engine: Engine, ledger: Ledger) -> Coding | None:
    """Code one report; a fault in it fails this report with a line in the ledger, and the others go on."""
    try:
        return engine.code(report)
    except Exception as error:  # noqa: BLE001 - the other reports are not lost for one text; the ledger tells it
        ledger.fail(source, "not_coded", f"{type(error).__name__}: {error}")
        return None
