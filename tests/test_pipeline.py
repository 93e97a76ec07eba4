from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from rasid.errors import UnknownNameError
from rasid.model import Coding, Ledger, Reading, Report, Resolvers
from rasid.model.report import ReportFields
from rasid.pipeline import _marks, ingest, link_all, load_engine
from rasid.store import open_store
from tests.fakes import fake_code, fake_engine
from tests.make import d, r

ROOT = Path(__file__).parent.parent
TEXTS = (
    "bombing Kut 2022-01-21 11\nsecurity_operation Kut 2022-01-23 0\nThe market of the town was hit in the morning.",
    "bombing Kut 2022-01-21 12\nOfficials spoke of a car that was left near the market in the morning.",
    "attack Hayy 2022-01-25 3\nGunmen on motorcycles opened fire on a patrol and left.",
    "Nothing of the kind happened in the town on that day, the mayor said.",
    "riot Amara 2022-02-01 1\nA crowd set fire to the offices of the council in the evening.",
)


def _write(path: Path, *texts: str, **fields: Any) -> Path:
    rows = [
        json.dumps({"text": text, "id": str(number), "language": "en"} | fields) for number, text in enumerate(texts)
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def _dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return the content of all tables, rows in the order of the database itself."""
    connection = sqlite3.connect(path)
    names = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    content = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608
    connection.close()
    return content


def _run(database: Path, *paths: Path, version: str = "fake/1", **defaults: Any) -> Ledger:
    with open_store(database, create=True) as store:
        ledger = ingest(paths, cast("ReportFields", defaults), store, fake_engine(version))
        link_all(store)
    return ledger


def test_reports_are_stored_with_their_coding_and_linked(tmp_path: Path) -> None:
    ledger = _run(tmp_path / "record.db", _write(tmp_path / "in.jsonl", *TEXTS))
    assert ledger.summary() == {"in": 5, "kept": 5, "rejected": {}, "failed": {}}
    with open_store(tmp_path / "record.db") as store:
        assert len(list(store.reports())) == 5
        assert sorted(len(incident.mention_ids) for incident in store.incidents()) == [1, 1, 1, 2]
        bombing = next(incident for incident in store.incidents() if len(incident.mention_ids) == 2)
        assert (bombing.killed.value.low, bombing.killed.value.high) == (11, 12)
        assert {stored.engine for stored in store.reports()} == {"fake/1"}


def test_the_same_input_again_changes_nothing(tmp_path: Path) -> None:
    source = _write(tmp_path / "in.jsonl", *TEXTS)
    first = _run(tmp_path / "record.db", source)
    before = _dump(tmp_path / "record.db")
    assert _run(tmp_path / "record.db", source).summary() == first.summary()
    assert _dump(tmp_path / "record.db") == before


def test_reports_one_by_one_give_the_record_of_all_at_once(tmp_path: Path) -> None:
    _run(tmp_path / "whole.db", _write(tmp_path / "in.jsonl", *TEXTS))
    for number in (3, 1, 4, 0, 2):
        _run(tmp_path / "parts.db", _write(tmp_path / f"{number}.jsonl", TEXTS[number], id=str(number)))
    assert _dump(tmp_path / "parts.db") == _dump(tmp_path / "whole.db")


KILLED = """
import os, signal, sys
from pathlib import Path
from rasid.pipeline import ingest
from rasid.store import open_store
from tests.fakes import fake_code, fake_engine

seen = 0
def stop(report):
    global seen
    seen += 1
    if seen == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

ingest([Path(sys.argv[2])], {}, open_store(sys.argv[1], create=True), fake_engine(), on_report=stop)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system cannot kill a process outright")
@pytest.mark.parametrize("after", [1, 3])
def test_a_run_killed_in_the_middle_and_repeated_gives_the_record_of_a_whole_run(tmp_path: Path, after: int) -> None:
    source = _write(tmp_path / "in.jsonl", *TEXTS)
    _run(tmp_path / "whole.db", source)
    arguments = [sys.executable, "-c", KILLED, str(tmp_path / "killed.db"), str(source), str(after)]
    done = subprocess.run(arguments, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)  # noqa: S603
    assert done.returncode == -signal.SIGKILL
    with open_store(tmp_path / "killed.db") as store:
        assert len(list(store.reports())) == after
    _run(tmp_path / "killed.db", source)
    assert _dump(tmp_path / "killed.db") == _dump(tmp_path / "whole.db")


def test_an_engine_of_another_version_codes_again_and_the_same_one_does_not(tmp_path: Path) -> None:
    source = _write(tmp_path / "in.jsonl", *TEXTS)
    _run(tmp_path / "record.db", source)
    coded: list[str] = []

    def counted(reading: Reading, report: Report, resolvers: Resolvers) -> Coding:
        coded.append(report.report_id)
        return fake_code(reading, report, resolvers)

    with open_store(tmp_path / "record.db") as store:
        ingest([source], {}, store, replace(fake_engine(), coder=counted))
        assert coded == []
        ingest([source], {}, store, replace(fake_engine("fake/2"), coder=counted))
        assert len(coded) == 5
        assert {stored.engine for stored in store.reports()} == {"fake/2"}


def test_a_language_that_is_not_read_is_kept_as_a_report_with_its_reason(tmp_path: Path) -> None:
    source = _write(tmp_path / "in.jsonl", "bombing Kut 2022-01-21 11 قُتل أحد عشر جندياً", language="ar")
    for _ in range(2):
        assert _run(tmp_path / "record.db", source).summary()["rejected"] == {"language_not_read": 1}
    with open_store(tmp_path / "record.db") as store:
        (stored,) = store.reports()
        assert (stored.rejected, stored.engine) == ("language_not_read: ar", None)
        assert list(store.incidents()) == []
    _run(tmp_path / "record.db", _write(tmp_path / "again.jsonl", "bombing Kut 2022-01-21 11 قُتل أحد عشر جندياً"))
    with open_store(tmp_path / "record.db") as store:
        assert len(list(store.incidents())) == 1


def test_a_report_that_cannot_be_coded_fails_alone(tmp_path: Path) -> None:
    ledger = _run(tmp_path / "record.db", _write(tmp_path / "in.jsonl", TEXTS[0], "unreadable Kut", TEXTS[2]))
    assert ledger.kept == 2
    (entry,) = ledger.failed
    assert (entry.reason, entry.detail) == ("not_coded", "RuntimeError: the reader stumbled")
    assert entry.source.endswith("in.jsonl:2")


def test_what_a_later_run_knows_of_a_report_is_added_and_it_is_coded_again(tmp_path: Path) -> None:
    database = tmp_path / "record.db"
    _run(database, _write(tmp_path / "a.jsonl", TEXTS[0], publisher="Wire"))
    _run(database, _write(tmp_path / "b.jsonl", TEXTS[0], published="2022-01-22"))
    with open_store(database) as store:
        (stored,) = store.reports()
    assert (stored.report.publisher, stored.report.published) == ("Wire", date(2022, 1, 22))


def test_defaults_fill_what_the_input_leaves_open(tmp_path: Path) -> None:
    source = tmp_path / "in.txt"
    source.write_text(TEXTS[0], encoding="utf-8")
    _run(tmp_path / "record.db", source, publisher="Wire", published=date(2022, 1, 22), language="en")
    with open_store(tmp_path / "record.db") as store:
        (stored,) = store.reports()
    assert (stored.report.publisher, stored.report.published) == ("Wire", date(2022, 1, 22))


def test_each_report_is_announced_once_and_after_it_is_stored(tmp_path: Path) -> None:
    source = _write(tmp_path / "in.jsonl", *TEXTS)
    with open_store(tmp_path / "record.db", create=True) as store:
        seen: list[Report] = []

        def check(report: Report) -> None:
            stored = store.find_report(report.report_id)
            assert stored is not None
            seen.append(report)

        ingest([source], {}, store, fake_engine(), on_report=check)
    assert len(seen) == len({report.report_id for report in seen}) == 5


def test_linking_obeys_the_decisions_of_the_record(tmp_path: Path) -> None:
    _run(tmp_path / "record.db", _write(tmp_path / "in.jsonl", *TEXTS))
    with open_store(tmp_path / "record.db") as store:
        together = next(incident for incident in store.incidents() if len(incident.mention_ids) == 2)
        store.put_decision(d("split", *together.mention_ids))
        assert {len(incident.mention_ids) for incident in link_all(store)} == {1}
        assert len(list(store.incidents())) == 5


def test_the_default_engine_names_the_parts_that_its_codings_name() -> None:
    engine = load_engine()
    coding = engine.code(
        r("Gunmen killed 11 soldiers near Kut on Friday, officials said.", "2022-01-22", language="en")
    )
    assert coding.coded_by == engine.version
    assert [mention.event_type.value.value for mention in coding.mentions] == ["attack"]


def test_an_unknown_reader_is_named() -> None:
    with pytest.raises(UnknownNameError, match="no reader is called 'oracle'"):
        load_engine("oracle")


def test_data_of_ones_own_is_part_of_the_version(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "one.toml").write_text("a", encoding="utf-8")
    before = _marks(gazetteer=None, actors=tmp_path / "actors")
    (tmp_path / "actors" / "two.toml").write_text("b", encoding="utf-8")
    after = _marks(gazetteer=None, actors=tmp_path / "actors")
    assert before != after
    assert [mark.partition(":")[0] for mark in before + after] == ["actors", "actors"]
