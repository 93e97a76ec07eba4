"""What the encoder is not shown: who bears the arms.

An act is coded alike whoever does it. So each name of an armed organisation and each word that tells its side, with the
nationality before it, is one piece to the encoder, always the same: "Nigerian troops", "Boko Haram" and "rebels" look alike.
The offsets stay those of the name, so that what the network marks is still the name in the text.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from tokenizers import Tokenizer

from rasid.learn.pieces import Pieces, pieces
from rasid.reading.lexicon.dates import NAMES_OF_DAYS
from rasid.reading.lexicon.inflect import plural
from rasid.reading.lexicon.names import armed_names
from rasid.reading.lexicon.vocabulary import Phrases, load_toml, match
from rasid.text.names import Word, fold, words

STAND_IN = 2749
"""The piece that the encoder reads in place of every armed side: "forces" in BERT's uncased vocabulary."""
_BLANK = frozenset({" ", "-", "\n"})
_GENITIVE = frozenset({"'s ", "’s ", "'S ", "’S ", "' ", "’ "})
_LONG = 4
"""Letters of a word whose capital is asked about: short ones are small in headlines too."""
_fold = lru_cache(maxsize=1 << 16)(fold)


@dataclass(frozen=True, slots=True)
class _Table:
    """Names and side words by their first word, longest first; and the words that may stand before one."""

    names: Phrases
    heads: Phrases
    before: frozenset[str]


def blind_pieces(tokenizer: Tokenizer, text: str, start: int, end: int) -> Pieces:
    """Cut the stretch `[start, end)` of `text` into pieces, with one piece, always the same, for every armed side."""
    whole = pieces(tokenizer, text, start, end)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for left, right in sides(text, start, end):
        while at < len(whole) and whole.ends[at] <= left:
            at = _copy(whole, at, ids, starts, ends)
        if at == len(whole) or whole.starts[at] >= right:
            continue
        ids.append(STAND_IN)
        starts.append(left)
        ends.append(right)
        while at < len(whole) and whole.starts[at] < right:
            at += 1
    while at < len(whole):
        at = _copy(whole, at, ids, starts, ends)
    return Pieces(ids=tuple(ids), starts=tuple(starts), ends=tuple(ends))


def _copy(whole: Pieces, at: int, ids: list[int], starts: list[int], ends: list[int]) -> int:
    ids.append(whole.ids[at])
    starts.append(whole.starts[at])
    ends.append(whole.ends[at])
    return at + 1


def sides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text[start:end]` that name an armed side, code points of the whole text, in order."""
    sentence = _sentence(text[start:end])
    named = _named(sentence)
    at = 0
    while at < len(named):
        if not named[at]:
            at += 1
            continue
        first = _first(sentence, at)
        while at + 1 < len(named) and named[at + 1] and sentence.touch[at]:
            at += 1
        yield start + sentence.words[first].start, start + sentence.words[at].end
        at += 1


class _Sentence(NamedTuple):
    """Words with their plain forms, their forms with the genitive joined ("lords"), and whether each touches the next."""

    words: Sequence[Word]
    forms: list[str]
    owners: list[str]
    touch: Sequence[bool]
    cased: bool
    """Whether a capital marks a name."""


def _sentence(text: str) -> _Sentence:
    found = words(text)
    forms = [_fold(word.text) for word in found]
    gaps = [text[left.end : right.start] for left, right in pairwise(found)]
    genitive = [gap in _GENITIVE for gap in gaps]
    owners = [
        form + "s" if owns and not form.endswith("s") else form
        for form, owns in zip(forms, [*genitive, False], strict=False)
    ]
    touch = [gap in _BLANK or owns for gap, owns in zip(gaps, genitive, strict=True)]
    return _Sentence(found, forms, owners, touch, _has_telling_capitals(found))


def _has_telling_capitals(found: Sequence[Word]) -> bool:
    """Tell whether a capital marks a name, as it does not in headlines that have one on most words."""
    long = [word for word in found if len(word.text) >= _LONG]
    return 2 * sum(map(_is_capital, long)) < len(long)


def _named(sentence: _Sentence) -> list[bool]:
    """Tell of each word whether it belongs to a name or a side word."""
    table = _table()
    named = [False] * len(sentence.forms)
    for at in range(len(named)):
        width = _width(table.heads, sentence.forms, at)
        name = max(_width(table.names, sentence.owners, at), _width(table.names, sentence.forms, at))
        if name > width and any(map(_is_capital, sentence.words[at : at + name])):
            width = name
        named[at : at + width] = [True] * width
    return named


def _width(phrases: Phrases, forms: list[str], at: int) -> int:
    """Return the number of words of the longest phrase that begins at word `at`, or 0."""
    found = match(phrases, forms, at)
    return 0 if found is None else found[0]


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() or not word.text.islower()


def _first(sentence: _Sentence, at: int) -> int:
    """Return the first of the words before `at` that only tell whose forces they are, or are part of their name."""
    named = sentence.cased and sentence.words[at].text[0].isupper()
    before = _table().before
    while at > 0 and sentence.touch[at - 1]:
        form = sentence.forms[at - 1]
        titled = named and at > 1 and sentence.words[at - 1].text[0].isupper() and form not in NAMES_OF_DAYS
        if not titled and form not in before:
            break
        at -= 1
    return at


@cache
def _table() -> _Table:
    data = load_toml("sides")
    heads = {form for noun in data["heads"] for form in (noun, plural(noun))}
    path = files("rasid.data") / "actors" / "nationalities.toml"
    nations = tomllib.loads(path.read_text(encoding="utf-8"))
    people = {fold(name) for row in nations.values() for name in (*row.get("people", ()), row.get("name", "of"))}
    return _Table(
        names=_by_first(name for name, _ in armed_names()),
        heads=_by_first(heads),
        before=frozenset({word for word in (*data["modifiers"], *people) if " " not in word}),
    )


def _by_first(phrases: Iterable[str]) -> Phrases:
    found: Phrases = defaultdict(list)
    for phrase in sorted(set(phrases), key=lambda phrase: (-phrase.count(" "), phrase)):
        first, *more = phrase.split()
        found[first].append(((first, *more), None))
    return found
