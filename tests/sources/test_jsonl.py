from __future__ import annotations

import io
import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.errors import InputError
from rasid.sources import jsonl
from rasid.sources.jsonl import MAX_LINE, numbered_lines, read_line
from tests.sources.take import ARABIC, SENTENCE, take

FIELDS = {
    "id": "w-7", "title": " Noon ", "publisher": "The Wire", "url": "https://example.org/7",
    "published": "2022-01-21", "language": "en-GB", "unknown": [1, 2],
}  # fmt: skip


def test_all_fields_are_read() -> None:
    draft = read_line(json.dumps({"text": SENTENCE, **FIELDS}).encode())
    assert draft.text == SENTENCE
    assert {name: value for name, value in draft.fields.items() if value is not None} == {
        "source_id": "w-7", "title": "Noon", "publisher": "The Wire", "url": "https://example.org/7",
        "published": date(2022, 1, 21), "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason", "named"),
    [
        ('{"text": "cut off', "bad_json", "not JSON: Unterminated string"),
        ('{"text": "a",}', "bad_json", "not JSON"),
        ("Gunmen killed three.", "bad_json", "not JSON"),
        ('["a"]', "bad_json", "JSON list, not an object"),
        ("12", "bad_json", "JSON int"),
        ("null", "bad_json", "JSON NoneType"),
        ("9" * 5000, "bad_json", "not JSON"),
        ("[" * 200_000, "bad_json", "not JSON"),
        ("{}", "bad_field", "there is no text"),
        ('{"text": null}', "bad_field", "text is NoneType"),
        ('{"text": ["a"]}', "bad_field", "text is list"),
        ('{"text": "a", "title": 7}', "bad_field", "title is int 7"),
        ('{"text": "a", "id": true}', "bad_field", "id is bool True"),
        ('{"text": "a", "published": 1642723200}', "bad_field", "published is int"),
        ('{"text": "a", "published": "2022-02-30"}', "bad_date", "2022-02-30"),
        ('{"text": "a", "language": "Klingon language"}', "bad_field", "Klingon"),
        ('{"text": "a\\u0000b"}', "bad_text", "U+0000 at character 1"),
        ('{"text": "ab\\ud800"}', "bad_text", "U+D800 at character 2"),
        ('{"text": "a", "title": "\\ud800"}', "bad_text", "title holds U+D800"),
        ('{"text": " \\n\\t"}', "empty", "empty or only blanks"),
        (
            '{"text": "a b c", "published": "2022-01-25", "retrieved": "2022-01-21T08:00:00Z"}',
            "unfit",
            "published 2022-01-25 lies after its retrieval 2022-01-21",
        ),
    ],
)
def test_a_broken_line_fails_alone(tmp_path: Path, line: str, reason: str, named: str) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": SENTENCE}), json.dumps({"text": ARABIC})
    path.write_text("\n".join([good[0], "", line, good[1]]))
    reports, ledger = take(path)
    assert list(reports) == [f"{path}:1", f"{path}:4"]
    [entry] = ledger.failed
    assert (entry.source, entry.reason) == (f"{path}:3", reason)
    assert named in entry.detail


def test_bytes_that_are_not_utf8_are_named_by_their_offset() -> None:
    with pytest.raises(InputError, match="0xE9 at offset 13 of the line is not UTF-8"):
        read_line('{"text": "caf\xe9"}'.encode("latin-1"))


def test_mark_and_windows_line_ends() -> None:
    lines = numbered_lines(io.BytesIO(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n{"text": "b"}\r\n'))
    assert [(number, read_line(line).text) for number, line in lines] == [(1, "a"), (3, "b")]


def test_number_as_id() -> None:
    assert read_line(b'{"text": "a", "id": 42}').fields["source_id"] == "42"


class Metered(io.BytesIO):
    """A stream that notes the most bytes asked of it at once."""

    most = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        self.most = max(self.most, len(line))
        return line


def test_a_long_line_is_passed_over_in_bounded_memory() -> None:
    long = b'{"text": "' + b"x" * 10_000_000 + b'"}'
    stream = Metered(long + b'\n{"text": "after"}\n')
    lines = list(numbered_lines(stream))
    assert [number for number, _ in lines] == [1, 2]
    assert stream.most == MAX_LINE + 1
    with pytest.raises(InputError, match="longer than 8,000,000 bytes"):
        read_line(lines[0][1])
    assert read_line(lines[1][1]).text == "after"


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize(("extra", "kept"), [(0, True), (1, False)])
def test_the_limit_is_exact(monkeypatch: pytest.MonkeyPatch, end: bytes, extra: int, *, kept: bool) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 40)
    line = b'{"text": "%s"}' % (b"x" * (28 + extra))
    [(_, first), *rest] = numbered_lines(io.BytesIO(line + end + b'{"text": "b"}' * bool(end)))
    assert [read_line(line).text for _, line in rest] == ["b"] * bool(end)
    if kept:
        assert len(read_line(first).text) == 28
    else:
        with pytest.raises(InputError, match="longer than"):
            read_line(first)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.sampled_from(["text", *FIELDS, "retrieved"]), JSON_VALUES) | JSON_VALUES)
def test_any_json_is_read_or_refused(value: object) -> None:
    with suppress(InputError):
        assert isinstance(read_line(json.dumps(value).encode()).text, str)
