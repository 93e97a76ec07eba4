from __future__ import annotations

import re
from pathlib import Path

import pytest

import rasid.products.brief

CSS = (Path(rasid.products.brief.__file__).parent / "brief.css").read_text(encoding="utf-8")
LEAST = 4.5
"""WCAG 2.2, 1.4.3, contrast of text at level AA."""


def _tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


LIGHT = _tokens(CSS[: CSS.index("@media")])
DARK = LIGHT | _tokens(CSS[CSS.index("@media (prefers-color-scheme: dark)") : CSS.index("* { box-sizing")])


def _luminance(colour: str) -> float:
    """WCAG's relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    *[("ink", ground) for ground in ("paper", "card", "accent-soft", "what", "who", "whom", "harm", "where", "when", "how", "said")],
    *[(text, ground) for text in ("soft", "accent") for ground in ("paper", "card", "land", "other", "sea")],
    ("chip-ink", "chip"),
]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=str)
def test_words_can_be_read_on_their_ground(theme: dict[str, str], text: str, ground: str) -> None:
    assert _contrast(theme[text], theme[ground]) >= LEAST
