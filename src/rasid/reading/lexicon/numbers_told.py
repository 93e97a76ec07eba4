"""Numbers of people told apart from the act: tolls, "to 14 the number of villagers killed", bodies found."""

from __future__ import annotations

from collections.abc import Iterator

from rasid.model import Harm, Part
from rasid.reading.lexicon.extent import of_phrase
from rasid.reading.lexicon.sentence import NounPhrase, Sentence

_HARMS = {
    "killed": Harm.killed, "dead": Harm.killed, "deaths": Harm.killed, "fatalities": Harm.killed, "injured": Harm.injured,
    "wounded": Harm.injured, "displaced": Harm.displaced, "kidnapped": Harm.abducted, "abducted": Harm.abducted,
    "arrested": Harm.arrested, "detained": Harm.arrested,
}  # fmt: skip
_REACH = 9
"""Tokens behind "number of" within which the harm is named."""
_BEFORE_TOLL = frozenset({"to", "at", "of", "reached", "is", "was"})
_BODIES = frozenset({"bodies", "corpses"})

Told = tuple[int, NounPhrase, Harm, str, Part]
"""Token of the word that tells it, the phrase with the number, the harm, the rule, how it stands to other numbers."""


def numbers_told(sentence: Sentence) -> Iterator[Told]:
    """Yield the numbers of a sentence that hang on no verb of harm."""
    yield from _tolls(sentence)
    yield from _number_of(sentence)
    yield from _bodies(sentence)


def is_numbered(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase holds a number."""
    return any(sentence.tags[at] == "CD" for at in range(phrase.start, phrase.end))


def _tolls(sentence: Sentence) -> Iterator[Told]:
    """Read "bringing the death toll to 12", "the toll has risen to at least 30"."""
    if "toll" not in sentence.forms:
        return
    at = sentence.forms.index("toll")
    harm = Harm.injured if sentence.form(at - 1) in {"injury", "wounded"} else Harm.killed
    for phrase in sentence.phrases:
        if phrase.start > at and sentence.form(phrase.start - 1) in _BEFORE_TOLL and is_numbered(sentence, phrase):
            yield at, phrase, harm, "casualty.toll", Part.toll
            return


def _number_of(sentence: Sentence) -> Iterator[Told]:
    """Read "bringing to 14 the number of villagers killed"; a number behind the verb is read in totals.py."""
    for at in range(len(sentence.forms) - 1):
        if sentence.form(at) != "number" or sentence.form(at + 1) != "of":
            continue
        words = sentence.forms[at + 2 : at + 2 + _REACH]
        harm = next((_HARMS[word] for word in words if word in _HARMS), None)
        own = sentence.phrase(at)
        before = sentence.phrase(own.start - 1) if own is not None else None
        if harm is not None and before is not None and is_numbered(sentence, before):
            yield at, before, harm, "casualty.number_of", Part.toll
            return


def _bodies(sentence: Sentence) -> Iterator[Told]:
    """Read "12 bodies were brought in", "the bodies of five policemen"."""
    for phrase in sentence.phrases:
        if sentence.forms[phrase.head] not in _BODIES:
            continue
        inner = of_phrase(sentence, phrase)
        counted = phrase if is_numbered(sentence, phrase) else inner
        if counted is not None and is_numbered(sentence, counted):
            yield phrase.head, counted, Harm.killed, "casualty.bodies", Part.whole
