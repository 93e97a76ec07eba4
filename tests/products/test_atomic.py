from __future__ import annotations

import errno
from pathlib import Path

import pytest

from rasid.errors import ExportError
from rasid.products.atomic import whole_file, whole_folder


def _leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def _write_and_fail(part: Path, number: int) -> None:
    part.write_text("half", encoding="utf-8")
    raise OSError(number, "told by the disk")


def test_a_file_appears_whole(tmp_path: Path) -> None:
    with whole_file(tmp_path / "new" / "a.txt") as part:
        part.write_text("all", encoding="utf-8")
        assert not (tmp_path / "new" / "a.txt").exists()

    assert (tmp_path / "new" / "a.txt").read_text(encoding="utf-8") == "all"
    assert _leftovers(tmp_path / "new") == []


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "permission denied"), (errno.EROFS, "read-only")],
)
def test_a_refused_file_leaves_the_old_one(tmp_path: Path, number: int, words: str) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")

    with pytest.raises(ExportError, match=words), whole_file(target) as part:
        _write_and_fail(part, number)

    assert target.read_text(encoding="utf-8") == "old"
    assert _leftovers(tmp_path) == []


def test_an_interrupted_file_leaves_nothing(tmp_path: Path) -> None:
    def write(part: Path) -> None:
        part.write_text("half", encoding="utf-8")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "a.txt") as part:
        write(part)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"), whole_file(tmp_path):
        pass


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")

    with pytest.raises(ExportError, match="is a file, not a folder"), whole_file(tmp_path / "a" / "b.txt"):
        pass
    with pytest.raises(ExportError, match="is a file; give the name of a folder"), whole_folder(tmp_path / "a"):
        pass


def test_an_existing_file_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")

    with pytest.raises(ExportError, match="exists already"), whole_file(tmp_path / "a", overwrite=False):
        pass

    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"


def test_an_earlier_export_is_replaced_whole_and_only_when_told(tmp_path: Path) -> None:
    target = tmp_path / "out"
    for text in ("one", "two"):
        with whole_folder(target, overwrite=True) as folder:
            (folder / "manifest.json").write_text(text, encoding="utf-8")
            (folder / text).write_text("", encoding="utf-8")

    assert sorted(path.name for path in target.iterdir()) == ["manifest.json", "two"]
    with pytest.raises(ExportError, match="exists already"), whole_folder(target):
        pass


def test_a_folder_of_other_things_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "photos"
    target.mkdir()
    (target / "a.jpg").write_text("", encoding="utf-8")

    with pytest.raises(ExportError, match="holds other files"), whole_folder(target, overwrite=True):
        pass

    assert (target / "a.jpg").exists()


def test_a_refused_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="disk is full"), whole_folder(tmp_path / "out") as folder:
        _write_and_fail(folder / "a.csv", errno.ENOSPC)

    assert list(tmp_path.iterdir()) == []
