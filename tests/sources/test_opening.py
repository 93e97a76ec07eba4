from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import tracemalloc
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rasid.model import Ledger, Report
from rasid.sources import files, named_reports, open_reports
from tests.sources.take import ARABIC, SENTENCE, failure, only, take


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(SENTENCE)
    return path


def test_text_file_is_all_body_with_detected_language(story: Path) -> None:
    report = only(story)
    assert (report.text, report.language) == (SENTENCE, "en")
    assert (report.title, report.published, report.retrieved, report.source_id) == (None, None, None, None)


def test_language_not_read_is_yielded_for_the_caller_to_reject(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARABIC)
    assert only(path).language == "ar"


def test_defaults_fill_only_what_is_open(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps({"text": SENTENCE, "publisher": "Own", "language": "fr"}) + "\n" + json.dumps({"text": ARABIC})
    )
    reports, _ = take(path, publisher="Default")
    assert [(report.publisher, report.language) for report in reports.values()] == [("Own", "fr"), ("Default", "ar")]


def test_default_language_spares_detection(story: Path) -> None:
    reports, _ = take(story, language="ar")
    assert reports[str(story)].language == "ar"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a"])
@pytest.mark.parametrize("content", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_empty_file_fails(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    entry = failure(path)
    assert (entry.source, entry.reason) == (str(path), "empty")


def test_binary_file_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert failure(path).reason == "not_text"


def test_huge_file_is_refused_by_its_size_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    tracemalloc.start()
    entry = failure(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000
    assert entry.reason == "too_large"
    assert "100,000,000 bytes" in entry.detail
    assert "20,000,000" in entry.detail


def test_missing_path_fails_and_the_rest_goes_on(tmp_path: Path, story: Path) -> None:
    missing = tmp_path / "none.txt"
    reports, ledger = take(missing, story)
    assert list(reports) == [str(story)]
    [entry] = ledger.failed
    assert (entry.source, entry.reason) == (str(missing), "missing")
    assert str(missing) in entry.detail


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_fails(story: Path) -> None:
    story.chmod(0)
    assert failure(story).reason == "unreadable"


def test_file_that_cannot_be_opened_fails(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    entry = failure(story)
    assert entry.reason == "unreadable"
    assert "Permission denied" in entry.detail


def test_disk_error_amid_a_file_keeps_what_came_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"

    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if line := super().readline(size):
                return line
            raise OSError(5, "Input/output error")

    stream = Failing(json.dumps({"text": SENTENCE}).encode() + b"\n")
    monkeypatch.setattr(Path, "open", lambda *_: stream)
    reports, ledger = take(path)
    assert len(reports) == 1
    assert [(entry.source, entry.reason) for entry in ledger.failed] == [(str(path), "unreadable")]


def test_unknown_ending_fails_with_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text(SENTENCE)
    entry = failure(path)
    assert entry.reason == "unsupported"
    assert ".txt" in entry.detail


def test_same_text_again_is_a_duplicate_of_the_first(tmp_path: Path, story: Path) -> None:
    again = tmp_path / "again.md"
    again.write_text(f"---\npublisher: Another\n---\n{SENTENCE}\n")
    reports, ledger = take(story, again, story)
    assert list(reports) == [str(story)]
    assert [(entry.source, entry.reason) for entry in ledger.rejected] == [
        (str(again), "duplicate"),
        (str(story), "duplicate"),
    ]
    assert str(story) in ledger.rejected[0].detail


@pytest.mark.parametrize("name", ["تقرير.txt", "a b;$(x)'\".txt", "new\nline.txt", "-.txt", "%d{x}.txt", "é\u202e.txt"])
def test_odd_names_are_shown_on_one_printable_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("")
    entry = failure(path)
    assert entry.source.isprintable()
    path.write_text(SENTENCE)
    assert only(path).text == SENTENCE


def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("")
    assert failure(path).source == f"{tmp_path}/caf\\xe9.txt"


def standard_input(monkeypatch: pytest.MonkeyPatch, stream: io.BufferedIOBase) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))  # type: ignore[type-var]


@pytest.mark.parametrize("peekable", [True, False])
def test_standard_input_as_text(monkeypatch: pytest.MonkeyPatch, *, peekable: bool) -> None:
    raw = io.BytesIO(ARABIC.encode())
    standard_input(monkeypatch, io.BufferedReader(raw) if peekable else raw)
    reports, _ = take(Path("-"))
    assert [(source, report.text) for source, report in reports.items()] == [("standard input", ARABIC)]


def test_standard_input_as_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.dumps({"text": SENTENCE}) + "\n{broken\n"
    standard_input(monkeypatch, io.BytesIO(b"\xef\xbb\xbf \n" + lines.encode()))
    reports, ledger = take(Path("-"))
    assert list(reports) == ["standard input:2"]
    assert [entry.source for entry in ledger.failed] == ["standard input:3"]


def test_standard_input_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    standard_input(monkeypatch, io.BytesIO(SENTENCE.encode()))
    entry = failure(Path("-"))
    assert (entry.source, entry.reason) == ("standard input", "too_large")


def test_standard_input_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert failure(Path("-")).reason == "unreadable"


def test_endless_device_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    assert failure(Path("/dev/zero")).reason == "too_large"


def test_reports_are_read_one_at_a_time(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{name} {SENTENCE}")
    reports = open_reports([tmp_path], defaults={"language": "en"}, ledger=Ledger())
    assert next(reports).text.startswith("a")
    (tmp_path / "b.txt").write_text(f"changed {SENTENCE}")
    assert next(reports).text.startswith("changed")


# Left out: what no file can tell from its mark, and what is refused elsewhere.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1).filter(
    lambda text: bool(text.strip()) and not text.startswith("%PDF-")
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS | TEXTS.map(lambda text: ARABIC + text))
@example("e\u0301 قال\r\n\u2028x\x85y\r")
def test_any_text_is_the_same_report_from_a_file_and_a_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain, lines = Path(folder, "a.txt"), Path(folder, "a.jsonl")
        plain.write_bytes(text.encode())
        lines.write_text(json.dumps({"text": text}))
        [first], [second] = (list(take(path, language="en")[0].values()) for path in (plain, lines))
    assert first == second
    assert first.text == unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


GOOD = st.integers(0, 5).map(lambda n: json.dumps({"text": f"{n} {SENTENCE}", "language": "en"}))
BAD = st.sampled_from(["{", "[]", '{"text": 1}', '{"text": ""}', '{"text": "a", "published": "2022-02-30"}', "\\"])


@given(st.lists(st.tuples(GOOD | BAD, st.sampled_from(["\n", "\r\n", "\n\n"])), min_size=1))
def test_the_ledger_balances(lines: list[tuple[str, str]]) -> None:
    ledger = Ledger()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.jsonl")
        path.write_bytes("".join(line + end for line, end in lines).encode())
        for _ in count(named_reports([path], defaults={}, ledger=ledger), ledger):
            pass
    good = [line for line, _ in lines if line.startswith('{"text": "') and SENTENCE in line]
    assert ledger.taken_in == len(lines)
    assert (ledger.kept, len(ledger.rejected)) == (len(set(good)), len(good) - len(set(good)))


def count(reports: Iterator[tuple[str, Report]], ledger: Ledger) -> Iterator[str]:
    for source, _ in reports:
        ledger.keep()
        yield source
