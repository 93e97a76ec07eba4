"""What stands around a verb or a noun: its objects, prepositional phrases, and where its clause ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rasid.reading.lexicon.lists import members, opens_clause
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.series import RELATIVES

_CONTROL_BREAK = frozenset({";", ":", "but", "while", "although", "whereas"})


class Attached(NamedTuple):
    """A prepositional phrase: the preposition's token and the noun phrase it governs."""

    preposition: int
    phrase: NounPhrase


def objects(sentence: Sentence, group: VerbGroup, *, after: int | None = None) -> list[NounPhrase]:
    """Return the object of an active verb and what is coordinated with it; `after` skips words of the verb itself.

    "stabbed and wounded two soldiers": the first verb shares the object of the second.
    """
    at = group.end if after is None else after
    if sentence.form(at) in {"and", "or"} and (shared := sentence.group(at + 1)) is not None and shared.start == at + 1:
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
    return closing + 1 if following is not None and not opens_clause(sentence, following) else at


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
