"""Reports made of the sentences of the case tables and of any Unicode, for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.reading.lexicon.see import cases
from tests.text.texts import ANY_TEXT


def _texts(name: str) -> list[str]:
    rows: list[dict[str, Any]] = [row for table in cases(name).values() for row in table]
    return sorted({row["text"] for row in rows if "text" in row})


SENTENCES = [text for name in ("reading", "counts", "status", "speech", "statements") for text in _texts(name)]
_LINES = st.sampled_from(SENTENCES) | st.sampled_from(SENTENCES).map(str.upper) | ANY_TEXT
REPORTS = (
    st.lists(st.tuples(_LINES, st.sampled_from([" ", "\n", "\n\n", ", ", "\u200f", " “"])), min_size=1, max_size=6)
    .map(lambda parts: "".join(line + blank for line, blank in parts))
    .filter(lambda text: bool(text.strip()))
)
"""Sentences of violence in both cases, with any text, quotation marks and line ends between them."""

unhurried = settings(deadline=None, max_examples=60)
"""The first reading loads the vocabulary, and a busy machine is slow."""
