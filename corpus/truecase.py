"""Upper-case text to mixed case, code point for code point, so that offsets hold for both forms.

Deterministic: a perceptron over lower-case forms (`rasid.learn`, trained by `corpus.truecase_train`) says of each word whether it is
written low, with a capital, with a capital in each hyphenated part, or in capitals; names of the actor register, and
words in brackets of their own ("[FMLN]"), are then written as the register or the text has them.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.files import ROOT
from rasid.learn.perceptron import Tagger, make_tagger
from rasid.model import Resolvers
from rasid.resolve import load_resolvers
from rasid.resolve.register import load_register
from rasid.text.names import name_key
from rasid.text.sentences import sentences
from rasid.text.tokens import Token, tokenise

MODEL = ROOT / "truecase_model" / "weights.json.gz"
LOW, CAPITAL, PARTS, CAPITALS = "L", "T", "H", "U"
_LONGEST = 7  # words of a register name that is looked for
_QUOTES = {'"', "“", "‘", "'"}
_BRACKETS = {"[": "]", "(": ")"}


def lower(text: str) -> str:
    """Return `text` in lower case, letters whose lower form is longer left as they are."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def truecase(text: str) -> str:
    """Return an upper-case text in mixed case, of the same length in code points."""
    low = lower(text)
    out = list(low)
    places = {at for start, end, _ in _resolvers().places.find(text, cased=False) for at in range(start, end)}
    for start, end in sentences(text):
        tokens = tokenise(low, start, end)
        for token, label in zip(tokens, _labels(tokens), strict=True):
            named = label == LOW and token.start in places and token.form not in _tagger().sole
            out[token.start : token.end] = write_as(CAPITAL if named else label, low[token.start : token.end])
        for begin, stop, written in _names(low, tokens):
            out[begin:stop] = written
        for at in _openings(tokens):
            out[at] = _upper(out[at])
    return "".join(out)


def label_of(word: str) -> str:
    """Return how a word is written; what is neither low nor in capitals counts as having a capital."""
    parts = [part for part in word.split("-") if part]
    if word == lower(word):
        return LOW
    if len(word) > 1 and word.upper() == word:
        return CAPITALS
    return PARTS if len(parts) > 1 and all(part[0].isupper() for part in parts) else CAPITAL


def write_as(label: str, word: str) -> str:
    """Return a lower-case word as a label says, of the same length."""
    if label == CAPITALS:
        return "".join(map(_upper, word))
    if label == PARTS:
        return "-".join(_upper(part[:1]) + part[1:] for part in word.split("-"))
    return _upper(word[0]) + word[1:] if label == CAPITAL else word


def _upper(char: str) -> str:
    """Return the capital of a character, or the character where it has none of one letter that is only its own."""
    return high if len(high := char.upper()) == 1 and high.lower() == char else char


@cache
def _field_words() -> frozenset[str]:
    """Return the single words that the lexicon has for people, sites and things."""
    folder = files("rasid.data") / "lexicon"
    found = [tomllib.loads((folder / name).read_text(encoding="utf-8")) for name in ("people.toml", "things.toml")]
    return frozenset(word for word in _strings(found) if word.isalpha() and word == lower(word))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


@cache
def _resolvers() -> Resolvers:
    return load_resolvers()


@cache
def _tagger() -> Tagger:
    data: dict[str, Any] = json.loads(gzip.decompress(MODEL.read_bytes()))
    return make_tagger(data["weights"], data["sole"])


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    labels = _tagger().tag([token.form for token in tokens])
    for at, token in enumerate(tokens):
        # "gunmen", "hospital": words of the field are names only beside another part of a name.
        if token.form in _field_words() and not {CAPITAL, CAPITALS, PARTS} & set(labels[max(at - 1, 0) : at + 2 : 2]):
            labels[at] = LOW
    for at, (token, label) in enumerate(zip(tokens, labels, strict=True)):
        known = label in {LOW, CAPITAL, PARTS, CAPITALS}
        yield CAPITALS if _alone_in_brackets(tokens, at) and token.form.isalpha() else label if known else LOW


def _openings(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where the sentence's first word begins, and that of speech quoted after a comma or colon."""
    words = (token for token in tokens if token.form[0].isalnum())
    first = next(words, None)
    if first is not None:
        yield first.start
    for before, mark, word in zip(tokens, tokens[1:], tokens[2:], strict=False):
        opens = mark.form in _QUOTES and mark.start > before.end and mark.end == word.start
        if opens and before.form in {",", ":"} and word.form[0].isalpha():
            yield word.start


def _alone_in_brackets(tokens: Sequence[Token], at: int) -> bool:
    if not 0 < at < len(tokens) - 1:
        return False
    return _BRACKETS.get(tokens[at - 1].form) == tokens[at + 1].form and not _tagger().knows(tokens[at].form)


def _names(low: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield the longest names of the register from left to right, of several words, in the register's letters."""
    register = load_register()
    at = 0
    while at < len(tokens):
        step = 1
        # A single word is taken for a name only where the model has never met it.
        smallest = 1 if _tagger().knows(tokens[at].form) else 0
        for size in range(min(_LONGEST, len(tokens) - at), smallest, -1):
            start, end = tokens[at].start, tokens[at + size - 1].end
            words = low[start:end]
            named = register.bearers(name_key(words))
            written = next((one.written for one in named if lower(one.written) == " ".join(words.split())), None)
            if written is not None:
                yield start, end, _laid_over(words, written)
                step = size
                break
        at += step


def _laid_over(words: str, written: str) -> str:
    """Return `words` in the letters of `written`, which has single blanks where `words` may have line ends."""
    letters = iter(written.replace(" ", ""))
    return "".join(char if char.isspace() else next(letters) for char in words)
