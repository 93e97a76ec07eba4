"""Text into the word pieces that an encoder reads, with their offsets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

PAD, OPEN, CLOSE, MASK = 0, 101, 102, 103
"""Ids of the special marks of BERT's uncased vocabulary: filling, before a text, behind it, a hidden piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Word pieces of a stretch of text; `starts` and `ends` are code points of the whole text."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.ids)


@cache
def load_tokenizer(path: Path) -> Tokenizer:
    """Load a `tokenizer.json` without padding or truncation; once a process and path."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pieces(tokenizer: Tokenizer, text: str, start: int, end: int) -> Pieces:
    """Cut the stretch `[start, end)` of `text` into pieces, without the encoder's special marks."""
    encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
    return Pieces(
        ids=tuple(encoded.ids),
        starts=tuple(start + left for left, _ in encoded.offsets),
        ends=tuple(start + right for _, right in encoded.offsets),
    )
