"""Text into the words of time: each token gets a class of the vocabulary, and a text becomes a string of classes.

The grammar then works on that string, one letter a token, so its cost does not depend on the length of words.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import NamedTuple

from rasid.text.numbers import numerals

# The tables of the vocabulary, then the classes that the tokeniser itself gives.
CLASSES = (
    "article", "the", "of", "on", "in", "over", "at", "roughly", "from", "to", "and", "between", "since", "until", "by",
    "around", "month", "short_month", "loose_month", "weekday", "short_weekday", "daypart", "unit", "units",
    "near", "recent", "weekend", "overnight", "nightlong", "part", "edge", "half", "last", "past", "previous",
    "this", "next", "following", "that", "same", "recently_past", "ago", "relation", "beside", "few", "each", "per",
    "season", "loose_season", "campaign", "quarter", "quarter_sign", "fiscal", "holiday", "frequency", "vague", "loose_vague", "era", "zone", "old", "numbered", "verb",
    "dayword", "past_unit", "this_unit", "just_past", "current", "other", "day", "pair", "digits", "year",
    "old_year", "round_year", "word_number", "ordinal", "rank", "iso", "numeric", "clock", "decade",
    "next_unit", "just_next", "named_day", "before_unit", "after_unit", "one_unit", "two_units", "many_units",
    "the_number", "agreeing", "named_number", "lunar_month", "solar_month", "eve", "short_year", "hyphen", "slash", "dash", "comma", "dot", "open", "mark",
)  # fmt: skip
LETTERS = {name: chr(0x100 + index) for index, name in enumerate(CLASSES)}

_VOWELS = "\u0640\u064b-\u0655\u0670"
_FOLD = str.maketrans("أإآٱى", "ااااي", "".join(map(chr, [0x640, *range(0x64B, 0x656), 0x670])))
_PATTERN = r"""
      (?P<phrase>%(phrases)s)(?!\w)
    | (?P<word>[^\W\d_][^\W\d_%(vowels)s]*(?:[%(vowels)s]+[^\W\d_%(vowels)s]*)*)
    | (?P<code>\d+-\d+-[A-Z]+[-\u2013]\d+)                             # a reference number holds no date
    | (?P<iso>\d{4}(?P<bar>[-/])\d\d?(?P=bar)\d\d?)(?!\d)
    | (?P<numeric>\d\d?(?P<sign>[-/.])\d\d?(?P=sign)(?:\d{4}|\d\d))(?![/.-]?\d)
    | (?P<clock>\d\d?:\d\d(?::\d\d)?(?:\s?(?:[aApP]\.?[mM]\b\.?|hrs\b))?
        | \d\d?(?:\.\d\d)?\s?[aApP](?:\.\s?[mM]\.|[mM]\b))
    | (?P<ordinal>\d\d?)(?:st|nd|rd|th|ST|ND|RD|TH)\b
    | (?P<decade>\d{3}0)['\u2019]?[sS]\b
    | (?P<figure>\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+|\d+[^\W\d_])
    | (?P<digits>\d+)
    | ['\u2019](?P<short_year>\d\d)(?!\w)
    | (?P<genitive>['\u2019][sS]\b|['\u2019](?=\s))
    | (?P<mark>\n\s*\n|[^\w\s]|_)
"""
_SIGNS = {"-": "hyphen", "\u2010": "hyphen", "\u2013": "hyphen", "/": "slash", "\u2014": "dash"}
_SIGNS |= {",": "comma", "،": "comma", ".": "dot", "(": "open", "[": "open", "&": "and"}


# Four digits above it are no year of a report ("2145 GMT").
_LAST_YEAR = 2060


class Token(NamedTuple):
    """A word of time: its class letter, its value, and `[start, end)` in code points."""

    letter: str
    value: int | str
    start: int
    end: int


class Vocabulary(NamedTuple):
    """The words of time (folded) with class letter and value, and the pattern of a token."""

    words: dict[str, tuple[str, int | str]]
    token: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of `data/times/*.toml`; read once."""
    words: dict[str, tuple[str, int | str]] = {}
    for language in ("en", "ar"):
        path = files("rasid") / "data" / "times" / f"{language}.toml"
        for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            words |= {key: (LETTERS[name], value) for key, value in table.items()}
    numbers = {"dozen": 12} | numerals().cardinals
    words |= {key: (LETTERS["word_number"], value) for key, value in numbers.items()}
    words |= {key: (LETTERS["rank"], value) for key, value in numerals().ordinals.items()}
    phrases = _phrases([key for key in words if not key.isalpha()])
    token = _PATTERN % {"phrases": phrases, "vowels": _VOWELS}
    return Vocabulary(words, re.compile(token, re.VERBOSE))


def _phrases(keys: Iterable[str]) -> str:
    """Return one pattern for all phrases, the longest first, parted by their first sign so that few are tried."""
    starts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys, key=len, reverse=True):
        starts[_phrase(key[0])].append(_phrase(key[1:]))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in starts.items())


def _phrase(key: str) -> str:
    """Return the pattern of a phrase in any case, with any single blank, hamza or not."""
    either = {" ": r"\s", "\u0627": "[اأإآ]", "ي": "[يى]", "-": "-", "'": "['\u2019]", "&": "&"}
    return "".join(either.get(sign) or f"[{sign.upper()}{sign}]" for sign in key)


def _fold(word: str) -> str:
    """Return the form under which the vocabulary holds `word`: lower case, no vowel marks, plain alif and ya."""
    return " ".join(word.lower().translate(_FOLD).replace("\u2019", "'").split())


_KNOWN = 20_000
"""Words whose class is remembered; the looking up costs a tenth of the reading."""
_NO_WORD = (LETTERS["other"], 0)
_AND = LETTERS["and"]
_AND_WORD = ("", 0)
"""A known word with the Arabic "and", which is written together with it."""
_CAPITALISED = {LETTERS["loose_month"], LETTERS["short_month"], LETTERS["short_weekday"], LETTERS["solar_month"]}


@lru_cache(maxsize=_KNOWN)
def _look_up(word: str) -> tuple[str, int | str]:
    words = vocabulary().words
    found = words.get(word.lower())
    if found is None and not word.isascii():
        folded = _fold(word)
        found = words.get(folded)
        if found is None and folded.startswith("و") and folded[1:] in words:
            return _AND_WORD
    if found is None or (found[0] in _CAPITALISED and word[0].islower()):
        return _NO_WORD
    return found


def tokenise(text: str) -> list[Token]:
    """Return the tokens of `text`, in order; linear in its length."""
    words, token = vocabulary()
    new = partial(tuple.__new__, Token)  # half the time of Token(...), and there are many
    tokens: list[Token] = []
    for match in token.finditer(text):
        kind = match.lastgroup or "mark"
        start, end = match.span()
        if kind == "word":
            letter, value = _look_up(match.group())
            if not letter:
                tokens.append(new((_AND, 0, start, start + 1)))
                start += 1
                letter, value = _look_up(match.group()[1:])
        elif kind == "phrase":
            letter, value = words[_fold(match.group())]
        elif kind == "genitive":
            continue
        elif kind == "mark":
            letter, value = _sign(text, start, end), 0
        else:
            letter, value = _figure(kind, match[kind])
        tokens.append(new((letter, value, start, end)))
    return tokens


def _sign(text: str, start: int, end: int) -> str:
    """Class a sign; a hyphen with a blank on a side is a dash, which joins only whole dates."""
    name = _SIGNS.get(text[start:end], "mark")
    if name == "hyphen" and (text[start - 1 : start].isspace() or text[end : end + 1].isspace()):
        name = "dash"
    return LETTERS[name]


def _figure(kind: str, figure: str) -> tuple[str, int | str]:
    if kind in {"code", "figure"}:
        return _NO_WORD
    if kind in {"iso", "numeric", "clock"}:
        return LETTERS[kind], figure
    if kind != "digits":
        return LETTERS[kind], int(figure)
    return _digits(figure)


def _digits(figure: str) -> tuple[str, int | str]:
    """Class plain digits: a day of the month, a year, or another number.

    Round years and those before 1900 may be counts ("2000 people"), so they are classes of their own.
    """
    if len(figure) > 4:
        return (LETTERS["digits"], int(figure)) if len(figure) < 10 else _NO_WORD
    value = int(figure)
    if len(figure) == 4 and figure[0] == "0" and value < 1000:
        return LETTERS["clock"], figure
    if len(figure) == 4 and 1000 <= value <= _LAST_YEAR:
        name = "round_year" if value % 100 == 0 else "year" if value > 1900 else "old_year"
        return LETTERS[name], value
    if len(figure) < 3 and 1 <= value <= 31:
        return LETTERS["day"], value
    return LETTERS["pair" if len(figure) == 2 else "digits"], value
