"""The trigger words of a sentence: which verbs and nouns tell an act."""

from __future__ import annotations

from collections.abc import Iterator

from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.fit import fits, tail_at
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import Act, Phrases, Vocabulary

_NOUN_TAGS = frozenset({"NN", "NNS", "VBG", "JJ"})


def candidates(vocabulary: Vocabulary, sentence: Sentence) -> list[Candidate]:
    """Return every trigger word of the sentence, left to right, longest match first."""
    found: list[Candidate] = []
    at, taken = 0, -1
    while at < len(sentence.forms):
        candidate = _verb_at(vocabulary, sentence, at) or _noun_at(vocabulary, sentence, at)
        if candidate is not None and candidate.act.tail:
            taken = tail_at(sentence, candidate.end, candidate.act.tail) or taken
        if (candidate is not None and candidate.act.noun and candidate.start <= taken < candidate.end) or (
            candidate is not None and candidate.act.noun and _is_month(sentence, at)
        ):
            at += 1
        elif candidate is not None:
            found.append(candidate)
            at = max(candidate.end, at + 1)
        else:
            at += 1
    return found


def _entries(table: Phrases, forms: list[str], at: int) -> Iterator[tuple[int, Act]]:
    """Yield (number of words, entry) of the phrases that begin at `at`, longest first."""
    for words, entry in table.get(forms[at], ()):
        if len(words) == 1 or tuple(forms[at : at + len(words)]) == words:
            yield len(words), entry


def _verb_at(vocabulary: Vocabulary, sentence: Sentence, at: int) -> Candidate | None:
    """Return the verbal trigger whose first word stands at `at`."""
    if not sentence.tags[at].startswith("VB") or sentence.phrase_at[at] >= 0 or _is_noun_use(sentence, at):
        return None
    group = sentence.group(at)
    if group is None or group.main != at:
        return None
    for width, act in _entries(vocabulary.verbs, sentence.forms, at):
        if act.frame == "prep" and group.passive:
            continue
        if act.prepositions and not _governs(sentence, _after_adverbs(sentence, at + width), act.prepositions):
            continue
        if not fits(vocabulary, sentence, group, act, at + width):
            continue
        return Candidate(
            sentence, at, at + width, act, act.event_type, f"verb.{act.event_type}.{act.lemma}", group=group
        )
    return None


def _governs(sentence: Sentence, at: int, prepositions: frozenset[str]) -> bool:
    """Tell whether one of the prepositions stands at `at`, not as part of "at least"."""
    return sentence.form(at) in prepositions and sentence.words(at, at + 2) not in {"at least", "at most", "at once"}


def _after_adverbs(sentence: Sentence, at: int) -> int:
    while (
        at < len(sentence.forms)
        and sentence.tags[at] in {"RB", "RP"}
        and sentence.form(at) not in {"through", "on", "at"}
    ):
        at += 1
    return at


def _is_noun_use(sentence: Sentence, at: int) -> bool:
    """Tell whether a gerund stands as a noun: "the killing of"."""
    if sentence.tags[at] != "VBG":
        return False
    before = sentence.tags[at - 1] if at else ""
    return before in {"DT", "PRP$", "POS", "JJ"} or sentence.form(at + 1) == "of"


def _is_month(sentence: Sentence, at: int) -> bool:
    """Tell whether "march" is the month: by its capital inside a sentence, or a number beside it."""
    if sentence.form(at) != "march":
        return False
    capital = sentence.cased and at > 0 and sentence.text[sentence.starts[at]].isupper()
    return capital or any(form[:1].isdigit() for form in (sentence.form(at - 1), sentence.form(at + 1)))


def _noun_at(vocabulary: Vocabulary, sentence: Sentence, at: int) -> Candidate | None:
    """Return the nominal trigger whose first word stands at `at`."""
    if (sentence.tags[at] not in _NOUN_TAGS and not _is_noun_use(sentence, at)) or _is_month(sentence, at):
        return None
    if sentence.tags[at] == "VBG" and not _is_noun_use(sentence, at) and sentence.phrase_at[at] < 0:
        return None
    for width, act in _entries(vocabulary.nouns, sentence.forms, at):
        end = at + width
        if act.near and not act.near & set(sentence.forms):
            continue
        phrase = sentence.phrase(end - 1)
        if sentence.form(end) in vocabulary.compound_heads and sentence.phrase(end) is phrase:
            return None
        if (
            phrase is not None
            and _modifies(sentence, phrase, end)
            and sentence.form(end) not in {"attempt", "attempts"}
        ):
            continue
        return Candidate(sentence, at, end, act, act.event_type, f"noun.{act.event_type}.{act.lemma}", phrase=phrase)
    return None


def _modifies(sentence: Sentence, phrase: NounPhrase, end: int) -> bool:
    """Tell whether the words before token `end` only modify the phrase's head: "the attack | helicopters"."""
    owned = phrase.owner is not None and phrase.owner <= end
    return phrase.head >= end and sentence.tags[phrase.head] in {"NN", "NNS"} and not owned
