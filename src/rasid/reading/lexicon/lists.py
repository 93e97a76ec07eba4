"""What is coordinated with a phrase: "A, B and C", without appositions, ages and the next clause."""

from __future__ import annotations

from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.series import RELATIVES, before_next_clause


def members(sentence: Sentence, phrase: NounPhrase, *, before: int | None = None) -> list[NounPhrase]:
    """Return `phrase` and the phrases coordinated with it to its right: "A, B and C".

    `before` is the token of the verb whose subject they are; without it a phrase that opens a clause ends the list.
    """
    found = [phrase]
    at = of_end(sentence, phrase)
    while True:
        step = _coordinator(sentence, at)
        following = sentence.phrase(step) if step else None
        if step is None or following is None or following.start != step:
            return found
        paired = sentence.form(phrase.start - 1) == "between" and len(found) == 1 and sentence.form(step - 1) == "and"
        if not paired and (following.end > before if before is not None else opens_clause(sentence, following)):
            return found if before is not None else before_next_clause(sentence, found, following)
        at = of_end(sentence, following)
        if sentence.form(step - 1) == "," and sentence.words(following.end, following.end + 2) in _SHARES:
            return found
        if sentence.form(step - 1) == "," and (
            is_apposition(sentence, found[-1], following) or _is_age(sentence, found[-1], following)
        ):
            continue
        found.append(following)


_SHARES = frozenset({"of them", "of whom", "of these", "of those"})
"""Behind a number: those it counts are among the ones listed before: "seven soldiers, three | of them | seriously"."""


def _is_age(sentence: Sentence, left: NounPhrase, right: NounPhrase) -> bool:
    """Tell whether a number alone between commas says how old the one person before it is: "Omar Khalid, | 12,"."""
    alone = right.end - right.start == 1 and sentence.tags[right.head] == "CD"
    one = sentence.tags[left.head] == "NN" and not any(sentence.tags[at] == "CD" for at in range(left.start, left.end))
    return alone and one and sentence.form(right.end) in {",", ".", ""}


def is_apposition(sentence: Sentence, left: NounPhrase, right: NounPhrase) -> bool:
    """Tell whether "X, the commander" or "the commander, X" names one person twice: one of the two has an article."""
    if sentence.tags[right.head] != "NN" or sentence.tags[left.head] not in {"NN", "NNS"}:
        return False
    articles = {"a", "an", "the", "his", "her", "its", "their"}
    right_described, left_described = sentence.forms[right.start] in articles, sentence.forms[left.start] in articles
    left_numbered = sentence.tags[left.start] == "CD"
    after = sentence.form(of_end(sentence, right))
    renamed = left_described and sentence.forms[left.start] == "the" and sentence.forms[right.start] in {"a", "an"}
    described = right_described != left_described and after in {",", ".", ""}
    titled = not left_described and after == "," and _is_title(sentence, left, right)
    return not left_numbered and (described or titled or (renamed and after in {".", ""}))


def _is_title(sentence: Sentence, left: NounPhrase, right: NounPhrase) -> bool:
    """Tell whether a bare common noun stands before a name of its own: "killed Taliban leader, | Mahjur, | along with"."""
    capital = [sentence.text[sentence.starts[at]].isupper() for at in (left.head, right.start)]
    return sentence.cased and sentence.tags[left.head] == "NN" and capital == [False, True]


def sides_of(sentence: Sentence, phrase: NounPhrase) -> list[NounPhrase]:
    """Return the two sides that one phrase names: "Ukrainian and Russian infantry"; else the phrase alone."""
    for at in range(phrase.start + 1, phrase.head):
        if sentence.form(at) == "and" and sentence.cased:
            left, right = sentence.starts[at - 1], sentence.starts[at + 1]
            if sentence.text[left].isupper() and sentence.text[right].isupper():
                return [NounPhrase(phrase.start, at, at - 1), NounPhrase(at + 1, phrase.end, phrase.head)]
    return [phrase]


def _coordinator(sentence: Sentence, at: int) -> int | None:
    """Return the token after "and", ", and", "as well as" or a comma at `at`, or None."""
    form = sentence.form(at)
    if form in {"and", "or", "&", "plus"}:
        return at + 1
    if sentence.words(at, at + 3) == "as well as":
        return at + 3
    if form == ",":
        return at + 2 if sentence.form(at + 1) in {"and", "or"} else at + 1
    return None


def opens_clause(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase is the subject of a verb to its right, so that it begins another clause."""
    at = of_end(sentence, phrase)
    group = sentence.group(at)
    if group is not None:
        return group.tense not in {"participle", "gerund", "infinitive"}
    return sentence.form(phrase.start - 1) == "," and _speaks_next(sentence, at)


def _speaks_next(sentence: Sentence, at: int) -> bool:
    """Tell whether only a place or a relative clause parts a phrase from the verb of saying that closes the sentence."""
    while sentence.form(at) and sentence.tags[at] == "IN" and (inner := sentence.phrase(at + 1)) is not None:
        if inner.start != at + 1:
            break
        at = of_end(sentence, inner)
    if sentence.form(at) in {"there", "here"}:
        at += 1
    if sentence.form(at) in RELATIVES:
        return _closes_with_speech(sentence, at)
    group = sentence.group(at)
    return group is not None and sentence.forms[group.main] in _SAYING


def _closes_with_speech(sentence: Sentence, start: int) -> bool:
    """Tell whether a verb of saying closes the sentence with no comma since `start`: ", a resident who filmed it | said"."""
    saying = next((group for group in reversed(sentence.groups) if sentence.forms[group.main] in _SAYING), None)
    return saying is not None and saying.start > start and "," not in sentence.forms[start : saying.start]


_SAYING = frozenset({"said", "says", "told", "reported"})
