"""How a text goes on telling one act: clauses without a place, a day or a doer of their own, and words that point back."""

from __future__ import annotations

import re
from functools import cache

from rasid.model import ArgumentRole, EventType
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.unhurt import RULE as UNHURT
from rasid.reading.lexicon.vocabulary import vocabulary

_PARTICIPANTS = frozenset(
    {
        ArgumentRole.perpetrator, ArgumentRole.target, ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted,
        ArgumentRole.arrested, ArgumentRole.displaced,
    }
)  # fmt: skip
_PRONOUNS = frozenset("they he she it them him her who themselves himself herself those these we us i".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
_BACK = frozenset({"of", "around", "since", "after", "following", "before", "during", "behind", "about", "over", "for"})
_DAYISH = re.compile(
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|last night|\d|this morning|tonight|last week"
    r"|last month|last year|ago|(?:next|following|same|previous) (?:day|night|morning|evening)|days? (?:after|before|earlier|later)|january|february|april|june|july|august|september|october|november|december",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|meanwhile|separate(?:ly)?|another|in addition|a similar|other attacks?)\b", re.IGNORECASE
)


def dayish(words: str) -> bool:
    """Tell whether time words name a day, and not only an hour or a part of the day."""
    return _DAYISH.search(words) is not None


def goes_on(candidate: Candidate) -> bool:
    """Tell whether a verb tells more of the act told before it.

    So it does when it names no place and no day and either nobody acts in it ("Fourteen people were killed") or those
    who act are pointed back to ("The gunmen then burned two cars").
    """
    sentence = candidate.sentence
    if candidate.act.noun or candidate.group is None or _set_elsewhere(candidate):
        return False
    if _ELSEWHERE.search(sentence.text, sentence.start, sentence.starts[candidate.start]):
        return False
    doers = candidate.of_role(ArgumentRole.perpetrator)
    if doers:
        return all(_points_back(candidate, doer) for doer in doers) or _of_the_speaker_alone(candidate)
    if candidate.act.harm is None and candidate.event_type is not EventType.arson_looting:
        return candidate.act.frame in {"launch", "device"} and _of_the_device(candidate)
    return candidate.passive or candidate.act.frame == "victim" or candidate.act.lemma == "treat"


def _of_the_speaker_alone(candidate: Candidate) -> bool:
    """Tell whether "its soldiers" act and nobody else is named: the other side's account of the same act."""
    text = candidate.sentence.text
    told = [one for one in candidate.arguments if one.role in _PARTICIPANTS]
    own = all(one.span.quote(text).lower().startswith(("its ", "their ")) for one in told)
    return bool(told) and own and all(one.role is ArgumentRole.perpetrator for one in told)


def _of_the_device(candidate: Candidate) -> bool:
    """Tell whether the subject is a device told of before: "The device had been buried"."""
    host = subject(candidate.sentence, candidate.group) if candidate.group is not None else None
    return host is not None and candidate.sentence.forms[host.start] in _DEFINITE | {"it", "his", "her", "their", "its"}


def _set_elsewhere(candidate: Candidate) -> bool:
    text = candidate.sentence.text
    return bool(candidate.of_role(ArgumentRole.place)) or any(
        dayish(time.span.quote(text)) for time in candidate.of_role(ArgumentRole.time)
    )


def known_victim(candidate: Candidate) -> bool:
    """Tell whether one who is taken as known died, so that the act was told before: "The fruit seller died yesterday"."""
    victim = next(iter(candidate.patients), None)
    if victim is None or candidate.act.frame != "victim" or candidate.event_type is not EventType.attack:
        return False
    sentence = candidate.sentence
    return sentence.forms[victim.start] == "the" and sentence.tags[victim.head] == "NN"


def by_those_before(candidate: Candidate) -> bool:
    """Tell whether all who act are pointed back to: "they", "the attackers"."""
    doers = candidate.of_role(ArgumentRole.perpetrator)
    return bool(doers) and all(_points_back(candidate, doer) for doer in doers)


def _points_back(candidate: Candidate, doer: Argument) -> bool:
    """Tell whether words name no new actor: a pronoun, or "the" with a common noun alone."""
    words = doer.span.quote(candidate.sentence.text).split()
    if len(words) == 1:
        return words[0].lower() in _PRONOUNS
    return len(words) == 2 and words[0].lower() in _DEFINITE and words[1].islower()


def only_more(candidate: Candidate) -> str | None:
    """Return the rule by which a trigger can only tell more of an act told elsewhere in the text, or None."""
    text = candidate.sentence.text
    told = [one for one in candidate.arguments if one.role in _PARTICIPANTS]
    if candidate.event_type is EventType.seizure and by_those_before(candidate) and not _set_elsewhere(candidate):
        return "pointer.spoils"
    if candidate.rule == UNHURT or candidate.pointer is not None:
        return candidate.pointer or "pointer.unhurt"
    if not candidate.act.noun:
        heads = {one.head.quote(text).lower() for one in told}
        return "pointer.pronoun" if told and heads <= _PRONOUNS and not _set_elsewhere(candidate) else None
    return "pointer.noun" if presupposed(candidate) else None


_FOLLOWING = frozenset({"followed", "preceded"})


def went_before(candidate: Candidate) -> bool:
    """Tell whether a noun is what the sentence's act "followed" or "preceded", so that it is another act."""
    phrase, sentence = candidate.phrase, candidate.sentence
    over = sentence.group(phrase.start - 1) if phrase is not None else None
    return over is not None and sentence.forms[over.main] in _FOLLOWING and not over.passive


def presupposed(candidate: Candidate) -> bool:
    """Tell whether a noun's act is only named beside another: "condemned the raid", "on the night of the raid".

    So is "a search that followed a battle", whoever fought in it.
    """
    phrase, sentence = candidate.phrase, candidate.sentence
    if phrase is None or not candidate.act.noun:
        return False
    if went_before(candidate):
        return True
    if sentence.forms[phrase.start] not in _DEFINITE or any(one.role in _PARTICIPANTS for one in candidate.arguments):
        return False
    behind = {a for role in (ArgumentRole.place, ArgumentRole.time) for a in candidate.of_role(role)}
    if any(one.span.start >= sentence.ends[candidate.end - 1] for one in behind):
        return False
    group = sentence.group(phrase.start - 1)
    if group is not None:
        return sentence.forms[group.main] in speaking_of()
    return sentence.form(phrase.start - 1) in _BACK


@cache
def speaking_of() -> frozenset[str]:
    """Return the forms of the verbs that only speak of an act: "condemn", "investigate", "commemorate"."""
    lemmas: list[str] = vocabulary().cues["status"]["generic"]["verbs"]
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma))
