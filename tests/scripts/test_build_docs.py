from __future__ import annotations

from pathlib import Path

import pytest

from scripts.build_docs import ROOT, pages


@pytest.mark.parametrize("path", list(pages()), ids=str)
def test_generated_files_are_current(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == pages()[path], "run scripts/build_docs.py"
