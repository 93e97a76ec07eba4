"""The report files of a folder, in the order of their names, deep into it.

Hidden files and folders (their names begin with a dot) are not taken in and not counted. Links to folders
are not followed, so that no loop can form.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

from rasid.model import Ledger
from rasid.sources.files import kind_of, shown


def report_files(folder: Path, suffixes: Container[str], ledger: Ledger) -> Iterator[Path]:
    """Yield each file whose suffix, in small letters, is in `suffixes`.

    Everything else goes to the ledger: other files and links to folders as rejected, a folder that cannot be
    listed as failed. A folder without any report file is entered as failed with the reason "no_reports".
    """
    found = False
    pending = [folder]
    while pending:
        path = pending.pop()
        if path is folder or (kind_of(path) == "folder" and not path.is_symlink()):
            pending.extend(reversed(_listed(path, ledger)))
        elif detail := _not_taken(path, suffixes):
            ledger.reject(shown(path), "unsupported", detail)
        else:
            found = True
            yield path
    if not found:
        ledger.fail(shown(folder), "no_reports", f"no report files in the folder {shown(folder)}; check the path")


def _listed(folder: Path, ledger: Ledger) -> list[Path]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        detail = f"the folder cannot be listed: {error.strerror}; check its permissions"
        ledger.fail(shown(folder), "unreadable", detail)
        return []
    return [folder / name for name in names if not name.startswith(".")]


def _not_taken(path: Path, suffixes: Container[str]) -> str:
    kind = kind_of(path)
    if kind == "folder":
        return "links to folders are not followed; name the folder itself"
    if path.suffix.lower() not in suffixes:
        return f"files ending in {path.suffix!r} are not read; convert it, or leave it"
    return "it is a device, pipe or socket, not a file" if kind == "special" else ""
