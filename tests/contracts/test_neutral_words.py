"""The pages use no loaded words of their own: such words stand only in quotation marks, in code, or in a block."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.contracts.pages import PAGES, name_of, prose, read

_LOADED = re.compile(r"\b(?:terrorist|martyr|regime|neutrali[sz]ed|liberated|thug|infidel)\w*", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”]*”|`[^`\n]*`")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_uses_no_loaded_word_of_its_own(page: Path) -> None:
    found = _LOADED.search(_QUOTED.sub("", prose(read(page))))
    assert found is None, found
