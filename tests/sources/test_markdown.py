from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rasid.errors import ReportError
from rasid.sources.markdown import read_markdown
from tests.sources.take import ARABIC, SENTENCE, failure, only

WHOLE = f"""---
id: 0010
title: "Diyala: eleven killed"
publisher: The Wire
url: https://example.org/a?b=c#d
published: 2022-01-21
retrieved: 2022-01-22T08:00:00Z
language: no
# a comment
author: unknown keys are passed
tags:
  - indented
- listed
---

# {SENTENCE}

---
After a *rule*.
"""


def test_all_fields_and_the_body_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(WHOLE)
    report = only(path)
    assert report.text == f"\n# {SENTENCE}\n\n---\nAfter a *rule*.\n"
    assert (report.source_id, report.title, report.publisher) == ("0010", "Diyala: eleven killed", "The Wire")
    assert (report.url, report.language) == ("https://example.org/a?b=c#d", "no")
    assert (report.published, report.retrieved) == (date(2022, 1, 21), datetime(2022, 1, 22, 8, tzinfo=UTC))


def test_without_front_matter_everything_is_body() -> None:
    text = f"# Title\n\n{ARABIC}\n---\n"
    assert read_markdown(text.encode()) == (text, {})


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_marks_of_other_systems(end: str, mark: bytes) -> None:
    draft = read_markdown(mark + f"---\ntitle: 'Noon'\n...\n{ARABIC}".replace("\n", end).encode())
    assert (draft.text, draft.fields["title"]) == (ARABIC, "Noon")


def test_empty_values_are_unknown() -> None:
    fields = read_markdown(b"---\ntitle:\nurl:   \npublisher: ''\n---\nBody").fields
    assert set(fields.values()) == {None}


def test_front_matter_may_end_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Only a title\n---")
    assert failure(path).reason == "empty"


@pytest.mark.parametrize(
    ("front", "named"),
    [
        ("published: 2022-02-30", "'2022-02-30' does not exist"),
        ("published: 21 January 2022", "'21 January 2022'"),
        ("retrieved: 2022-01-22", "'2022-01-22' has no time"),
        ("language: English!", "'English!'"),
        ("title Noon", "line 2 .*'title Noon'"),
        ("publisher: A\ntitle: >-", "line 3 .*'title: >-'"),
    ],
)
def test_bad_front_matter_is_refused_by_value_or_line(front: str, named: str) -> None:
    with pytest.raises(ReportError, match=named):
        read_markdown(f"---\n{front}\n---\n{SENTENCE}".encode())


def test_front_matter_without_end_is_refused() -> None:
    with pytest.raises(ReportError, match="does not end"):
        read_markdown(f"---\ntitle: Noon\n\n{SENTENCE}".encode())
