"""What the pages show is what happens; after a change that is meant, renew them: RENEW_DOCS=1 pytest tests/contracts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.contracts.pages import PAGES, name_of, read
from tests.contracts.sessions import has_session, renewed_page

SHOWING = [page for page in PAGES if has_session(read(page))]


@pytest.mark.parametrize("page", SHOWING, ids=name_of)
def test_a_page_shows_what_happens(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASID_DB", raising=False)
    told = read(page)
    now = renewed_page(told, tmp_path)
    if os.environ.get("RENEW_DOCS"):
        page.write_text(now, encoding="utf-8")
        return
    assert now == told, "read the differences, then renew the pages: RENEW_DOCS=1 pytest tests/contracts"


def test_readme_and_tutorial_are_run() -> None:
    assert {"README.md", "docs/tutorial.md"} <= {name_of(page) for page in SHOWING}
