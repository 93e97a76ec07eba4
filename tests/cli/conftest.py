"""A database made once from hand-made reports, and an engine that codes them without reading a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasid.linking import link
from rasid.model import Coding, Report
from rasid.store import open_store
from tests.make import k
from tests.products import sample


class SampleEngine:
    """Codes the reports of the sample as their codings say, and any other as one without an incident."""

    version = "sample/1"

    def code(self, report: Report) -> Coding:
        """Return the sample's coding; a report that begins with FAULT raises."""
        if report.text.startswith("FAULT"):
            msg = "made to fail"
            raise ValueError(msg)
        known = {coding.report_id: coding for coding in sample.CODINGS}
        return known.get(report.report_id) or k(report)


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("rasid.cli.reports", "rasid.cli.run"):
        monkeypatch.setattr(f"{module}.load_engine", lambda _, **__: SampleEngine())


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with the sample; not to be written to."""
    path = tmp_path_factory.mktemp("db") / "sample.db"
    with open_store(path, create=True) as store:
        for report, coding in zip(sample.REPORTS, sample.CODINGS, strict=True):
            store.put_coded(report, coding, engine="sample/1")
        store.put_incidents(link(store.codings()))
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with the two English reports of the sample as text files."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, report in (("wire.txt", sample.WIRE), ("daily.txt", sample.PAPER)):
        (folder / name).write_text(report.text, encoding="utf-8")
    return folder
