"""Texts of any kind for property tests, and a clock that compares them."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import strategies as st

_PIECES = "\n|\n\n| |.|?|!|…|؟|\"|”|“|)|- |1. |J.|Gen.|U.S.|The|and|قتل|على|-|'s".split("|")
ANY_TEXT = st.text() | st.lists(st.text(max_size=8) | st.sampled_from(_PIECES), max_size=40).map("".join)
"""Any Unicode, and mixtures of it with stops, line ends, abbreviations and Arabic words."""


def grows_linearly(work: Callable[[str], object], unit: str, size: int) -> bool:
    """Tell whether four times the text takes less than eight times the time (sixteen where it grows as the square)."""
    text = unit * (size // len(unit)) + "y"
    return _seconds(work, text * 4) < 8 * _seconds(work, text) + 0.01


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Return the least processor time of three runs, so that a busy machine does not decide."""
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        work(text)
        best = min(best, time.process_time() - begin)
    return best
