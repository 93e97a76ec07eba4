"""The status of an act told by a verb: its negation and tense, and the verb or noun that governs it."""

from __future__ import annotations

from rasid.model import EventType, Status
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.governors import chain_head, governor_before, under_condition, under_preposition
from rasid.reading.lexicon.incidents import VIOLENT
from rasid.reading.lexicon.sentence import Sentence, VerbGroup
from rasid.reading.lexicon.status_cues import GOVERNED, give, verbs_of
from rasid.reading.lexicon.vocabulary import Vocabulary

_ACCUSING = frozenset(
    "accuse accuses accused suspect suspects suspected charged blame blames blamed convicted guilty responsible".split()
)


def judge_verb(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read negation, tense and the verb that governs an infinitive or gerund."""
    sentence, group = candidate.sentence, candidate.group
    if group is None:
        return
    if candidate.act.status is not None and group.tense in {"past", "participle", "gerund"} and not group.negated:
        candidate.status, candidate.status_rule = (
            candidate.act.status,
            f"status.{candidate.act.status}.{candidate.act.lemma}",
        )
    elif group.negated and candidate.act.frame == "device" and group.tense == "past":
        candidate.status, candidate.status_rule = Status.attempted, "status.attempted.no_blast"
    elif group.negated or _subject_negated(candidate):
        candidate.dropped = "status.negated"
    elif under_condition(sentence, group):
        candidate.dropped = "status.conditional"
    elif group.tense == "future":
        _judge_future(candidate)
    elif group.tense == "modal":
        candidate.dropped = "status.modal"
    elif group.tense == "infinitive" or under_preposition(sentence, chain_head(sentence, group)):
        _judge_governed(vocabulary, candidate, chain_head(sentence, group))
    elif group.tense == "present" and not sentence.title and not candidate.act.lemma.startswith("be "):
        candidate.dropped = "status.habitual"
    elif group.tense == "gerund" and _speaks_in_general(sentence, group):
        candidate.dropped = "status.in_general"
    elif any(sentence.form(phrase.start - 1) == "how" for phrase in candidate.patients):
        candidate.dropped = "status.question"


def _speaks_in_general(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a gerund is the subject of what can or does hold: "that | firing heavy weapons in a town can amount to"."""
    if group.start and sentence.form(group.start - 1) not in {"that", '"', "“"}:
        return False
    following = next((one for one in sentence.groups if one.start >= group.end), None)
    return (
        following is not None
        and following.tense in {"modal", "present"}
        and "," not in sentence.forms[group.end : following.start]
    )


_ANNOUNCED = frozenset({EventType.deployment, EventType.protest, EventType.agreement})


def _subject_negated(candidate: Candidate) -> bool:
    """Tell whether "no one", "nobody" or "no soldiers" is what the verb is said of; "no fewer than eight" is a number."""
    sentence = candidate.sentence
    phrases = [*candidate.patients, *([candidate.doer] if candidate.doer is not None else [])]
    return any(
        (sentence.forms[phrase.start] in _NOBODY and sentence.form(phrase.start + 2) != "than")
        or sentence.form(phrase.start - 1) in {"neither", "nor"}
        for phrase in phrases
    )


_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing", "noone"})


_GATHERING = frozenset("gathered assembled stayed marched walked met sat came rallied stood met turned went".split())
"""Verbs of coming together or staying away that are the protest themselves: "stayed at home | to protest"."""


def _gathers(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb before a purpose is such a one, and is told as done."""
    left = next((one for one in reversed(sentence.groups) if one.end <= group.start), None)
    return left is not None and sentence.forms[left.main] in _GATHERING and not left.negated and left.tense != "modal"


def _judge_governed(vocabulary: Vocabulary, candidate: Candidate, group: VerbGroup) -> None:
    """Take the status from what governs: "attempted to kill", "a plan to attack"; purposes are no incidents."""
    sentence = candidate.sentence
    governor, noun = governor_before(sentence, group.start)
    main = sentence.forms[governor.main] if governor is not None else ""
    if main in {"failed", "failing"} and candidate.event_type in VIOLENT:
        candidate.status, candidate.status_rule = Status.attempted, "status.attempted.failed"
        return
    if _told_as_done(sentence, group):
        return
    if noun in _PLOTS and _uncovered(sentence, group):
        candidate.status, candidate.status_rule = Status.foiled, f"status.foiled.{noun}"
        return
    for status in GOVERNED:
        row = vocabulary.cues["status"][status.value]
        if main in verbs_of(status.value) or noun in row.get("nouns", ()) or noun in row.get("words", ()):
            if governor is not None and governor.negated and status is not Status.denied:
                candidate.dropped = "status.negated"
            else:
                give(candidate, status, f"status.{status}.{main or noun}")
            return
    if main in _ACCUSING or noun in {
        "responsible",
        "guilty",
        "accused",
        "suspected",
        "blamed",
    }:
        candidate.status, candidate.status_rule = Status.alleged, f"status.alleged.{main or noun}"
        return
    if main in {
        "managed",
        "began",
        "started",
        "proceeded",
        "went",
        "helped",
        "succeeded",
        "continued",
        "used",
    } or noun in {"by", "after", "before"}:
        return
    if sentence.form(group.start - 1) in {"after", "before", "by", "while", "when", "in"}:
        return
    if candidate.event_type is EventType.protest and _gathers(sentence, group):
        return
    candidate.dropped = "status.purpose"


_PLOTS = frozenset({"plot", "plots", "plan", "plans", "conspiracy"})


_UNCOVERED = frozenset(
    """uncovered foiled thwarted discovered exposed prevented stopped frustrated disrupted broken dismantled
    unmasked""".split()
)


def _uncovered(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether somebody stopped the plot that governs an infinitive: "uncovered a plot | to assassinate"."""
    phrase = sentence.phrase(group.start - 1)
    verb = sentence.group(phrase.start - 1) if phrase is not None else None
    return verb is not None and sentence.forms[verb.main] in _UNCOVERED


def _told_as_done(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a perfect infinitive tells a thing done: "claimed to have killed", "is said to have fled"."""
    return sentence.words(group.start, group.start + 2) == "to have" and sentence.tags[group.main] in {"VBN", "VBD"}


def _judge_future(candidate: Candidate) -> None:
    """A future deployment, protest or agreement is planned, if a place or a day is told (see keep.py); others tell none."""
    if candidate.event_type in _ANNOUNCED:
        candidate.status, candidate.status_rule = Status.planned, "status.future"
    else:
        candidate.dropped = "status.future"
