"""Nouns that only point back to an act told elsewhere in the text: "the incident", "yesterday's operation", "the crime"."""

from __future__ import annotations

from collections.abc import Iterator

from rasid.model import EventType
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import Act, Vocabulary

_DEFINITE = frozenset({"the", "this", "that", "both"})


def pointing(vocabulary: Vocabulary, sentence: Sentence, known: set[int]) -> Iterator[Candidate]:
    """Yield one trigger a definite general noun for an act that no other one at the tokens `known` tells."""
    for phrase in sentence.phrases:
        at = phrase.head
        if at in known or sentence.forms[at] not in vocabulary.pointers or not _is_definite(sentence, phrase):
            continue
        act = Act(sentence.forms[at], EventType.attack, "casualty", "NN", weak=True)
        candidate = Candidate(sentence, at, at + 1, act, EventType.attack, "pointer.noun", phrase=phrase)
        candidate.pointer = "pointer.noun"
        yield candidate


def _is_definite(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether the phrase takes its act as known, and says of what: no "of" behind it."""
    known = sentence.forms[phrase.start] in _DEFINITE or phrase.owner is not None
    return known and sentence.form(phrase.end) != "of" and not any(sentence.tags[at] == "CD" for at in _tokens(phrase))


def _tokens(phrase: NounPhrase) -> range:
    return range(phrase.start, phrase.end)
