"""The README's numbers are the floors that the gate holds."""

from __future__ import annotations

import os

from tests.contracts.pages import ROOT, read
from tests.contracts.quality import renewed, table_in, table_now

README = ROOT / "README.md"


def test_the_readme_gives_the_floors() -> None:
    if os.environ.get("RENEW_DOCS"):
        README.write_text(renewed(read(README)), encoding="utf-8")
    assert table_in(read(README)) == table_now(), "renew the pages: RENEW_DOCS=1 pytest tests/contracts"
