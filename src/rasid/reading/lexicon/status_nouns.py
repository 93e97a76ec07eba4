"""The status of an act told by a noun: its determiners, and the verb or noun that governs it."""

from __future__ import annotations

import re

from rasid.model import Status
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.governors import governor_before
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.status_cues import GOVERNED, give, verbs_of
from rasid.reading.lexicon.vocabulary import Vocabulary

_FALSE_STORY = re.compile(
    r"\b(?:false|fabricated|baseless|fake|untrue) (?:story|stories|reports?|claims?|rumou?rs?|news|allegations?) (?:about|of|on)$"
)


_TELLING = frozenset({"reports of", "cases of"})
"""What a definite act may stand behind: "received reports of gunfights between A and B"."""


def _determiner(sentence: Sentence, phrase: NounPhrase) -> str:
    """Return what determines a noun, over "or" too: "no air strikes or | shots fired"."""
    left = sentence.phrase(phrase.start - 2) if sentence.form(phrase.start - 1) == "or" else None
    joined = left is not None and left.end == phrase.start - 1 and sentence.forms[left.start] == "no"
    return sentence.forms[left.start] if left is not None and joined else sentence.forms[phrase.start]


def judge_noun(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read what stands over a nominal trigger: determiners, generic heads, and the governing verb."""
    sentence, phrase = candidate.sentence, candidate.phrase
    if phrase is None:
        return
    before = sentence.forms[phrase.start : candidate.start]
    if "such" in before or _determiner(sentence, phrase) in {"no", "any", "every", "each", "neither"}:
        candidate.dropped = "status.no_single_act"
        return
    if sentence.form(phrase.start - 1) == "without":
        candidate.dropped = "status.negated"
        return
    if _FALSE_STORY.search(sentence.words(max(0, phrase.start - 5), phrase.start)):
        give(candidate, Status.denied, "status.denied.false_story")
        return
    words = sentence.words(max(0, phrase.start - 4), phrase.start)
    for cue in vocabulary.cues["status"]["generic"]["before"]:
        if (words.endswith(" " + cue) or words == cue) and not (cue in _TELLING and candidate.arguments):
            candidate.dropped = f"status.generic.{cue.replace(' ', '_')}"
            return
    if _stopped_after(sentence, candidate.end):
        candidate.status, candidate.status_rule = Status.foiled, "status.foiled.stopped"
        return
    group, noun = governor_before(sentence, phrase.start)
    if (
        group is not None
        and group.tense in {"modal", "future", "infinitive"}
        and sentence.group(phrase.start - 1) is group
    ):
        main = sentence.forms[group.main]
        if main == "avenge":
            return
        for status in (Status.foiled, Status.denied):
            if main in verbs_of(status.value) and group.tense != "modal":
                return
        candidate.dropped = f"status.{group.tense}"
        return
    main = sentence.forms[group.main] if group is not None else ""
    if (
        group is not None
        and group.negated
        and main in {"carry", "launch", "commit", "carried", "launched", "committed", "perpetrated"}
    ):
        candidate.dropped = "status.negated"
        return
    for status in GOVERNED:
        row = vocabulary.cues["status"][status.value]
        if main in verbs_of(status.value) or noun in row.get("nouns", ()):
            if (
                status is Status.planned
                and main in {"ordered", "urged", "agreed", "aimed", "wanted", "prepared"}
                and noun == ""
            ):
                continue
            give(candidate, status, f"status.{status}.{main or noun}")
            return


_STOPPED = frozenset("stopped foiled thwarted averted prevented frustrated aborted".split())


def _stopped_after(sentence: Sentence, end: int) -> bool:
    """Tell whether the verb behind a noun says that the act was stopped: "a suicide attack on a base | was foiled"."""
    group = next((one for one in sentence.groups if one.start >= end), None)
    if group is None or not group.passive or sentence.forms[group.main] not in _STOPPED:
        return False
    return not {",", ";"} & set(sentence.forms[end : group.start])
