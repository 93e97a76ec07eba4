"""Who concludes an agreement: "A and B agreed on a truce", "the ceasefire was signed by A"."""

from __future__ import annotations

from rasid.model import ArgumentRole
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_actor, kind_of
from rasid.reading.lexicon.clauses import attached, clause_end
from rasid.reading.lexicon.lists import members, sides_of
from rasid.reading.lexicon.sentence import NounPhrase
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Vocabulary

_CONCLUDE = frozenset(
    """agreed agree agrees signed sign signs reached reach concluded announced announce declared declare initialled
    initialed accepted accept struck brokered called""".split()
)


def add_parties(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add the first party as perpetrator and the others as targets, by order of naming."""
    _add_joining(vocabulary, candidate)
    if candidate.of_role(ArgumentRole.perpetrator):
        return
    for number, phrase in enumerate(_parties(vocabulary, candidate)):
        role = ArgumentRole.perpetrator if number == 0 else ArgumentRole.target
        candidate.add(role, phrase, "noun.party", kind=kind_of(vocabulary, candidate.sentence, phrase))


_JOINING = (
    ("do", "the", "same"),
    ("do", "likewise"),
    ("follow", "suit"),
    ("reciprocate",),
    ("did", "the", "same"),
    ("reciprocated",),
)


def _add_joining(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Add who says to do the same as a party: ", and the government | said that its troops would do the same"."""
    sentence = candidate.sentence
    ends = (
        at
        for at in range(candidate.end, len(sentence.forms))
        for words in _JOINING
        if _stands(sentence.forms, at, words)
    )
    end = next(ends, None)
    for group in sentence.groups if end is not None else ():
        named = subject(sentence, group) if candidate.end <= group.start <= (end or 0) else None
        if named is not None and is_actor(kind := kind_of(vocabulary, sentence, named)):
            candidate.add(ArgumentRole.target, named, "noun.party.same", kind=kind)
            return


def _stands(forms: list[str], at: int, words: tuple[str, ...]) -> bool:
    return tuple(forms[at : at + len(words)]) == words


def _parties(vocabulary: Vocabulary, candidate: Candidate) -> list[NounPhrase]:
    sentence = candidate.sentence
    found: list[NounPhrase] = []
    for group in sentence.groups:
        if sentence.forms[group.main] not in _CONCLUDE or abs(group.start - candidate.start) > _REACH:
            continue
        if group.passive and group.start >= candidate.end:
            stop = clause_end(sentence, group.end)
            agents = [p for at, p in attached(sentence, group.end, stop=stop) if sentence.form(at) == "by"]
            found = [one for agent in agents for one in members(sentence, agent)]
        elif not group.passive and group.end <= candidate.start:
            named = subject(sentence, group)
            found = [] if named is None else members(sentence, named, before=group.start)
        if found:
            break
    parties = sides_of(sentence, found[0]) if len(found) == 1 else found
    parties = [*parties, *(_bound(candidate) if len(parties) == 1 else [])]
    return [phrase for phrase in parties if is_actor(kind_of(vocabulary, sentence, phrase))]


def _bound(candidate: Candidate) -> list[NounPhrase]:
    """Return who must do something by the terms: "a pact under which | jihadists | lifted a blockade"."""
    sentence, at = candidate.sentence, candidate.end
    if sentence.words(at, at + 2) not in {"under which", "by which", "in which"}:
        return []
    verb = next((group for group in sentence.groups if group.start >= at + 2), None)
    named = sentence.phrase(at + 2)
    return [] if verb is None or named is None else members(sentence, named, before=verb.start)


_REACH = 30
"""Tokens between an agreement and the verb that concludes it."""
