"""How a text is recognised again without being kept."""

from __future__ import annotations

import hashlib
import re

_NOT_LETTERS = re.compile(r"[\W_]+")


def sha256_of(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 form, in hex: equal only for the very same code points."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def words_hash(text: str) -> str:
    """Return a hash of the letters and digits of a text alone, so that case, blanks and marks do not hide a copy."""
    return sha256_of(_NOT_LETTERS.sub(" ", text.casefold()).strip())
