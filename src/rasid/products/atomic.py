"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rasid.errors import ExportError

_CAUSES = {
    errno.ENOSPC: "the disk is full; free some space or choose another disk",
    errno.EDQUOT: "the disk quota is used up; free some space or choose another disk",
    errno.EACCES: "permission denied; choose a folder that you may write to",
    errno.EPERM: "permission denied; choose a folder that you may write to",
    errno.EROFS: "the disk is read-only; choose another one",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.ENOTDIR: "a part of the path is a file, not a folder; choose another path",
    errno.EEXIST: "a part of the path is a file, not a folder; choose another path",
}


@contextmanager
def whole_file(target: Path, *, overwrite: bool = True) -> Iterator[Path]:
    """Yield a path beside `target` to write to; it takes the name `target` only if the block ends well.

    Raises ExportError when `target` exists and may not be overwritten, or when the disk refuses; the old file then stays.
    """
    if target.is_dir():
        msg = f"{target} is a folder; give the name of a file"
        raise ExportError(msg)
    if target.exists() and not overwrite:
        raise ExportError(_exists(target))
    with _part_of(target) as part:
        yield part
        part.replace(target)


@contextmanager
def whole_folder(target: Path, *, overwrite: bool = False, ours: str = "manifest.json") -> Iterator[Path]:
    """Yield a new folder beside `target` that takes its name only if the block ends well.

    An existing folder is replaced only with `overwrite`, and only if it is empty or holds the file `ours`.
    Raises ExportError when it may not be replaced or the disk refuses; the old folder then stays.
    """
    if target.exists():
        _check_replaceable(target, overwrite=overwrite, ours=ours)
    with _part_of(target) as part:
        part.mkdir()
        yield part
        if target.exists():
            old = target.with_name(f".{target.name}.{os.getpid()}.old")
            target.rename(old)
            part.rename(target)
            shutil.rmtree(old)
        else:
            part.rename(target)


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """Yield an unused name beside `target`, removed at the end if it is still there; OSError becomes ExportError."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, error.strerror or str(error))
        msg = f"cannot write {target}: {cause}"
        raise ExportError(msg) from error
    finally:
        _remove(part)


def _check_replaceable(target: Path, *, overwrite: bool, ours: str) -> None:
    if not target.is_dir():
        msg = f"{target} is a file; give the name of a folder"
        raise ExportError(msg)
    if not any(target.iterdir()):
        return
    if not overwrite:
        raise ExportError(_exists(target))
    if not (target / ours).is_file():
        msg = f"{target} holds other files than an export (no {ours}); it is left as it is, choose another folder"
        raise ExportError(msg)


def _exists(target: Path) -> str:
    return f"{target} exists already; choose another name or allow it to be overwritten"


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    elif os.path.lexists(path):
        path.unlink()
