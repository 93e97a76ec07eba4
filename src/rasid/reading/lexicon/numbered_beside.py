"""How many people are harmed, where that stands beside them between commas: ", 60 people in all,", ", thousands of them"."""

from __future__ import annotations

from rasid.reading.lexicon.extent import of_phrase
from rasid.reading.lexicon.sentence import NounPhrase, Sentence

_IN_ALL = frozenset({"in all", "in total", "all told"})
_VAGUE = frozenset("dozens scores hundreds thousands tens".split())


def number_beside(sentence: Sentence, patients: list[NounPhrase]) -> NounPhrase | None:
    """Return the phrase that gives the number of all the patients, or None; a number of some of them is none."""
    first = min((phrase.start for phrase in patients), default=0)
    for phrase in sentence.phrases:
        if phrase.start <= first or sentence.form(phrase.start - 1) != ",":
            continue
        if _counts(sentence, phrase) and sentence.words(phrase.end, phrase.end + 2) in _IN_ALL:
            return phrase
        if _of_them(sentence, phrase) and not any(_counts(sentence, one) for one in patients):
            return phrase
    return None


def _counts(sentence: Sentence, phrase: NounPhrase) -> bool:
    return any(sentence.tags[at] == "CD" or sentence.forms[at] in _VAGUE for at in range(phrase.start, phrase.end))


def _of_them(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether "of them" follows and no noun that would say what some of them are: "thousands of them | by nightfall"."""
    inner = of_phrase(sentence, phrase)
    if inner is None or sentence.form(inner.start) != "them" or not _counts(sentence, phrase):
        return False
    return sentence.tags[inner.end] in {"IN", ",", "."} and sentence.form(inner.end) != "with"
