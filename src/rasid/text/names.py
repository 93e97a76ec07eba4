"""Keys under which the many spellings of one name meet, in Latin and Arabic script.

The key is for finding, never for showing: it folds case, diacritics, articles and the common differences of
transliteration ("Ash-Shaykh Sa'd", "el Sheikh Saad"), so two different names may share it. Whoever looks
names up ranks what comes back, with `fold` as the test of an exact spelling.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "'’‘`´ʼʻʿʾʹʽˈ′ˊ"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|\w(?:[\w{_APOSTROPHES}]*\w)?")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_SIGNS = re.compile(r"[\W_]+")
_STRIP = str.maketrans("", "", _APOSTROPHES + ".\u0640")
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h", "ŋ": "n",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ێ": "ي", "ئ": "ي", "ې": "ي", "ؤ": "و", "ۆ": "و",
    "ۊ": "و", "ة": "ه", "ە": "ه", "ۀ": "ه", "ھ": "ه", "ہ": "ه", "ک": "ك", "ڪ": "ك", "ڵ": "ل", "ڕ": "ر", "ء": None,
    "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9",
})  # fmt: skip
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\u06d5]")
_LONGEST_WORD = 80
"""Longer ones are no names; the sounds of those are left as they are, which keeps the time linear."""
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# Sun-letter forms of the Arabic article; dropped wherever another word remains.
_ARTICLES = frozenset("al el ul ad ed adh an en ar er as es ash esh at et ath az ez".split())
# Each rule shortens the word or moves to the one letter kept for a sound, so repeating them comes to rest.
_SOUNDS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        ("y", "i"), ("q", "k"), ("ck", "k"), ("dj", "j"), ("tch", "ch"), ("dh", "d"), ("gh", "g"),
        ("oo|ou", "u"), ("ee", "i"), ("ei", "ai"), ("(?<=a)wu", "u"),
        ("[ao]w(?![aeiou])", "au"), ("uw(?=[aeio])", "w"),
        (r"(.)\1+", r"\1"), ("(?<=..)[ae]h$", "a"), ("(?<=.)ie$", "ia"),
    )
)  # fmt: skip
_ROMAN = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "'", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ى": "a", "ة": "a", "ء": "'", "أ": "a", "إ": "i",
    "آ": "a", "ؤ": "'", "ئ": "'", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ڤ": "v", "ک": "k", "ی": "y", "ە": "e",
    "ێ": "e", "ۆ": "o", "ڕ": "r", "ڵ": "l",
    "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in", "\u0652": "",
}  # fmt: skip


class Word(NamedTuple):
    """One word of a text with half-open code-point offsets; a possessive 's is left outside."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """The words of `text` in order; hyphens part words, apostrophes inside a word and dots of "U.S." do not."""
    found = []
    for match in _WORD.finditer(text):
        start, end, token = match.start(), match.end(), match.group()
        if len(token) > 2 and (tail := _POSSESSIVE.search(token)):
            end, token = start + tail.start(), token[: tail.start()]
        found.append(Word(start, end, token))
    return found


def is_arabic(text: str) -> bool:
    """Whether `text` holds a letter of the Arabic script (Arabic, Kurdish, Persian, Pashto, Urdu)."""
    return _ARABIC.search(text) is not None


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The spelling without case, diacritics, apostrophes and punctuation; words parted by single blanks."""
    if text.isascii():  # most names: small letters without signs are settled, as no other letter can come of them
        return _SIGNS.sub(" ", text.lower().translate(_STRIP)).strip()
    return _settle(text, lambda part: _SIGNS.sub(" ", _plain(part)).strip())


def name_key(name: str) -> str:
    """The key shared by the usual spellings of `name`, in lower case, words parted by single blanks.

    Idempotent for any text; empty where the text holds no letter or digit. Arabic articles are dropped
    unless nothing else remains: "al-Hawijah", "Hawija" and "Al Hawiga" meet only where their letters do.
    """
    keys = [key for word in fold(name).split() if (key := word_key(word))]
    kept = [key for key in keys if key not in _ARTICLES]
    return " ".join(kept or keys[-1:])


def is_article(key: str) -> bool:
    """Whether the word key is an Arabic article in Latin letters, which `name_key` leaves out."""
    return key in _ARTICLES


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The key of a single word, articles included; empty where nothing of it is a letter or digit."""
    return _settle(fold(word), _once)


def romanize(arabic: str) -> str:
    """Arabic letters in Latin ones, letter by letter, for showing a name that has no known Latin spelling.

    Short vowels that are not written cannot be given: "ديالى" becomes "dyala". Other text is left as it is.
    """
    out = "".join(_ROMAN.get(letter, letter) for letter in unicodedata.normalize("NFC", arabic))
    return re.sub(r"\bal(?=[^\W\d_]{3})", "al-", out) if is_arabic(arabic) else out


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFC", bare.translate(_LETTERS).translate(_STRIP))


def _once(word: str) -> str:
    if " " in word:
        return "".join(word.split())
    if len(word) > _LONGEST_WORD:
        return word
    if is_arabic(word):
        return word[2:] if word.startswith("ال") and len(word) > 3 else word
    word = _ABBREVIATIONS.get(word, word)
    for pattern, put in _SOUNDS:
        word = pattern.sub(put, word)
    return word


def _settle(text: str, step: Callable[[str], str]) -> str:
    """Repeats `step` until it changes nothing, which makes the result a fixed point by construction."""
    while (following := step(text)) != text:
        text = following
    return text
