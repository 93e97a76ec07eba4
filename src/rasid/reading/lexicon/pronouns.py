"""Whom a pronoun that is harmed stands for, within its sentence."""

from __future__ import annotations

from rasid.reading.lexicon.classify import kind_of
from rasid.reading.lexicon.clauses import objects
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Vocabulary

_MANY = frozenset({"them"})
_ONE = frozenset({"him", "her"})
SELF = frozenset({"himself", "herself", "themselves"})


def antecedent(
    vocabulary: Vocabulary,
    sentence: Sentence,
    group: VerbGroup,
    pronoun: NounPhrase,
    doer: NounPhrase | None,
    *,
    people: bool,
) -> NounPhrase | None:
    """Return the nearest people named before the verb that "them", "him" or "her" can be, the doer left out; or None.

    A phrase that stands free is taken before one behind a preposition; number must agree. Without `people`, "it" and
    "them" are the nearest things.
    """
    form = sentence.forms[pronoun.head]
    if form in SELF:
        return doer
    if form not in _MANY | _ONE | ({"it"} if not people else set()):
        return None
    before = [phrase for phrase in reversed(sentence.phrases) if phrase.end <= group.start and phrase != doer]
    fitting = [phrase for phrase in before if _agrees(vocabulary, sentence, phrase, many=form in _MANY, people=people)]
    free = [phrase for phrase in fitting if not _governed(sentence, phrase)]
    return next(iter([*free, *fitting]), None)


def those_before(sentence: Sentence, phrase: NounPhrase, group: VerbGroup) -> list[NounPhrase]:
    """Return those that "all of whom", "both of whom" stand for: objects or passive subjects of the verb before; else none."""
    if sentence.forms[phrase.head] not in {"all", "both"} or sentence.words(phrase.end, phrase.end + 2) != "of whom":
        return []
    left = next((one for one in reversed(sentence.groups) if one.end <= phrase.start), None)
    if left is None or left.end > group.start:
        return []
    if not left.passive:
        return objects(sentence, left)
    host = subject(sentence, left)
    return [] if host is None else members(sentence, host, before=left.start)


def _governed(sentence: Sentence, phrase: NounPhrase) -> bool:
    return (
        phrase.start > 0
        and sentence.tags[phrase.start - 1] in {"IN", "TO"}
        and sentence.form(phrase.start - 1) != "that"
    )


def _agrees(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase, *, many: bool, people: bool) -> bool:
    kind = kind_of(vocabulary, sentence, phrase)
    if kind.name != ("people" if people else "thing"):
        return False
    numbered = any(
        sentence.tags[at] == "CD" and sentence.forms[at] not in {"one", "1"} for at in range(phrase.start, phrase.head)
    )
    plural = (
        numbered
        or sentence.tags[phrase.head] == "NNS"
        or len(members(sentence, phrase, before=len(sentence.forms))) > 1
    )
    return plural if many else not plural
