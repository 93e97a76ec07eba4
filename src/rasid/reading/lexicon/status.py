"""How far an act went: plain, attempted, foiled, threatened, planned, denied; or no incident at all."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from rasid.model import EventType, Status
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.governors import chain_head, governor_before, under_condition, under_preposition
from rasid.reading.lexicon.incidents import VIOLENT
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.sentence import Sentence, VerbGroup
from rasid.reading.lexicon.vocabulary import Vocabulary, vocabulary

_GOVERNED = (Status.attempted, Status.foiled, Status.threatened, Status.planned, Status.denied)


_ACCUSING = frozenset(
    "accuse accuses accused suspect suspects suspected charged blame blames blamed convicted guilty responsible".split()
)


_FALSE_STORY = re.compile(
    r"\b(?:false|fabricated|baseless|fake|untrue) (?:story|stories|reports?|claims?|rumou?rs?|news|allegations?) (?:about|of|on)$"
)


_TELLING = frozenset({"reports of", "cases of"})
"""What a definite act may stand behind: "received reports of gunfights between A and B"."""


_PURPOSE = frozenset({"to", "for", "against", "from"})


_HYPOTHETICAL = frozenset({"if", "unless", "whether", "should", "would"})


@cache
def _verb_table(name: str) -> frozenset[str]:
    """Return all forms of the verbs that lend the status `name`."""
    rows: dict[str, Any] = vocabulary().cues["status"][name]
    return frozenset(form for lemma in rows.get("verbs", ()) for form in verb_forms(lemma))


def judge(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Set the candidate's status, or drop it with the rule that says why it tells no incident."""
    if candidate.dropped is not None:
        return
    if candidate.act.noun:
        _judge_noun(vocabulary, candidate)
    elif candidate.group is not None:
        _judge_verb(vocabulary, candidate)
    _judge_words(vocabulary, candidate)


def _judge_verb(vocabulary: Vocabulary, candidate: Candidate) -> None:
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
    for status in _GOVERNED:
        row = vocabulary.cues["status"][status.value]
        if main in _verb_table(status.value) or noun in row.get("nouns", ()) or noun in row.get("words", ()):
            if governor is not None and governor.negated and status is not Status.denied:
                candidate.dropped = "status.negated"
            else:
                _apply(candidate, status, f"status.{status}.{main or noun}")
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


def _apply(candidate: Candidate, status: Status, rule: str) -> None:
    """Give the status; a threat or plan of violence is a statement and tells no incident."""
    candidate.status, candidate.status_rule = status, rule
    if status in {Status.threatened, Status.planned}:
        candidate.dropped = f"{rule}.unspecific"


def _judge_noun(vocabulary: Vocabulary, candidate: Candidate) -> None:
    """Read what stands over a nominal trigger: determiners, generic heads, and the governing verb."""
    sentence, phrase = candidate.sentence, candidate.phrase
    if phrase is None:
        return
    first = sentence.forms[phrase.start]
    if first in {"no", "any", "every", "each", "neither"} or "such" in sentence.forms[phrase.start : candidate.start]:
        candidate.dropped = "status.no_single_act"
        return
    if sentence.form(phrase.start - 1) == "without":
        candidate.dropped = "status.negated"
        return
    if _FALSE_STORY.search(sentence.words(max(0, phrase.start - 5), phrase.start)):
        _apply(candidate, Status.denied, "status.denied.false_story")
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
            if main in _verb_table(status.value) and group.tense != "modal":
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
    for status in _GOVERNED:
        row = vocabulary.cues["status"][status.value]
        if main in _verb_table(status.value) or noun in row.get("nouns", ()):
            if (
                status is Status.planned
                and main in {"ordered", "urged", "agreed", "aimed", "wanted", "prepared"}
                and noun == ""
            ):
                continue
            _apply(candidate, status, f"status.{status}.{main or noun}")
            return


_STOPPED = frozenset("stopped foiled thwarted averted prevented frustrated aborted".split())


def _stopped_after(sentence: Sentence, end: int) -> bool:
    """Tell whether the verb behind a noun says that the act was stopped: "a suicide attack on a base | was foiled"."""
    group = next((one for one in sentence.groups if one.start >= end), None)
    if group is None or not group.passive or sentence.forms[group.main] not in _STOPPED:
        return False
    return not {",", ";"} & set(sentence.forms[end : group.start])


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
                _apply(candidate, status, f"status.{status}.{word}")
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
        _apply(candidate, status, f"status.{status}.{following}")
