"""Words that say nobody was hurt: "No one was hurt", "there were no casualties", "were not harmed". A zero is told, not guessed."""

from __future__ import annotations

import re

from rasid.model import EventType, Harm
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.participants import HARM_ROLE
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import Act

RULE = "casualty.none"

_KILLED = frozenset({"killed", "died"})
_HURT = frozenset({"hurt", "harmed", "injured", "wounded"})
_NOBODY = frozenset({"nobody", "no", "none", "noone"})
_NO_CASUALTIES = re.compile(r"\b(?:no|without|without causing) (?:casualties|deaths|victims|loss of life)\b")
_HURTING = frozenset({"hurting", "harming", "injuring", "wounding"})
_HEARD_OF = re.compile(r"\b(?:immediate|reports? of|reported|known|word|know)\b")


def unhurt(sentence: Sentence) -> list[Candidate]:
    """Return one casualty trigger for each clause that tells a zero; it only adds to an act told before it."""
    found = []
    for group in sentence.groups:
        words = _words(sentence, group)
        if words is not None:
            hurt = sentence.forms[group.main] in _HURT | _HURTING
            found.append(_zero(sentence, group.main, words, hurt=hurt))
    place = _NO_CASUALTIES.search(" ".join(sentence.forms))
    if not found and place is not None and not _HEARD_OF.search(" ".join(sentence.forms)):
        at = " ".join(sentence.forms)[: place.start()].count(" ")
        end = at + len(place.group().split())
        found.append(_zero(sentence, end - 1, NounPhrase(at, end, end - 1), hurt="casualties" in place.group()))
    return found


def _words(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return the words that tell the zero: the subject "nobody", or the verb with its "not"."""
    if sentence.forms[group.main] not in _KILLED | _HURT | _HURTING or group.tense in {"modal", "future", "infinitive"}:
        return None
    if sentence.forms[group.main] in _HURTING:
        return NounPhrase(group.end, group.end + 1, group.end) if sentence.form(group.end) in _NOBODY else None
    host = subject(sentence, group)
    if host is None:
        before = group.start - 1
        host = NounPhrase(before, before + 1, before) if sentence.form(before) in _NOBODY else None
    if host is not None and sentence.forms[host.start] in _NOBODY and sentence.form(host.start + 2) != "than":
        return host
    several = host is not None and sentence.tags[host.head] == "NNS"
    return NounPhrase(group.start, group.end, group.end - 1) if several and group.negated and group.passive else None


def _zero(sentence: Sentence, at: int, words: NounPhrase, *, hurt: bool) -> Candidate:
    act = Act("none", EventType.attack, "casualty", "NN", harm=Harm.killed, weak=True)
    candidate = Candidate(sentence, at, at + 1, act, EventType.attack, RULE)
    for harm in (Harm.killed, Harm.injured) if hurt else (Harm.killed,):
        candidate.add(HARM_ROLE[harm], words, RULE, whole=False)
    return candidate
