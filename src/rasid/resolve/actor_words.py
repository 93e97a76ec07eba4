"""Tokens of names in any script, folded so that spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

# Initials with dots are one token ("U.S.", "F.M.L.N."); brackets and stops are tokens so that no name reaches across them.
# Combining accents and Arabic vowel signs are no word characters to `re` and are named.
_TOKEN = re.compile(
    r"[^\W\d_]\.(?:[^\W\d_]\.)+|U\. S\.(?: ?A\.)?"
    r"|[\w\u0300-\u036f\u064b-\u065f\u0670]+(?:['’ʼ‘`´ʻ][\w\u0300-\u036f\u064b-\u065f\u0670]+)*"
    r"|[()\[\].,;:!?]"
)
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´ʻ. ")
_POSSESSIVES = ("'s", "’s", "ʼs", "`s")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": None})
_SHORTEST_BARE = 3  # letters: what is left of a shorter word is no name


class Casing(StrEnum):
    """How a text uses capitals, which decides what a capital can tell."""

    mixed = "mixed"
    capitals = "capitals"
    small = "small"


class Token(NamedTuple):
    """One word or stop: its folded key and its code-point offsets, a possessive ending left out."""

    key: str
    start: int
    end: int


def casing_of(text: str) -> Casing:
    """Return how `text` uses capitals; one stray small letter in forty does not make a text of capitals a mixed one."""
    small = sum(map(str.islower, text))
    capitals = sum(map(str.isupper, text))
    if capitals > 40 * small:
        return Casing.capitals
    return Casing.small if small and not capitals else Casing.mixed


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text` in order; offsets are code points of `text`. An underscore divides like a blank."""
    return [_token(match) for match in _TOKEN.finditer(text.replace("_", " "))]


def key_of(name: str) -> str:
    """Return the key under which a name is found: its folded tokens, a leading article left out."""
    keys = [token.key for token in tokenise(name)]
    if keys[:1] == ["the"] and len(keys) > 1:
        keys = keys[1:]
    return " ".join(keys)


def spellings(name: str) -> set[str]:
    """Return the keys of a name: as written, and with the apostrophe of a possessive lost ("Peoples Army")."""
    keys = {key_of(name), key_of(re.sub(r"['’](?=[sS]\b)", "", name))}
    return keys - {""}


def without_clitics(key: str) -> list[tuple[str, int]]:
    """Return an Arabic key without the particles written onto it, with their length, the fewest taken off first."""
    found: list[tuple[str, int]] = []
    for particles in ("وف", "بلك"):
        rest, taken = found[-1] if found else (key, 0)
        if rest[:1] in particles and len(rest) > _SHORTEST_BARE:
            # Before the article its alef is not written: "lil-" for "li-l-".
            alef = "\u0627" if rest.startswith("\u0644\u0644") else ""
            found.append((alef + rest[1:], taken + 1))
    return found


def _token(match: re.Match[str]) -> Token:
    word = match.group()
    end = match.end()
    if word[-2:].lower() in _POSSESSIVES:
        end -= 2
    return Token(fold(word), match.start(), end)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without case, accents, apostrophes, possessive ending and Arabic spelling variants."""
    word = word.lower() if word.isascii() else _fold_letters(word)
    if word.endswith(_POSSESSIVES):
        word = word[:-2]
    return word.translate(_APOSTROPHES) if len(word) > 1 else word


def _fold_letters(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold().translate(_ARABIC))
    return "".join(c for c in parts if unicodedata.category(c) != "Mn").translate(_ARABIC).replace("ı", "i")
