from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from rasid.errors import ModelError, StoreWriteError
from rasid.store import open_store
from tests.make import d


def test_the_same_decision_twice_is_one_and_another_under_its_id_is_refused(tmp_path: Path) -> None:
    decision = d("merge", "r1:1", "r2:1")
    with open_store(tmp_path / "record.db", create=True) as store:
        store.put_decision(decision)
        store.put_decision(decision)
        with pytest.raises(StoreWriteError, match="other content"):
            store.put_decision(replace(decision, reason="changed my mind"))
        assert store.decisions() == (decision,)


def test_a_time_without_zone_is_refused(tmp_path: Path) -> None:
    naive = d("merge", "r1:1", "r2:1", at=datetime(2024, 1, 1))  # noqa: DTZ001 - the fault under test
    with open_store(tmp_path / "record.db", create=True) as store:
        with pytest.raises(ModelError, match="without a zone"):
            store.put_decision(naive)
        assert store.decisions() == ()


@pytest.mark.parametrize("statement", ["UPDATE decisions SET kind = 'split'", "DELETE FROM decisions"])
def test_the_database_itself_refuses_to_change_the_log(tmp_path: Path, statement: str) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        store.put_decision(d("merge", "r1:1", "r2:1"))
    connection = sqlite3.connect(tmp_path / "record.db")
    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
        connection.execute(statement)
    connection.close()
