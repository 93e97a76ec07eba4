"""Files and standard input, opened with limits and named for the ledger."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO, Literal

from rasid.sources.refusal import UnfitSourceError

MAX_BYTES = 20_000_000
"""Most bytes in a file that holds one report."""

STANDARD_INPUT = Path("-")
"""The path that stands for standard input."""


def shown(path: Path) -> str:
    """Return the path as one line of printable text; other characters and bytes are shown as escapes."""
    if path == STANDARD_INPUT:
        return "standard input"
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in name)


def name_in(source: str, paths: Iterable[Path]) -> str:
    """Return what a report is called outside this machine: its path within the one of `paths` it was found in.

    A file that was named itself is called by its bare name. `source` is as named_reports gives it, and the result is the
    same wherever the program was started.
    """
    found = PurePath(source)
    for path in paths:
        if found.is_relative_to(shown(path)) and (inner := found.relative_to(shown(path))).parts:
            return inner.as_posix()
    return found.name


def kind_of(path: Path) -> Literal["folder", "file", "special", "unknown"]:
    """Return what a path leads to; "special" is a device, pipe or socket.

    "unknown" is a path that is missing or may not be looked at: opening it says which.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return "unknown"
    if S_ISDIR(mode):
        return "folder"
    return "file" if S_ISREG(mode) else "special"


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """Open for reading; raises UnfitSourceError if that, or reading inside the block, fails."""
    try:
        if path == STANDARD_INPUT:
            yield _standard_input()
        else:
            with path.open("rb") as stream:
                yield stream
    except FileNotFoundError as error:
        msg = f"there is no file or folder {shown(path)}; check the path"
        raise UnfitSourceError(msg, reason="missing") from error
    except OSError as error:
        msg = f"{shown(path)} cannot be read: {error.strerror or error}; check its permissions and the device"
        raise UnfitSourceError(msg, reason="unreadable") from error


def read_whole(stream: BinaryIO) -> bytes:
    """Return all bytes; raises UnfitSourceError over MAX_BYTES, told from the file's size before reading."""
    size = _size_of(stream)
    data = stream.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
    size = max(size, len(data))
    if size > MAX_BYTES:
        found = f"{size:,} bytes" if size > MAX_BYTES + 1 else f"more than {MAX_BYTES:,} bytes"
        msg = f"{found}, over the limit of {MAX_BYTES:,} a report; split it, or give it as JSON lines"
        raise UnfitSourceError(msg, reason="too_large")
    return data


def _size_of(stream: BinaryIO) -> int:
    """The size on disk; 0 for pipes and streams that have none."""
    try:
        return os.fstat(stream.fileno()).st_size
    except io.UnsupportedOperation:
        return 0


def _standard_input() -> io.BufferedReader:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        msg = "standard input is closed or holds no bytes; name a file instead"
        raise UnfitSourceError(msg, reason="unreadable")
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)
