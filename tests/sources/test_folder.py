from __future__ import annotations

import os
from pathlib import Path

import pytest

from rasid.model import Ledger
from rasid.sources.folder import report_files
from tests.sources.take import failure


def names(folder: Path) -> tuple[list[str], Ledger]:
    ledger = Ledger()
    return [str(path.relative_to(folder)) for path in report_files(folder, {".txt"}, ledger)], ledger


def plant(folder: Path, *files: str) -> None:
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_files_come_in_the_order_of_names_deep(tmp_path: Path) -> None:
    plant(tmp_path, "b.txt", "a.TXT", "a/z.txt", "a/b/c.txt", "c.txt")
    found, ledger = names(tmp_path)
    assert found == ["a/b/c.txt", "a/z.txt", "a.TXT", "b.txt", "c.txt"]
    assert ledger.taken_in == 0


def test_hidden_files_and_folders_are_no_input(tmp_path: Path) -> None:
    plant(tmp_path, ".hidden.txt", ".git/a.txt", "a.txt")
    found, ledger = names(tmp_path)
    assert (found, ledger.taken_in) == (["a.txt"], 0)


def test_other_files_are_rejected_by_name(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt", "a_files/logo.png", "README")
    _, ledger = names(tmp_path)
    assert [entry.source for entry in ledger.rejected] == [str(tmp_path / "README"), str(tmp_path / "a_files/logo.png")]
    assert {entry.reason for entry in ledger.rejected} == {"unsupported"}


def test_links_to_folders_are_not_followed_so_loops_end(tmp_path: Path) -> None:
    plant(tmp_path, "a/a.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a/a.txt")
    found, ledger = names(tmp_path)
    assert found == ["a/a.txt", "link.txt"]
    assert [entry.source for entry in ledger.rejected] == [str(tmp_path / "a/loop")]


def test_the_folder_named_may_itself_be_a_link(tmp_path: Path) -> None:
    plant(tmp_path, "a/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert names(tmp_path / "link")[0] == ["a.txt"]


def test_links_that_lead_round_in_a_circle_fail(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert failure(tmp_path / "a.txt").reason == "unreadable"


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    plant(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    found, ledger = names(tmp_path)
    assert (found, [entry.source for entry in ledger.rejected]) == (["a.txt"], [str(tmp_path / "pipe.txt")])


def test_folder_without_reports_fails(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    entry = failure(tmp_path)
    assert (entry.source, entry.reason) == (str(tmp_path), "no_reports")
    assert str(tmp_path) in entry.detail


def test_folder_that_cannot_be_listed_fails_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, "a/a.txt", "b/b.txt")
    listing = Path.iterdir

    def refusing(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refusing)
    found, ledger = names(tmp_path)
    assert found == ["b/b.txt"]
    assert [(entry.source, entry.reason) for entry in ledger.failed] == [(str(tmp_path / "a"), "unreadable")]


def test_very_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"d" * 500)
    plant(deep, "a.txt")
    assert names(tmp_path)[0] == ["d/" * 500 + "a.txt"]
