"""Lists of phrases: where one begins and ends, and what stands in apposition to what."""

from __future__ import annotations

from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup


def before_next_clause(sentence: Sentence, found: list[NounPhrase], opener: NounPhrase) -> list[NounPhrase]:
    """Return the phrases of a list without those that share the verb behind `opener`, the phrase that opens a clause.

    "and" joins `opener` to the phrases before it back to the last comma: these are its fellow subjects. Without a comma
    the list keeps all: "killing two men and a woman said …" is left as it stands.
    """
    if sentence.form(opener.start - 1) not in {"and", "or"}:
        return found
    for number in range(len(found) - 1, 0, -1):
        if sentence.form(found[number].start - 1) == ",":
            return found[:number]
    return found


FINITE = frozenset({"past", "present", "participle", "future", "modal"})
"""Tenses of a verb that can carry a clause."""


def governed(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether "and" joins the phrase to one behind a preposition, no verb going before: "men with guns and | axes".

    Where a comma closes the phrase it belongs to an aside in any case: "found by means of drones and | spies, were killed".
    """
    left: NounPhrase | None = phrase
    while left is not None and sentence.form(left.start - 1) == "and":
        left = sentence.phrase(left.start - 2)
    if left is None or left is phrase or sentence.tags[left.start - 1] != "IN" or left.start < 2:
        return False
    if sentence.form(phrase.end) == ",":
        return True
    return not any(group.end <= left.start and group.tense in FINITE - {"participle"} for group in sentence.groups)


def between(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether the phrase is the second of "between A and B"."""
    left = sentence.phrase(phrase.start - 2)
    return left is not None and sentence.form(phrase.start - 1) == "and" and sentence.form(left.start - 1) == "between"


def first_member(sentence: Sentence, phrase: NounPhrase, *, accused: bool = False) -> NounPhrase:
    """Return the first phrase of the coordination that ends in `phrase`: "A and B attacked" gives A.

    `accused` tells that the phrases may be the object of a verb: "accused A and B of killing".
    """
    before = phrase.start - 1
    if sentence.form(before) not in {"and", "or"}:
        return phrase
    left = ends_at(sentence, before) or (ends_at(sentence, before - 1) if sentence.form(before - 1) == "," else None)
    if left is None or (left.start > 0 and sentence.tags[left.start - 1] in {"IN", "TO"}):
        return phrase
    if sentence.group(left.start - 1) is not None and not accused:
        return phrase
    return list_opening(sentence, left)


def ends_at(sentence: Sentence, end: int) -> NounPhrase | None:
    """Return the phrase that ends at token `end`, looking through its "of" phrases to the outer one."""
    phrase = sentence.phrase(end - 1)
    while phrase is not None and sentence.form(phrase.start - 1) == "of" and sentence.phrase(phrase.start - 2):
        phrase = sentence.phrase(phrase.start - 2)
    return phrase


def list_opening(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """Return the first phrase of a comma list that `phrase` stands in: "A, B" before "and C" gives A."""
    while sentence.form(phrase.start - 1) == ",":
        left = ends_at(sentence, phrase.start - 1)
        if left is None or sentence.tags[max(left.start - 1, 0)] in {"IN", "TO"} or sentence.group(left.start - 1):
            return phrase
        phrase = left
    return phrase


def apposed(sentence: Sentence, comma: int) -> NounPhrase | None:
    """Return the phrase that an apposition opened by the comma stands to: "X, the commander, said" gives X."""
    phrase = sentence.phrase(comma - 1)
    while phrase is not None:
        before = phrase.start - 1
        if before < 0 or sentence.tags[before] not in {"IN", "TO"}:
            return phrase
        phrase = sentence.phrase(before - 1)
    return None


RELATIVES = frozenset({"who", "which", "that", "whom"})
"""Relative pronouns."""
_COMMAS = frozenset({",", "(", ")", "[", "]", "-", "–", "—", '"', "“", "”"})


def antecedent(sentence: Sentence, relative: int) -> NounPhrase | None:
    """Return the phrase that a relative pronoun stands for."""
    at = relative - 1
    while at >= 0 and (sentence.form(at) in _COMMAS or sentence.tags[at] in {"IN", "TO", "CD"}):
        at -= 1
    phrase = sentence.phrase(at)
    while phrase is not None:
        before = phrase.start - 1
        governed = before >= 0 and sentence.form(before) in {"of", "in", "from", "at", "with"}
        if not governed:
            return phrase
        outer = sentence.phrase(before - 1)
        if outer is None or outer.end != before:
            return phrase
        phrase = outer
    return None


def in_relative(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a relative pronoun opens the clause of the verb group."""
    form = sentence.form(group.start - 1)
    return form in RELATIVES and sentence.tags[group.start - 1] in {"W", "DT", "IN"}


def like(left: VerbGroup, right: VerbGroup) -> bool:
    """Tell whether two verb groups can be joined by "and": both finite, both gerunds, or an infinitive first."""
    if right.tense == "gerund" or left.tense == "gerund":
        return left.tense == right.tense
    return right.tense in FINITE and (left.tense in FINITE or right.tense == "present")


def coordinated(sentence: Sentence, left: VerbGroup, right: VerbGroup) -> bool:
    """Tell whether "and" (or a comma in a list of verbs) joins the two groups directly before `right`."""
    return sentence.form(right.start - 1) in {"and", "or", "then", "but"} and left.end <= right.start
