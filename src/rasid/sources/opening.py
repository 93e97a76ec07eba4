"""From paths to reports: the one place where files, formats, defaults and the ledger meet."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rasid.errors import InputError
from rasid.model import Ledger, Report
from rasid.model.report import ReportFields
from rasid.sources.draft import Draft, finish
from rasid.sources.files import kind_of, opened, read_whole, shown
from rasid.sources.folder import report_files
from rasid.sources.html import read_html
from rasid.sources.jsonl import numbered_lines, read_line
from rasid.sources.markdown import read_markdown
from rasid.sources.refusal import UnfitReportError, UnfitSourceError, reason_of
from rasid.sources.text import read_text

_ONE_REPORT: dict[str, Callable[[bytes], Draft]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}
_MANY_REPORTS = frozenset({".jsonl", ".ndjson"})

SUFFIXES = _MANY_REPORTS | _ONE_REPORT.keys()
"""The endings of file names that are read."""


class _Unit(NamedTuple):
    """What the ledger counts as one: a file or a line, with the way to read it."""

    source: str
    read: Callable[[], Draft]


def open_reports(paths: Sequence[Path], *, defaults: ReportFields, ledger: Ledger) -> Iterator[Report]:
    """Yield the reports in files, folders and standard input ("-"), one at a time.

    As named_reports, without the sources.
    """
    return (report for _, report in named_reports(paths, defaults=defaults, ledger=ledger))


def named_reports(paths: Sequence[Path], *, defaults: ReportFields, ledger: Ledger) -> Iterator[tuple[str, Report]]:
    """Yield each report with its source, "FILE" or "FILE:LINE", in the order of `paths` and of names in folders.

    `defaults` hold for fields that the input leaves open. Input that cannot be read never raises: each file
    or line is either yielded, or entered in `ledger` as failed, or as rejected (a text met before, a file of
    another kind in a folder). What is yielded is not counted here: the caller keeps or rejects it. Blank
    lines of JSON lines and hidden files in folders are not input. Of what was yielded, only ids and sources
    are held in memory.
    """
    first: dict[str, str] = {}
    for source, read in _units(paths, ledger):
        try:
            report = finish(read(), defaults)
        except InputError as error:
            ledger.fail(source, reason_of(error), str(error))
            continue
        if report.report_id in first:
            ledger.reject(source, "duplicate", f"the same text as {first[report.report_id]}")
        else:
            first[report.report_id] = source
            yield source, report


def _units(paths: Sequence[Path], ledger: Ledger) -> Iterator[_Unit]:
    for path in _files(paths, ledger):
        try:
            yield from _units_of(path)
        except InputError as error:
            ledger.fail(shown(path), reason_of(error), str(error))


def _files(paths: Sequence[Path], ledger: Ledger) -> Iterator[Path]:
    for path in paths:
        if kind_of(path) == "folder":
            yield from report_files(path, SUFFIXES, ledger)
        else:
            yield path


def _units_of(path: Path) -> Iterator[_Unit]:
    """A name without an ending tells nothing, so such a file is read as standard input is: by its beginning."""
    suffix = path.suffix.lower()
    if suffix in _ONE_REPORT:
        yield _Unit(shown(path), partial(_read_file, path, _ONE_REPORT[suffix]))
    elif suffix in _MANY_REPORTS or not suffix:
        with opened(path) as stream:
            if suffix or _looks_like_json_lines(stream):
                yield from _lines(path, stream)
            else:
                yield _Unit(shown(path), lambda: read_text(read_whole(stream)))
    else:
        msg = f"files ending in {suffix!r} are not read, only {', '.join(sorted(SUFFIXES))}; convert or rename it"
        raise UnfitSourceError(msg, reason="unsupported")


def _lines(path: Path, stream: io.BufferedReader) -> Iterator[_Unit]:
    number = 0
    for number, line in numbered_lines(stream):
        yield _Unit(f"{shown(path)}:{number}", partial(read_line, line))
    if not number:
        msg = "the file has no lines with words in them; give one JSON object a line"
        raise UnfitReportError(msg, reason="empty")


def _looks_like_json_lines(stream: io.BufferedReader) -> bool:
    return stream.peek().removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def _read_file(path: Path, reader: Callable[[bytes], Draft]) -> Draft:
    with opened(path) as stream:
        return reader(read_whole(stream))
