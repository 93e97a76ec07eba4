"""Triggers that tell no act of their own: works of art, habits, figures of speech, settings, clauses on the speaker."""

from __future__ import annotations

import re

from rasid.model import ArgumentRole, EventType
from rasid.model.reading import Attribution
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.sentence import Sentence, VerbGroup

_WORKS = frozenset(
    """film movie novel book museum documentary exhibition play series game show song memoir biography poem opera
    painting guide""".split()
)
_OFFERED = frozenset("lodged lodge lodges filed file files registered submitted delivered".split())
_STOPPING = frozenset("stop stops stopped stopping halt halted end ended avoid avoided cease ceased".split())
_ANY = frozenset({"any", "every", "each", "anyone", "anybody", "whoever"})
_HISTORY = re.compile(r"\b(?:\w+ (?:years|decades) ago|generations? ago|centur(?:y|ies))\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:in|since|year|january|february|march|april|may|june|july|august|september|october|november|december)"
    r" (1[5-9][0-9]{2}|20[0-9]{2})\b",
    re.IGNORECASE,
)
_PAST_AGE = 1945
"""Acts of this year and before are history, whatever the report tells beside them."""


def drop_untold(sentence: Sentence, found: list[Candidate], said: list[Attribution]) -> None:
    """Drop, with the rule's name, each trigger that only sounds like an act."""
    for candidate in found:
        if candidate.dropped is None:
            candidate.dropped = _reason(sentence, candidate, found, said)


def _reason(sentence: Sentence, candidate: Candidate, found: list[Candidate], said: list[Attribution]) -> str | None:
    if _in_work(sentence):
        return "untold.work"
    if _of_past_age(sentence):
        return "untold.history"
    if _said_of_anybody(sentence, candidate):
        return "untold.anybody"
    if _habit(sentence, candidate):
        return "untold.habit"
    if _stopped(sentence, candidate):
        return "untold.stopped"
    if _on_speaker(sentence, candidate, said):
        return "untold.speaker"
    if candidate.act.noun and _setting(sentence, candidate, found):
        return "untold.setting"
    return "untold.figure" if _figure(sentence, candidate) else None


def _in_work(sentence: Sentence) -> bool:
    """Tell whether the sentence says what a film, book or museum tells: such a word at its head, the first verb present."""
    first = next((group for group in sentence.groups if group.tense != "participle"), None)
    if first is None or first.tense != "present":
        return False
    return bool(_WORKS & set(sentence.forms[: min(first.start, 8)]))


def _of_past_age(sentence: Sentence) -> bool:
    """Tell whether every year that the sentence names lies in a past age, or it counts back decades."""
    text = sentence.text[sentence.start : sentence.end]
    years = [int(year) for year in _YEAR.findall(text)]
    return (bool(years) and max(years) <= _PAST_AGE) or _HISTORY.search(text) is not None


def _said_of_anybody(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a participant is "any party", "anyone", or "by any" stands behind the trigger."""
    behind = sentence.words(candidate.end, len(sentence.forms))
    if re.match(r"(?:of (?:\w+ ){1,3})?by (?:any|whoever|anyone|anybody)\b", behind):
        return True
    heads = {argument.span.start for argument in candidate.arguments}
    return any(
        sentence.forms[phrase.start] in _ANY
        and sentence.starts[phrase.start] in heads
        and sentence.words(phrase.start, phrase.start + 2) != "each other"
        for phrase in sentence.phrases
    )


def _habit(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a gerund only describes a kind of thing: "drones dropping grenades have become …"."""
    group = candidate.group
    if group is None or group.tense != "gerund" or candidate.act.noun:
        return False
    before = sentence.phrase(group.start - 1)
    if before is None or before.start != 0 or sentence.tags[before.start] not in {"NNS", "JJ"}:
        return False
    return "become" in sentence.forms or _main(sentence, group) == "present"


def _main(sentence: Sentence, group: VerbGroup) -> str:
    return next((one.tense for one in sentence.groups if one.start > group.start and one.tense != "participle"), "")


def _stopped(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether a verb of ending governs a gerund: "promised to stop killing"."""
    group = candidate.group
    if group is None or candidate.act.noun or group.tense != "gerund":
        return False
    left = sentence.group(group.start - 1)
    return left is not None and left.end == group.start and sentence.forms[left.main] in _STOPPING


def _on_speaker(sentence: Sentence, candidate: Candidate, said: list[Attribution]) -> bool:
    """Tell whether a relative clause only says who the speaker is: "two residents who had fled …, said"."""
    start, end = sentence.starts[candidate.start], sentence.ends[candidate.end - 1]
    for one in said:
        if one.speaker is None or not one.speaker.end <= start or not end <= one.cue.start:
            continue
        between = sentence.text[one.speaker.end : one.cue.start]
        if re.match(r"\s*(?:who|which|that)\b", between) and "," not in between:
            return True
    return False


def _setting(sentence: Sentence, candidate: Candidate, found: list[Candidate]) -> bool:
    """Tell whether a protest is only where another act takes place ("detained at rallies"), or a paper ("lodged a protest")."""
    phrase = candidate.phrase
    if phrase is None or candidate.event_type is not EventType.protest:
        return False
    before = sentence.group(phrase.start - 1)
    if before is not None and sentence.forms[before.main] in _OFFERED:
        return True
    governed = sentence.form(phrase.start - 1) in {"at", "during", "in", "after", "from"}
    return governed and any(one.dropped is None and not one.act.noun and one.end <= phrase.start for one in found)


def _figure(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether the act is done to what no act of violence is done to: "a riot of colour", "shelling the budget"."""
    if candidate.event_type in {EventType.riot, EventType.shelling} and candidate.act.noun:
        following = sentence.phrase(candidate.end + 1) if sentence.form(candidate.end) == "of" else None
        return following is not None and sentence.forms[following.head] in _FIGURES
    targets = candidate.of_role(ArgumentRole.target)
    heads = {target.head.quote(sentence.text).lower() for target in targets}
    return bool(heads) and heads <= _FIGURES


_FIGURES = frozenset(
    """colour color colours colors questions question criticism budget complaints words emotion emotions flavour
    flavours sound applause praise data emails calls requests advertising defence defense tries try
    opponents record records title titles stage deadline target targets point points goals goal terrorism crime corruption poverty disease drugs trafficking smuggling
    impunity piracy extremism illiteracy hunger inflation""".split()
)
