from __future__ import annotations

from pathlib import Path

import pytest

from rasid.sources import name_in


@pytest.mark.parametrize(
    ("source", "paths", "name"),
    [
        ("/home/a/reports/x.md", ["/home/a/reports"], "x.md"),
        ("/home/a/reports/deep/x.md", ["/home/a/reports"], "deep/x.md"),
        ("/home/a/reports/x.md", ["/home/a/reports/x.md"], "x.md"),
        ("/home/a/wire.jsonl:3", ["/home/a/wire.jsonl"], "wire.jsonl:3"),
        ("/home/a/b/x.md", ["/home/a/c", "/home/a/b"], "x.md"),
        ("reports/deep/x.md", ["reports"], "deep/x.md"),
        ("deep/x.md", ["."], "deep/x.md"),
        ("../x.md", ["../x.md"], "x.md"),
        ("../reports/x.md", [".."], "reports/x.md"),
        ("/home/أخبار/خبر.md", ["/home/أخبار"], "خبر.md"),
        ("standard input", ["-"], "standard input"),
    ],
)
def test_a_report_is_named_within_what_was_given(source: str, paths: list[str], name: str) -> None:
    assert name_in(source, list(map(Path, paths))) == name
