"""Whether the capitals of a text tell anything."""

from __future__ import annotations

_LOOKED_AT = 4000
"""Code points: a wire's head and first paragraphs; what follows an upper-case text may be of another make."""


def is_all_capitals(text: str) -> bool:
    """Tell whether a text is written in upper case throughout, so that a capital marks no name."""
    return text[:_LOOKED_AT].isupper()
