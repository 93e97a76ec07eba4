"""The hand-written pages and what stands in them, for the contracts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "docs" / "reference"
PAGES = tuple(
    sorted([*ROOT.glob("*.md"), *(page for page in ROOT.glob("docs/**/*.md") if GENERATED not in page.parents)])
)
"""The Markdown files that people write; the reference is made from the code."""

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: the words after the fence, the text, and where the text stands in its page."""

    language: str
    info: str
    text: str
    start: int
    end: int


def name_of(page: Path) -> str:
    """Return the page's path from the root, for the names of tests."""
    return page.relative_to(ROOT).as_posix()


def read(page: Path) -> str:
    """Return a page's text."""
    return page.read_text(encoding="utf-8")


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    for found in _FENCE.finditer(text):
        language, _, info = found["info"].strip().partition(" ")
        yield Block(language=language, info=info, text=found["text"], start=found.start("text"), end=found.end("text"))


def prose(text: str) -> str:
    """Return a page without its fenced blocks."""
    return _FENCE.sub("", text)


def code_words(text: str) -> set[str]:
    """Return what stands between single backticks in a page's prose."""
    return set(_CODE.findall(prose(text)))
