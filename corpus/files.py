"""Where the annotated reports lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus.document import Document
from corpus.markup import read_file
from rasid.errors import SourceError

ROOT = Path(__file__).resolve().parent
REPORTS = ROOT / "reports"


def report_paths(paths: Sequence[Path] = (REPORTS,)) -> list[Path]:
    """Return the report files at and below the paths, sorted; raises SourceError for a path that does not exist."""
    return sorted(set(_below(paths)))


def read_reports(paths: Sequence[Path] = (REPORTS,)) -> list[Document]:
    """Return the documents at and below the paths, by file name; raises MarkupError for the first broken one."""
    return [read_file(path) for path in report_paths(paths)]


def _below(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from path.rglob("*.txt")
        elif path.is_file():
            yield path
        else:
            msg = f"{path}: no such file or folder; give report files, or folders that hold them"
            raise SourceError(msg)
