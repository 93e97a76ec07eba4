"""Words that name harm beside no verb of it: "two are dead", "four people with bullet wounds", "one of the dead"."""

from __future__ import annotations

from collections.abc import Iterator

from rasid.model import EventType, Harm, Part
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import is_person, kind_of, may_be_person
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.numbers_told import is_numbered
from rasid.reading.lexicon.participants import HARM_ROLE
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Act, Vocabulary

_NAMES = {
    "dead": Harm.killed, "deceased": Harm.killed, "corpses": Harm.killed, "bodies": Harm.killed, "deaths": Harm.killed,
    "wound": Harm.injured, "wounds": Harm.injured, "burns": Harm.injured, "injuries": Harm.injured,
}  # fmt: skip
_BEING = frozenset("is are was were be been lie lies lay lying found left reported confirmed pronounced".split())
_BEARING = frozenset("received suffered sustained suffering sustaining had has with".split())


def harm_words(vocabulary: Vocabulary, sentence: Sentence, known: set[int]) -> Iterator[Candidate]:
    """Yield one trigger a word of harm that no other one at the tokens `known` tells; it only adds to an act told before."""
    for at, form in enumerate(sentence.forms):
        harm = _NAMES.get(form)
        if harm is None or at in known or not _names_harm(sentence, at):
            continue
        act = Act("harm", EventType.attack, "casualty", "NN", harm=harm, weak=True)
        candidate = Candidate(sentence, at, at + 1, act, EventType.attack, "casualty.word")
        candidate.pointer = "casualty.word"
        for phrase in _harmed(sentence, at):
            kind = kind_of(vocabulary, sentence, phrase)
            if is_person(kind) or may_be_person(sentence, phrase, kind):
                candidate.patients.append(phrase)
                candidate.add(HARM_ROLE[harm], phrase, candidate.rule, kind=kind, part=Part.whole)
        yield candidate


def _names_harm(sentence: Sentence, at: int) -> bool:
    """Tell whether the word stands for itself: not "the dead boy", "dead end", "wounds of the past"."""
    phrase = sentence.phrase(at)
    if phrase is not None and phrase.head != at:
        return False
    return not sentence.tags[at].startswith("VB") or sentence.forms[at] in {"wounds", "burns"}


def _harmed(sentence: Sentence, at: int) -> list[NounPhrase]:
    """Return the people said to be dead, or to have the wounds."""
    phrase = sentence.phrase(at)
    begin = at if phrase is None else phrase.start
    if phrase is not None and is_numbered(sentence, phrase):
        return [phrase]
    if sentence.form(begin - 1) == "with":
        host = sentence.phrase(begin - 2)
        return [] if host is None else [host]
    group = sentence.group(begin - 1)
    if group is None or sentence.forms[group.main] not in _BEING | _BEARING:
        return []
    host = subject(sentence, group)
    return [] if host is None else members(sentence, host, before=group.start)
