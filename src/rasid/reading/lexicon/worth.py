"""Which sentences are worth analysing: those that hold all words of some trigger or statement, and no others.

The analysis of a sentence costs a hundred times this look-up; in the example reports it spares one sentence in three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.relevance import EXTRA, words_of
from rasid.reading.lexicon.vocabulary import Act, vocabulary

_STATEMENTS = ("warning", "threat", "condemnation", "responsibility_claim", "denial", "assessment")
_CASUALTIES = frozenset(
    """left leave leaves leaving dead deaths identified named victims victim lives injuries fatalities killings wounds
    missing homeless displaced hurt harmed bodies captives detainees deceased claimed claiming""".split()
)
_COMMON = frozenset(
    """were have been had has their went over took being taken gone held send sent out back off through himself herself
    themselves nothing according down still that with from they them will which into said its was the""".split()
)
"""Words that stand in too many sentences to look a phrase up by."""


class _Wanted(NamedTuple):
    """Single words that suffice; words of a phrase -> all its words; words that want a weapon beside them; weapons."""

    sure: frozenset[str]
    phrases: dict[str, list[frozenset[str]]]
    with_weapon: frozenset[str]
    weapons: frozenset[str]


def is_worth(text: str) -> bool:
    """Tell whether a sentence may hold a trigger, a casualty phrase or a statement; never wrong when it says no."""
    wanted, words = _wanted(), set(words_of(text))
    if not wanted.sure.isdisjoint(words):
        return True
    if not (wanted.with_weapon.isdisjoint(words) or wanted.weapons.isdisjoint(words)):
        return True
    return holds_phrase(words)


def holds_phrase(words: set[str]) -> bool:
    """Tell whether all words of some trigger or statement of several words are among `words`, in whatever order."""
    phrases = _wanted().phrases
    return any(phrase <= words for word in words if word in phrases for phrase in phrases[word])


@cache
def _wanted() -> _Wanted:
    sure: set[str] = set(EXTRA | _CASUALTIES | vocabulary().pointers)
    with_weapon: set[str] = set()
    phrases: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for phrase, weapon in (*_triggers(), *((phrase, False) for phrase in _statements())):
        words = words_of(phrase)
        if len(words) > 1:
            phrases[_rarest(words)].append(frozenset(words))
        else:
            (with_weapon if weapon else sure).update(words)
    weapons = {_rarest(words_of(" ".join(words))) for rows in vocabulary().weapons.values() for words, _ in rows}
    return _Wanted(frozenset(sure), dict(phrases), frozenset(with_weapon), frozenset(weapons))


def _triggers() -> Iterator[tuple[str, bool]]:
    """Yield every trigger as one string, and whether it wants a weapon beside it."""
    table = vocabulary()
    for phrases in (table.verbs, table.nouns):
        for rows in phrases.values():
            for words, act in rows:
                yield from _forms(words, act)


def _forms(words: tuple[str, ...], act: Act) -> Iterator[tuple[str, bool]]:
    for tail in act.tail or ((),):
        yield " ".join((*words, *tail)), "weapon" in {act.wants, act.by}


def _statements() -> Iterator[str]:
    for kind in _STATEMENTS:
        row = vocabulary().cues["statements"][kind]
        yield from row["phrases"]
        for lemma in row["verbs"]:
            yield from verb_forms(lemma)


def _rarest(words: list[str]) -> str:
    """Return the word to look a phrase up by: the longest that is not common, the last of equals."""
    return max(words, key=lambda word: (word not in _COMMON, len(word)))
