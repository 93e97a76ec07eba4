"""Clause structure around a verb or a noun: subject, object, agent and prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rasid.reading.lexicon.chunks import DAYS
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.series import (
    FINITE,
    RELATIVES,
    antecedent,
    apposed,
    before_next_clause,
    between,
    coordinated,
    first_member,
    governed,
    in_relative,
    like,
)

_NUMBERING = frozenset({"comprising", "numbering", "totalling", "totaling"})
"""Gerunds that tell how many a body of people are: "a group of fighters, numbering about ten"."""
_DONE_TO_AN_END = frozenset({"fire", "operation", "attack", "raid", "assault", "force", "gas", "grenades", "offensive"})
"""Objects before "to" that do not act themselves: "police opened fire to disperse" is what police did."""
_CONTROL_BREAK = frozenset({";", ":", "but", "while", "although", "whereas"})


class Attached(NamedTuple):
    """A prepositional phrase: the preposition's token and the noun phrase it governs."""

    preposition: int
    phrase: NounPhrase


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
        if following.end > before if before is not None else _opens_clause(sentence, following):
            return found if before is not None else before_next_clause(sentence, found, following)
        at = of_end(sentence, following)
        if sentence.form(step - 1) == "," and (
            is_apposition(sentence, found[-1], following) or _is_age(sentence, found[-1], following)
        ):
            continue
        found.append(following)


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
    return not left_numbered and (described or (renamed and after in {".", ""}))


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


def _opens_clause(sentence: Sentence, phrase: NounPhrase) -> bool:
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
    if sentence.form(at) in RELATIVES:
        return _closes_with_speech(sentence, at)
    group = sentence.group(at)
    return group is not None and sentence.forms[group.main] in _SAYING


def _closes_with_speech(sentence: Sentence, start: int) -> bool:
    """Tell whether a verb of saying closes the sentence with no comma since `start`: ", a resident who filmed it | said"."""
    saying = next((group for group in reversed(sentence.groups) if sentence.forms[group.main] in _SAYING), None)
    return saying is not None and saying.start > start and "," not in sentence.forms[start : saying.start]


_SAYING = frozenset({"said", "says", "told", "reported"})


def subject(sentence: Sentence, group: VerbGroup, *, depth: int = 0) -> NounPhrase | None:
    """Return the subject of a verb group: over relative clauses, appositions, coordination and control."""
    at = group.start - 1
    if depth > 4:
        return None
    conjunct = _conjunct(sentence, group)
    if conjunct is not None:
        return subject(sentence, conjunct, depth=depth + 1)
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
        elif other is not None:
            if group.tense == "infinitive" or coordinated(sentence, other, group):
                return subject(sentence, other, depth=depth + 1)
            if group.tense in {"gerund", "participle"} and not _beyond_relative(sentence, other, group):
                return subject(sentence, other, depth=depth + 1)
            at = _clause_start(sentence, other) - 1
        else:
            at -= 1
    return None


_SUBORDINATE = frozenset({"when", "as", "while", "after", "before", "until", "what"})


def _clause_start(sentence: Sentence, group: VerbGroup) -> int:
    """Return the token that opens a relative or subordinate clause of the verb, else where the verb begins."""
    if in_relative(sentence, group):
        return group.start - 1
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


def _conjunct(sentence: Sentence, group: VerbGroup) -> VerbGroup | None:
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
    if sentence.forms[phrase.head] in DAYS and phrase.end - phrase.start == 1:
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
            return subject(sentence, left, depth=depth + 1)
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


def objects(sentence: Sentence, group: VerbGroup, *, after: int | None = None) -> list[NounPhrase]:
    """Return the object of an active verb and what is coordinated with it; `after` skips words of the verb itself.

    "stabbed and wounded two soldiers": the first verb shares the object of the second.
    """
    at = group.end if after is None else after
    if sentence.form(at) == "and" and (shared := sentence.group(at + 1)) is not None and shared.start == at + 1:
        return (
            objects(sentence, shared) if not shared.passive and shared.tense in {"past", "participle", "gerund"} else []
        )
    while at < len(sentence.forms) and (sentence.tags[at] in {"RB", "RP"} or sentence.form(at) in {"dead", '"', "“"}):
        if sentence.phrase(at) is not None:
            break
        at += 1
    phrase = sentence.phrase(_over_aside(sentence, at))
    if phrase is None or phrase.start < group.end:
        return []
    return members(sentence, phrase)


def _over_aside(sentence: Sentence, at: int) -> int:
    """Return the token behind a prepositional phrase between commas at `at`: "put to death, in the market, | a man"."""
    if sentence.form(at) != "," or sentence.tags[at + 1 : at + 2] != ["IN"]:
        return at
    closing = next((end for end in range(at + 2, min(at + 10, len(sentence.forms))) if sentence.form(end) == ","), None)
    if closing is None or any(sentence.group_at[one] >= 0 for one in range(at, closing)):
        return at
    following = sentence.phrase(closing + 1)
    return closing + 1 if following is not None and not _opens_clause(sentence, following) else at


def reduced_host(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return the phrase that a participle without auxiliary stands to: "11 soldiers | killed in the attack"."""
    before = group.start - 1
    if sentence.form(before) in {",", ")"}:
        before -= 1
    phrase = sentence.phrase(before)
    while phrase is not None:
        outside = phrase.start - 1
        if outside >= 0 and sentence.form(outside) in {"of", "from", "in"} and sentence.phrase(outside - 1):
            outer = sentence.phrase(outside - 1)
            if outer is not None and outer.end == outside:
                phrase = outer
                continue
        return phrase
    return None


def attached(sentence: Sentence, start: int, *, stop: int | None = None) -> Iterator[Attached]:
    """Yield the prepositional phrases from token `start` on, until the clause ends or `stop` is reached."""
    limit = len(sentence.forms) if stop is None else min(stop, len(sentence.forms))
    at = start
    while at < limit:
        if sentence.tags[at] in {"IN", "TO"} or sentence.form(at) in {"outside", "inside", "near", "against", "amid"}:
            phrase = sentence.phrase(at + 1)
            if phrase is not None and phrase.start == at + 1 and sentence.phrase_at[at] < 0:
                yield Attached(at, phrase)
                at = phrase.end
                continue
        at += 1


def clause_end(sentence: Sentence, start: int) -> int:
    """Return the token where the clause that holds `start` ends: before the next finite verb's clause."""
    at = start
    while at < len(sentence.forms):
        form = sentence.form(at)
        if form in {";", "."} or (form in _CONTROL_BREAK and at > start):
            return at
        group = sentence.group(at)
        if (
            group is not None
            and group.start == at
            and at > start
            and group.tense in {"past", "future", "modal", "present", "progressive"}
        ):
            return _clause_opening(sentence, group, start)
        at += 1
    return at


def _clause_opening(sentence: Sentence, group: VerbGroup, floor: int) -> int:
    """Return where the clause of a finite verb begins: at its relative pronoun, conjunction or subject."""
    before = group.start - 1
    if sentence.form(before) in RELATIVES | {"and", "or", "but"}:
        return max(before, floor)
    found = sentence.phrase(before)
    begin = found.start if found is not None else group.start
    while begin - 1 > floor and sentence.form(begin - 1) == "of":
        outer = sentence.phrase(begin - 2)
        if outer is None:
            break
        begin = outer.start
    return max(begin, floor)
