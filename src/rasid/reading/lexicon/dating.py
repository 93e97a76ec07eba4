"""Which act a time belongs to, and which times date no act: those of the words, of a find, of a count, of a start."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

from rasid.model import ArgumentRole
from rasid.model.reading import Argument
from rasid.reading.lexicon.asides import is_aside, led_to, open_to
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.circumstance import nearest
from rasid.reading.lexicon.discourse import speaking_of
from rasid.reading.lexicon.nominal import LIGHT, OCCURRED, SUFFER
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.speech import speech_verbs
from rasid.reading.lexicon.strands import ELSEWHERE

_LEADING = frozenset({"on", "late", "early", "at", "in", "the"})
_BOUNDS = frozenset({"from", "since", "until", "till"})
_OTHER_VERBS = frozenset("found discovered recovered ended entered seen circulating circulated".split())
"""Verbs whose own time is not that of the act: bodies found on Sunday, an operation that ended on Tuesday."""
_CREDIT = frozenset({"responsibility", "credit"})
_DEFINITE = frozenset("the this that these those his her its their".split())
_ACTING = (
    (LIGHT - {"make", "made", "making"})
    | SUFFER
    | OCCURRED
    | frozenset("is was were are hit rocked shook struck left caused saw witnessed".split())
)
"""Verbs whose day is that of the act they lead to: "today launched the attack", "yesterday saw the killing of"."""
_BREAKS = frozenset({",", ";", "and", "but", "while", "who", "which", "that"})


def attach_times(sentence: Sentence, hosts: list[Candidate], times: list[Argument]) -> None:
    """Give each time that dates an act to its trigger: the last one before it in its clause, else the nearest."""
    telling = [one for one in hosts if one.act.frame != "casualty"] or hosts
    for time in _joined(sentence, times):
        at = next((at for at, start in enumerate(sentence.starts) if start >= time.span.start), None)
        if at is None or not _dates_an_act(sentence, at, time) or _dates_the_telling(sentence, time, hosts):
            continue
        able, near = open_to(hosts, time), open_to(telling, time)
        host = (
            led_to(hosts, time) or _in_clause(sentence, able, at) or nearest(_not_beyond(sentence, near, at), time.span)
        )
        if host is None or is_aside(host, time, ArgumentRole.time) or _of_another_verb(sentence, at, time, host, hosts):
            continue
        if all(known.span != time.span or known.role != time.role for known in host.arguments):
            host.arguments.append(time)


def _dates_an_act(sentence: Sentence, at: int, time: Argument) -> bool:
    """Tell whether the time at token `at` can date an act: no verb of saying or finding stands right before it."""
    before = at - 1
    if sentence.form(_after(sentence, time)) == "'s":
        return True
    if sentence.form(before) in _BOUNDS or _of_a_find(sentence, at):
        return False
    while before >= 0 and sentence.form(before) in _LEADING:
        before -= 1
    group = sentence.group(before)
    if group is None:
        phrase = sentence.phrase(before)
        over = sentence.group(phrase.start - 1) if phrase is not None else None
        if over is not None and sentence.forms[over.main] in _OTHER_VERBS and sentence.forms[over.main] != "found":
            return False
        return phrase is None or sentence.forms[phrase.head] not in _CREDIT
    verb = sentence.forms[group.main]
    if verb in _OTHER_VERBS:
        return False
    return verb not in speech_verbs() or _announces(sentence, group, at)


def _dates_the_telling(sentence: Sentence, time: Argument, hosts: list[Candidate]) -> bool:
    """Tell whether the time stands at a verb that only speaks of an act told after it: "today said that", "condemned today"."""
    at = next(at for at, start in enumerate(sentence.starts) if start >= time.span.start)
    after = _after(sentence, time)
    if sentence.form(after) == "'s" or any(host.start < at for host in hosts):
        return False
    while at > 0 and sentence.form(at - 1) in _LEADING:
        at -= 1
    beside = (sentence.group(after), sentence.group(at - 1))
    return any(group is not None and _tells(sentence, group) for group in beside)


def _tells(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a verb speaks of an act; "alleged members" is no verb, whatever its tag."""
    if sentence.forms[group.main] == "alleged" and group.end - group.start == 1:
        return sentence.form(group.end) == "that"
    return sentence.forms[group.main] in _telling()


def _of_another_verb(sentence: Sentence, at: int, time: Argument, host: Candidate, hosts: list[Candidate]) -> bool:
    """Tell whether the time is that of a verb which only leads on to a known act: "today offered money in the murder case".

    The act is then a definite noun behind that verb, and the verb is neither a trigger nor one of acting or happening.
    """
    phrase = host.phrase
    if not host.act.noun or phrase is None or phrase.start <= at or not _is_known(sentence, phrase):
        return False
    after = _after(sentence, time)
    if sentence.form(after) == "'s" or any(one is not host and one.start < after for one in hosts):
        return False
    group = _verb_beside(sentence, at, after)
    if group is None or group.main >= host.start or sentence.forms[group.main] in _ACTING:
        return False
    return all(one.group is not group for one in hosts)


def _is_known(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase names what the reader knows already: "the murder", "his kidnapping", "Galan's murder"."""
    return sentence.forms[phrase.start] in _DEFINITE or phrase.owner is not None


def _verb_beside(sentence: Sentence, at: int, after: int) -> VerbGroup | None:
    """Return the verb that stands beside the time, over one adverb, or the first one of a sentence that the time opens."""
    while at > 0 and sentence.form(at - 1) in _LEADING:
        at -= 1
    for token in (after, after + 1 if sentence.form(after).endswith("ly") else after, at - 1):
        group = sentence.group(token)
        if group is not None:
            return group
    return next((one for one in sentence.groups if one.start >= after), None) if at == 0 else None


def _after(sentence: Sentence, time: Argument) -> int:
    """Return the token behind the time: the "'s" of "Monday night's attack"."""
    return next((at for at, start in enumerate(sentence.starts) if start >= time.span.end), len(sentence.forms))


@cache
def _telling() -> frozenset[str]:
    return speaking_of() | speech_verbs().keys()


def _of_a_find(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause says that bodies were found: "were found bound and shot near the town on Sunday"."""
    for group in sentence.groups:
        if sentence.forms[group.main] in {"found", "discovered"} and group.passive and group.end <= at:
            return not {",", ";"} & set(sentence.forms[group.end : at])
    return False


def _joined(sentence: Sentence, times: list[Argument]) -> list[Argument]:
    """Return the times with "Sunday and Monday" as one."""
    joined: list[Argument] = []
    for time in times:
        last = joined[-1] if joined else None
        if last is not None and sentence.text[last.span.end : time.span.start].split() == ["and"]:
            span = replace(last.span, end=time.span.end)
            joined[-1] = replace(last, span=span, head=span, rule="time.several")
        else:
            joined.append(time)
    return joined


def share_times(hosts: list[Candidate]) -> None:
    """Give the time that closes a sentence to the act told before it at another place: "X in A and Y in B on Sunday"."""
    for previous, candidate in itertools.pairwise(hosts):
        apart = candidate.strand - previous.strand >= ELSEWHERE
        if apart and not previous.of_role(ArgumentRole.time):
            previous.arguments.extend(candidate.of_role(ArgumentRole.time))


def _announces(sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Tell whether the verb announces a thing on that day: "announced on Sunday a truce"; the words are then the act."""
    return (
        sentence.forms[group.main] in {"announced", "declared"}
        and sentence.phrase(at + 1) is not None
        and at > group.end
    )


def _in_clause(sentence: Sentence, hosts: list[Candidate], at: int) -> Candidate | None:
    """Return the last verbal trigger before the time with no comma, conjunction or relative between them."""
    before = [one for one in hosts if one.end <= at and not one.act.noun and one.act.frame != "casualty"]
    if not before:
        return None
    host = before[-1]
    nouns = [one for one in hosts if one.act.noun and host.end <= one.start < at]
    if nouns and nouns[-1].start - host.end < at - nouns[-1].end:
        return None
    return None if _BREAKS & set(sentence.forms[host.end : at]) else host


def _not_beyond(sentence: Sentence, hosts: list[Candidate], at: int) -> list[Candidate]:
    """Leave out acts told as done before: "arrived on Sunday, having abandoned their villages"."""
    return [
        one
        for one in hosts
        if one.end <= at or one.group is None or sentence.forms[one.group.start] != "having" or one.act.noun
    ]
