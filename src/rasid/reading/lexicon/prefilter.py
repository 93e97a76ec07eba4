"""The pre-filter of archives: texts without a sentence that could tell an incident are not read at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rasid.reading.lexicon.analyse import tagger
from rasid.reading.lexicon.inflect import plural
from rasid.reading.lexicon.names import armed_names
from rasid.reading.lexicon.relevance import EXTRA, words_of
from rasid.reading.lexicon.vocabulary import Act, load_toml, vocabulary
from rasid.reading.lexicon.worth import holds_phrase

_SHORT_NAME = 2
_SHORTEST = 4
"""Letters of an everyday trigger that is looked for; shorter ones stand in nearly every sentence."""


def is_relevant(text: str) -> bool:
    """Tell whether some sentence holds a word of violence, or an everyday trigger beside another, armed word.

    Linear and cheap; sentences are parted at a full stop and a blank or line end, which is enough to look words up.
    """
    return any(_tells({*words_of(part), *_hyphened(part)}) for part in _parts(text))


def _hyphened(part: str) -> list[str]:
    """Return the words with a hyphen, whole: "sit-in" tells what "sit" and "in" do not."""
    return [word.strip(".,;:!?\"'()") for word in part.lower().split() if "-" in word] if "-" in part else []


def _tells(words: set[str]) -> bool:
    certain, everyday, armed = _words()
    if not certain.isdisjoint(words):
        return True
    beside = armed & words
    if not beside:
        return False
    return len(beside | everyday & words) > len(beside) or len(everyday & beside) > 1 or holds_phrase(words)


def _parts(text: str) -> Iterator[str]:
    return (part for line in text.split(".\n") for part in line.split(". "))


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words that pass a text alone, those that need an armed word in their sentence, and the armed words."""
    data = load_toml("filter")
    common = frozenset(data["everyday"]["words"])
    certain, everyday = set(EXTRA), set(common)
    for words, act in _triggers():
        if len(words) == 1:
            (everyday if act.weak or _asks(act) else certain).add(words[0])
    certain = certain - common | set(data["civil"]["words"])
    armed = {*_named(), *_sides(), *data["armed"]["words"], *vocabulary().cues["scenes"]["armed"]["words"]}
    return frozenset(certain), frozenset(word for word in everyday if len(word) >= _SHORTEST), frozenset(armed)


def _sides() -> Iterator[str]:
    """Yield the words that tell who bears arms, all alike: a text passes or not whichever side it tells of."""
    for noun in load_toml("sides")["heads"]:
        if " " not in noun:
            yield from (noun, plural(noun))


def _named() -> Iterator[str]:
    """Yield the words of short names of groups that are no plain words; names of state bodies hold names of countries."""
    for name, target_class in armed_names():
        words = name.replace("-", " ").split()
        if target_class == "armed_group" and len(words) <= _SHORT_NAME:
            yield from (word for word in words if _tells_group(word))


def _tells_group(word: str) -> bool:
    """Tell whether a word of a name stands for the group alone: no plain word, and long or with a number ("m23")."""
    telling = len(word) >= _SHORTEST or (word[0].isalpha() and word[-1].isdigit())
    return telling and not tagger().knows(word)


def _triggers() -> Iterator[tuple[tuple[str, ...], Act]]:
    table = vocabulary()
    for phrases in (table.verbs, table.nouns):
        for rows in phrases.values():
            yield from rows


def _asks(act: Act) -> bool:
    """Tell whether an entry holds only beside certain words or participants."""
    return bool(act.tail or act.near or act.prepositions or act.wants != "any" or act.by != "any")
