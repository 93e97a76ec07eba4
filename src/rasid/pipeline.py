"""The way of the data: files to reports, reports to codings, codings to incidents.

    paths --sources--> reports --reading--> readings --coding, resolve--> codings --store--> record --linking--> incidents

This is the one file where the stages meet.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rasid.errors import ReportError
from rasid.linking import link
from rasid.model import Coding, Incident, Ledger, Reading, Report, Resolvers
from rasid.model.report import ReportFields
from rasid.sources import READ_LANGUAGES, name_in, named_reports

if TYPE_CHECKING:  # both take longer to import than reading one text does
    from rasid.reading import Reader
    from rasid.store import Store

log = logging.getLogger(__name__)

LANGUAGE_NOT_READ = "language_not_read"
"""The ledger's word for reports in a language that no reader reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What turns a report into its coding; `version` names every part whose change makes reports be coded again."""

    reader: Reader
    resolvers: Resolvers
    coder: Callable[[Reading, Report, Resolvers], Coding]
    version: str

    def code(self, report: Report) -> Coding:
        """Return all that is coded from `report`."""
        return self.coder(self.reader.read(report), report, self.resolvers)


def load_engine(
    reader: str | None = None, *, gazetteer: Path | None = None, actors: Path | None = None, keep_names: bool = False
) -> Engine:
    """Return the engine with the reader of that name, or the default one, and, where given, another gazetteer or own actors over the register.

    With `keep_names`, names of victims stay in the record's words: a project's own decision, with its purpose written
    down (RESPONSIBLE_USE.md). Raises UnknownNameError for an unknown reader, GazetteerError or RegisterError for a file that is not one.
    """
    from rasid.coding import code  # noqa: PLC0415 - 0.2 s of vocabularies, needed only to code
    from rasid.coding.context import CODER  # noqa: PLC0415 - as above
    from rasid.reading import load_reader  # noqa: PLC0415 - as above
    from rasid.resolve import load_resolvers  # noqa: PLC0415 - as above

    loaded = load_reader(reader)
    resolvers = load_resolvers(gazetteer=gazetteer, actors=actors)
    named = ("names-kept",) if keep_names else ()
    version = "+".join((loaded.name, CODER, *_marks(gazetteer=gazetteer, actors=actors), *named))
    return Engine(reader=loaded, resolvers=resolvers, coder=partial(code, keep_names=keep_names), version=version)


def ingest(
    paths: Sequence[Path],
    defaults: ReportFields,
    store: Store,
    engine: Engine,
    *,
    on_report: Callable[[Report], None] | None = None,
) -> Ledger:
    """Take the reports in `paths` into the record and code them; return the account of what came in.

    `defaults` hold for fields that the input leaves open; a report without an id of its supplier gets its name within
    `paths` as one, never a path of this machine. A report is stored with its coding in one transaction, so a
    run may be stopped anywhere and repeated: what is stored and coded by this engine is not coded again, and the record
    becomes the same as after one whole run. A report that an engine of another version coded, or that comes with other
    fields, is coded anew. `on_report` is called after each report. Raises StoreWriteError as the store does.
    """
    ledger = Ledger()
    for source, report in named_reports(paths, defaults=defaults, ledger=ledger):
        _take_in(source, name_in(source, paths), report, store, engine, ledger)
        if on_report is not None:
            on_report(report)
    return ledger


def link_all(store: Store) -> tuple[Incident, ...]:
    """Link all mentions of the record into incidents, obeying its decisions; store and return them."""
    incidents = link(store.codings(), decisions=store.decisions())
    store.put_incidents(incidents)
    return incidents


def _take_in(source: str, name: str, report: Report, store: Store, engine: Engine, ledger: Ledger) -> None:
    known = store.find_report(report.report_id)
    if known is not None:
        try:
            report = _renewed(known.report, report)
        except ReportError as error:
            ledger.fail(source, "contradicts_record", str(error))
            return
    if report.source_id is None:
        report = replace(report, source_id=name)
    if report.language is not None and report.language not in READ_LANGUAGES:
        reason = f"{LANGUAGE_NOT_READ}: {report.language}"
        if known is None or (known.report, known.rejected) != (report, reason):
            store.put_rejected(report, reason)
        ledger.reject(source, LANGUAGE_NOT_READ, f"{report.language}; read are {', '.join(sorted(READ_LANGUAGES))}")
    elif known is not None and (known.report, known.engine) == (report, engine.version):
        ledger.keep()
    elif (coding := _coded(source, report, engine, ledger)) is not None:
        store.put_coded(report, coding, engine=engine.version)
        ledger.keep()


def _coded(source: str, report: Report, engine: Engine, ledger: Ledger) -> Coding | None:
    """Code one report; a fault in it fails this report with a line in the ledger, and the others go on."""
    try:
        return engine.code(report)
    except Exception as error:
        log.debug("%s could not be coded", source, exc_info=True)
        ledger.fail(source, "not_coded", f"{type(error).__name__}: {error}")
        return None


def _renewed(known: Report, report: Report) -> Report:
    """Return the report as it comes in now, with what only the record knows of it filled in."""
    missing = {
        field.name: getattr(known, field.name) for field in fields(report) if getattr(report, field.name) is None
    }
    return replace(report, **missing)


def _marks(**files: Path | None) -> list[str]:
    """Return "name:digest" for each file or folder that replaces the package's own data."""
    return [f"{name}:{_digest(path)}" for name, path in files.items() if path is not None]


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
