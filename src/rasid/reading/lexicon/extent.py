"""How far a noun phrase reaches beyond its base: "of" phrases, bracketed acronyms, its own number."""

from __future__ import annotations

from rasid.reading.lexicon.sentence import NounPhrase, Sentence

_NUMBERING = frozenset({"comprising", "numbering", "totalling", "totaling"})
"""Gerunds that tell how many a body of people are: "a group of fighters, numbering about ten"."""


def of_end(sentence: Sentence, phrase: NounPhrase) -> int:
    """Return the end token of a noun phrase with its "of" phrases, an acronym in brackets and its own number after it."""
    end = phrase.end
    while True:
        if sentence.form(end) == "of" and (inner := sentence.phrase(end + 1)) is not None:
            end = inner.end
        elif sentence.form(end) == "," and sentence.form(end + 1) in _NUMBERING and (inner := sentence.phrase(end + 2)):
            return inner.end
        elif sentence.form(end) in {"(", "["} and sentence.form(end + 2) in {")", "]"}:
            end += 3
        else:
            return end


def name_start(sentence: Sentence, phrase: NounPhrase) -> int:
    """Return where a name before a bracketed acronym begins: "National Front [NF] | guerrillas"."""
    if sentence.form(phrase.start - 1) not in {"]", ")"}:
        return phrase.start
    for opening in range(phrase.start - 2, max(-1, phrase.start - 9), -1):
        if sentence.form(opening) in {"[", "("}:
            if "CD" in sentence.tags[opening : phrase.start]:
                return phrase.start
            named = sentence.phrase(opening - 1)
            return named.start if named is not None and named.end == opening else phrase.start
    return phrase.start


def of_phrase(sentence: Sentence, phrase: NounPhrase) -> NounPhrase | None:
    """Return the noun phrase after "of" behind `phrase`: "a group of | ISIS elements"."""
    return sentence.phrase(phrase.end + 1) if sentence.form(phrase.end) == "of" else None
