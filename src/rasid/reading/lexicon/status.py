"""How far an act went: plain, attempted, foiled, threatened, planned, denied; or no incident at all."""

from __future__ import annotations

from rasid.model import Status
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.status_cues import give
from rasid.reading.lexicon.status_nouns import judge_noun
from rasid.reading.lexicon.status_verbs import judge_verb
from rasid.reading.lexicon.vocabulary import Vocabulary


def judge(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Set the candidate's status, or drop it with the rule that says why it tells no incident."""
    if candidate.dropped is not None:
        return
    if candidate.act.noun:
        judge_noun(vocabulary, candidate)
    elif candidate.group is not None:
        judge_verb(vocabulary, candidate)
    _judge_words(vocabulary, candidate)


def _judge_words(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read adjectives and adverbs beside the trigger: "attempted", "alleged", "planned", "foiled"."""
    if candidate.dropped is not None or candidate.status is not Status.reported:
        return
    sentence = candidate.sentence
    begin = candidate.phrase.start if candidate.phrase is not None else max(0, candidate.start - 2)
    near = sentence.forms[begin : candidate.end]
    for status in (Status.attempted, Status.foiled, Status.alleged, Status.planned):
        for word in vocabulary.cues["status"][status.value]["words"]:
            if word in near and (candidate.phrase is None or sentence.forms.index(word, begin) < candidate.start):
                if (
                    status is Status.alleged
                    and word in {"suspected", "presumed", "alleged"}
                    and candidate.group is not None
                    and not candidate.act.noun
                ):
                    continue
                give(candidate, status, f"status.{status}.{word}")
                return
    following = sentence.form(candidate.end)
    if candidate.act.noun and following in {
        "attempt",
        "attempts",
        "plot",
        "plots",
        "plan",
        "plans",
        "threat",
        "threats",
    }:
        status = Status.attempted if following.startswith("attempt") else Status.planned
        give(candidate, status, f"status.{status}.{following}")
