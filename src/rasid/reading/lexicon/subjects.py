"""The subject of a verb: over relative clauses, appositions, coordination and control."""

from __future__ import annotations

from rasid.reading.lexicon.dates import DAYS, date_end
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.series import (
    FINITE,
    RELATIVES,
    antecedent,
    apposed,
    between,
    coordinated,
    first_member,
    governed,
    in_relative,
    like,
)

_DONE_TO_AN_END = frozenset({"fire", "operation", "attack", "raid", "assault", "force", "gas", "grenades", "offensive"})
"""Objects before "to" that do not act themselves: "police opened fire to disperse" is what police did."""


_CONTROL_BREAK = frozenset({";", ":", "but", "while", "although", "whereas"})


def subject(sentence: Sentence, group: VerbGroup, *, depth: int = 0) -> NounPhrase | None:
    """Return the subject of a verb group: over relative clauses, appositions, coordination and control."""
    at = group.start - 1
    if depth > 4:
        return None
    joined = conjunct(sentence, group)
    if joined is not None:
        return subject(sentence, joined, depth=depth + 1)
    while at >= 0:
        form = sentence.form(at)
        phrase = sentence.phrase(at)
        other = sentence.group(at)
        if form in RELATIVES and sentence.tags[at] in {"W", "DT", "IN"} and phrase is None:
            return antecedent(sentence, at)
        if phrase is not None and form in RELATIVES and sentence.tags[at] == "DT" and phrase.end - phrase.start == 1:
            return antecedent(sentence, at)
        if form in _CONTROL_BREAK:
            return None
        if phrase is not None:
            chosen = _as_subject(sentence, phrase, group, depth)
            if chosen is not None:
                return chosen
            at = _before(sentence, phrase)
        elif other is not None and _says_more(sentence, other, group):
            at = other.start - 1
        elif other is not None:
            if group.tense == "infinitive" or coordinated(sentence, other, group):
                return subject(sentence, other, depth=depth + 1)
            if group.tense in {"gerund", "participle"} and not _beyond_relative(sentence, other, group):
                return subject(sentence, other, depth=depth + 1)
            at = _clause_start(sentence, other) - 1
        else:
            at -= 1
    return None


def _says_more(sentence: Sentence, left: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether a participle says more of the subject before it: "when a bomb | planted beside the road | hit their patrol"."""
    bare = left.tense == "participle" and left.end - left.start == 1
    behind = sentence.forms[left.end : group.start]
    return (
        bare
        and group.tense in {"past", "present"}
        and sentence.tags[left.end] == "IN"
        and not {",", "and"} & set(behind)
    )


_SUBORDINATE = frozenset({"when", "as", "while", "after", "before", "until", "what"})


def _clause_start(sentence: Sentence, group: VerbGroup) -> int:
    """Return the token that opens a relative or subordinate clause of the verb, else where the verb begins."""
    if in_relative(sentence, group):
        return group.start - 1
    if group.tense == "infinitive" and (over := sentence.group(group.start - 1)) is not None:
        return _clause_start(sentence, over)
    named = sentence.phrase(group.start - 1)
    if named is not None and sentence.form(named.start - 1) in _SUBORDINATE:
        return named.start - 1
    return group.start


def _beyond_relative(sentence: Sentence, left: VerbGroup, gerund: VerbGroup) -> bool:
    """Tell whether a gerund behind a comma says more of the main clause than of the one before it.

    "hit rescuers who had come, | killing two", "landed as deputies met, | wounding four".
    """
    if gerund.tense != "gerund" or sentence.form(gerund.start - 1) != ",":
        return False
    opening = _clause_start(sentence, left)
    main = any(one.end <= opening and one.tense in FINITE for one in sentence.groups)
    return main and opening < left.start


def conjunct(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
    """Return the nearest verb group of like form to the left that "and" directly before `group` joins it to."""
    at = group.start - 1
    while at >= 0 and sentence.tags[at] == "RB" and sentence.phrase_at[at] < 0:
        at -= 1
    if sentence.form(at) not in {"and", "or", "then", "but"}:
        return None
    joined_anew = (
        sentence.form(at - 1) == ","
    )  # "killed a guard who was asleep, and | drove off" goes on with the main clause
    while at > 0:
        at -= 1
        other = sentence.group(at)
        if sentence.form(at) in {";", ":"}:
            return None
        if other is not None:
            if like(other, group) and not (joined_anew and in_relative(sentence, other)):
                return other
            at = other.start
    return None


def _before(sentence: Sentence, phrase: NounPhrase) -> int:
    """Return the token left of a phrase and of the preposition that governs it."""
    before = phrase.start - 1
    return before - 1 if before >= 0 and sentence.tags[before] in {"IN", "TO"} else before


def _as_subject(sentence: Sentence, phrase: NounPhrase, group: VerbGroup, depth: int) -> NounPhrase | None:
    """Return the subject that a phrase left of the verb leads to, or None when it is only in between."""
    if _is_day(sentence, phrase):
        return None
    before = phrase.start - 1
    if sentence.form(before) in {"them", "whom"} and sentence.form(before - 1) == "among":
        return None
    if before >= 0 and sentence.tags[before] in {"IN", "TO"} and sentence.form(before) not in {"that", "after", "when"}:
        if sentence.form(before) == "as" and sentence.group(before - 1) is not None:
            return None
        if sentence.form(before) in {"while", "before", "as", "because", "since", "until", "although", "though", "if"}:
            return phrase
        return None
    left = sentence.group(before - 1 if before > 0 and sentence.tags[before] == "RP" else before)
    if left is not None and before - left.end < 1 and left is not group:
        if left.tense == "gerund" or in_relative(sentence, left):
            return None
        if group.tense == "infinitive" and not left.passive:
            return (
                subject(sentence, left, depth=depth + 1) if sentence.forms[phrase.head] in _DONE_TO_AN_END else phrase
            )
        if group.tense == "gerund" and sentence.form(group.start - 1) == ",":
            return None if _beyond_relative(sentence, left, group) else subject(sentence, left, depth=depth + 1)
        if sentence.form(group.start - 1) in {"and", "or", "then"} and not left.passive:
            return subject(sentence, left, depth=depth + 1)
        if group.start - of_end(sentence, phrase) <= 1 or _reduced(sentence, phrase, group):
            return phrase
        return subject(sentence, left, depth=depth + 1)
    if sentence.form(before) == "," and sentence.form(group.start - 1) == ",":
        main = apposed(sentence, before)
        if main is not None:
            return first_member(sentence, main)
    if sentence.form(before) in {"and", "or", ","}:
        return (
            None
            if between(sentence, phrase) or governed(sentence, phrase)
            else first_member(sentence, phrase, accused=group.tense == "gerund" and _after_of(sentence, group))
        )
    return phrase


def _is_day(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase is a day, which does nothing and suffers nothing: "the attack June 28, | was killed"."""
    if date_end(sentence.forms, sentence.tags, phrase.start) == phrase.end:
        return True
    return sentence.forms[phrase.head] in DAYS and phrase.end - phrase.start == 1


def _reduced(sentence: Sentence, phrase: NounPhrase, group: VerbGroup) -> bool:
    """Tell whether a participle clause, and nothing else, parts a phrase from its verb: "a man wearing a vest | was shot"."""
    inner = sentence.group(of_end(sentence, phrase))
    if inner is None or inner is group or inner.tense not in {"gerund", "participle"} or inner.end > group.start:
        return False
    finite = group.tense == "past" and group.passive
    return finite and "," not in sentence.forms[inner.end : group.start] and sentence.form(group.start - 1) != "and"


def _after_of(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether "of" governs a gerund, or the gerund it is joined to: "accused A and B of lining up and | shooting"."""
    return sentence.form(group.start - 1) == "of"
