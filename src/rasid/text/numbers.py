"""Whole numbers written in digits or in English words.

Only exact numbers: a quantity that the words leave open ("dozens", "several hundred") gives nothing here and is the
business of the codebook's vague-number rules. Ordinals ("third", "3rd") are kept apart.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# Digits of any script with the marks that may stand inside a number, a date or a clock time, or a run of letters.
_WORD = re.compile(r"\d+(?:[.,:/\u066b\u066c\u00a0\u202f]\d+)*|[^\W\d_]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:([,\u066c\u00a0\u202f])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d+[.\u066b]\d+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"\D")
_HYPHENS = "-\u2010\u2011"
# Longer figures are telephone or serial numbers, not quantities.
_MAX_DIGITS = 12
# More than this between two words and they are not read as one number; also bounds the work on a run of blanks.
_MAX_GAP = 2
_NO_SCALE = 10**15
# Words that are no number until another follows.
_HALF_WORDS = frozenset({"a", "an", "half"})
_ANY: frozenset[str] = frozenset()
_SCALES = frozenset({"dozen", "hundred", "thousand", "million", "billion"})
_DOZEN = frozenset({"dozen"})
_A_DOZEN = frozenset({"a", "dozen"})


class Numerals(NamedTuple):
    """The vocabulary of `data/times/numbers.toml`; all keys are in lower case."""

    cardinals: dict[str, int]
    dozens: dict[str, int]
    fractions: dict[str, int]
    ordinals: dict[str, int]


@cache
def numerals() -> Numerals:
    """Return the number words; read once."""
    path = files("rasid") / "data" / "times" / "numbers.toml"
    return Numerals(**tomllib.loads(path.read_text(encoding="utf-8")))


@dataclass(slots=True)
class _Sum:
    """A number growing word by word: `total` holds finished thousands, `group` what stands before the next scale."""

    start: int = 0
    end: int = 0
    total: int = 0
    group: Fraction | int = 0
    scale: int = _NO_SCALE
    only: frozenset[str] = _ANY
    value: int | None = None
    closed: bool = False

    def add(self, word: str, start: int, end: int) -> bool:
        """Take in `word` if a number may go on with it."""
        if self.closed or (self.only and word not in self.only) or not self._grow(word):
            return False
        if not self.end:
            self.start = start
        self.end = end
        if word not in _HALF_WORDS:
            number = self.total + self.group
            self.value = int(number) if number == int(number) else None
        return True

    def _grow(self, word: str) -> bool:
        if word[0].isdecimal():
            return self._digits(word)
        if word in {"a", "an"}:
            return self._article()
        if word == "half":
            return self._open(Fraction(1, 2), _A_DOZEN)
        if word in numerals().dozens:
            return self._multiply(numerals().dozens[word], last=True)
        value = numerals().cardinals.get(word)
        return value is not None and self._cardinal(value)

    def _open(self, group: Fraction | int, only: frozenset[str]) -> bool:
        if self.group or self.total:
            return False
        self.group, self.only = group, only
        return True

    def _article(self) -> bool:
        if self.only:
            self.only = _DOZEN
            return True
        return self._open(1, _SCALES)

    def _digits(self, word: str) -> bool:
        value = _figure(word)
        return value is not None and self._open(value, _SCALES)

    def _multiply(self, value: int, *, last: bool = False) -> bool:
        if not self.group:
            return False
        self.group, self.closed, self.only = self.group * value, last, _ANY
        return True

    def _cardinal(self, value: int) -> bool:
        if value == 0:
            self.closed = True
            return not self.group and not self.total
        if value < 100:
            return self._below_hundred(value)
        if value == 100:
            return self.group < 100 and self._multiply(value)
        return self._scale_up(value)

    def _below_hundred(self, value: int) -> bool:
        tens = self.group % 100
        fits = tens == 0 or (value < 10 and tens >= 20 and tens % 10 == 0)
        if fits:
            self.group += value
        return fits

    def _scale_up(self, value: int) -> bool:
        if not self.group or value >= self.scale:
            return False
        self.total, self.group = self.total + int(self.group * value), 0
        self.scale, self.only = value, _ANY
        return True

    def takes_and(self) -> bool:
        """Whether "and" may come next: after hundreds or thousands, as in "one hundred and five"."""
        return not self.closed and not self.only and self.end > 0 and self.group % 100 == 0 and self.value != 0


def _figure(word: str) -> Fraction | int | None:
    """Return the value of digits, whole or decimal; None for dates, clock times and serial numbers."""
    if _DECIMAL.fullmatch(word) and len(word) <= _MAX_DIGITS:
        whole, part = re.split(r"[.\u066b]", word)
        return Fraction(int(whole + part), 10 ** len(part))
    if not word.isdecimal() and not _THOUSANDS.fullmatch(word):
        return None
    digits = _NOT_DIGITS.sub("", word)
    return int(digits) if len(digits) <= _MAX_DIGITS else None


class _Words(NamedTuple):
    """A lower-case word with its place, and the text between it and the word before."""

    word: str
    start: int
    end: int
    gap: str


def _words(text: str) -> Iterator[_Words]:
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        yield _Words(match.group().lower(), start, end, text[max(before, start - _MAX_GAP - 1) : start])
        before = end


def _glued(gap: str) -> bool:
    return len(gap) <= _MAX_GAP and (gap.isspace() or gap in _HYPHENS) and gap != ""


def _stands_alone(text: str, number: _Sum) -> bool:
    """Refuse what is part of a name or of another kind of figure: "AK-47", "3rd", "T72", "two-thirds"."""
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 1]
    if after.isalnum() or (before and (before[-1].isalnum() or before[-1] == "_")):
        return False
    if len(before) > 1 and before[-1] in _HYPHENS and before[0].isalpha():
        return False
    rest = _WORD.match(text, number.end + 1)
    return not (after and after in _HYPHENS and rest and rest.group().lower() in numerals().fractions)


def find_numbers(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, value) of each whole number in `text`, in order; offsets in code points.

    Takes digits of any script, with thousands separators ("3,000"), and number words in any case ("twenty-three",
    "one hundred and five", "half a dozen", "2.5 million"). Linear in the length of `text`.
    """
    found: list[_Sum] = []
    number, joined = _Sum(), False
    for word, start, end, gap in _words(text):
        near = _glued(gap)
        if near and not joined and word == "and" and number.takes_and():
            joined = True
            continue
        if not (near and number.end and number.add(word, start, end)):
            if number.end:
                found.append(number)
                number = _Sum()
            number.add(word, start, end)
        joined = False
    found.append(number)
    return [(n.start, n.end, n.value) for n in found if n.value is not None and _stands_alone(text, n)]


def parse_number(words: str) -> int | None:
    """Return the number that `words` as a whole are, or None ("eleven" is 11, "eleven men" and "third" are None)."""
    stripped = words.strip()
    for start, end, value in find_numbers(stripped):
        return value if (start, end) == (0, len(stripped)) else None
    return None


def parse_ordinal(words: str) -> int | None:
    """Return the rank that `words` as a whole name ("third", "3rd", "twenty-first"), or None."""
    key = words.strip().lower()
    digits = _ORDINAL.fullmatch(key)
    if digits:
        return int(digits[1]) if len(digits[1]) <= _MAX_DIGITS else None
    head, _, tail = key.replace("-", " ").rpartition(" ")
    last = numerals().ordinals.get(tail)
    if last is None or not head:
        return last
    tens = numerals().cardinals.get(head)
    return tens + last if tens is not None and tens in range(20, 100, 10) and last < 10 else None
