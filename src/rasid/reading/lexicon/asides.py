"""Places and times that are not those of the act: where people come from, where they died later, until when was counted."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType
from rasid.model.reading import Argument
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import ARMED, kind_of
from rasid.reading.lexicon.discourse import presupposed
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.speech import speech_verbs
from rasid.reading.lexicon.strands import ANSWERED, answered
from rasid.reading.lexicon.vocabulary import Vocabulary

_UNTIL = frozenset({"to", "by", "of", "until", "till"})
_STEMMING = frozenset("be is are was were been come comes came coming hail hails hailed".split())
_COURT = frozenset("sentenced jailed convicted charged tried indicted acquitted extradited pleaded remanded".split())
_BRANCHED = frozenset("qaeda qaida al-qaeda al-qaida state isis isil taliban province brotherhood".split())
"""Heads of organisations whose branches are called after a region: "Islamic State in the Greater Sahara"."""
_BEDS = frozenset({"hospital", "hospitals", "clinic", "clinics"})


def is_origin(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase only says whence people are: "armed youth from the Pibor area", "al Qaeda in the Peninsula"."""
    before = sentence.phrase(phrase.start - 2)
    if _is_seat(vocabulary, sentence, phrase, before):
        return True
    if before is not None and before.end == phrase.start - 1 and sentence.forms[before.head] in _BRANCHED:
        return sentence.form(phrase.start - 1) in {"in", "of"}
    if sentence.form(phrase.start - 1) == "of" and before is not None and before.end == phrase.start - 1:
        kind = kind_of(vocabulary, sentence, before)
        return kind.group is not None and kind.group.target_class in ARMED
    if sentence.form(phrase.start - 1) != "from" or sentence.form(phrase.start - 2) in {
        "km",
        "kilometres",
        "kilometers",
        "miles",
    }:
        return False
    group = sentence.group(phrase.start - 2)
    if group is not None and sentence.forms[group.main] in _STEMMING:
        return True
    people = sentence.phrase(phrase.start - 2)
    return (
        people is not None and people.end == phrase.start - 1 and kind_of(vocabulary, sentence, people).name == "people"
    )


def _is_seat(vocabulary: Vocabulary, sentence: Sentence, phrase: NounPhrase, before: NounPhrase | None) -> bool:
    """Tell whether a place says only where a speaker sits, in a clause of its own: ", and prosecutors in | Kyiv | said"."""
    group = sentence.group(phrase.end)
    if group is None or before is None or before.end != phrase.start - 1 or sentence.form(before.start - 1) != "and":
        return False
    return sentence.forms[group.main] in speech_verbs() and kind_of(vocabulary, sentence, before).name == "people"


def is_aside(host: Candidate, extra: Argument, role: ArgumentRole) -> bool:
    """Tell whether a place or time does not belong to the act that the nearest trigger tells.

    A death in hospital is elsewhere ("died in hospitals in Mogadishu"), and a number is counted up to a time that is not
    that of the act ("up to this evening … 31 dead").
    """
    sentence = host.sentence
    if role is ArgumentRole.place and extra.rule == "place.to" and _of_other_verb(host, extra):
        return True
    if role is ArgumentRole.tactic and _of_other_clause(host, extra):
        return True
    if role is ArgumentRole.place and host.act.frame == "victim":
        return bool(_BEDS & set(_forms(sentence, sentence.ends[host.end - 1], extra.span.end)))
    if host.act.noun and extra.span.end <= sentence.starts[host.start] and _in_court(sentence, extra, host):
        return True
    if role is not ArgumentRole.time or host.act.frame != "casualty":
        return False
    before = _forms(sentence, sentence.start, extra.span.start)[-2:]
    return bool(before) and (before[-1] in _UNTIL or before[0] in {"up", "as"})


def _of_other_clause(host: Candidate, extra: Argument) -> bool:
    """Tell whether ", and" and another subject with its verb stand between: ", and police | set up | roadblocks"."""
    sentence, end = host.sentence, host.sentence.ends[host.end - 1]
    for group in sentence.groups:
        subject = sentence.phrase(group.start - 1)
        if group is host.group or subject is None or not end <= sentence.starts[group.start] < extra.span.start:
            continue
        named = sentence.tags[subject.head] != "PRP" and sentence.words(subject.start - 2, subject.start) == ", and"
        if named and group.tense in {"past", "present", "participle"}:
            return True
    return False


def _of_other_verb(host: Candidate, extra: Argument) -> bool:
    """Tell whether another verb than the trigger leads to a place: "condemned the raid and offered to fly help to Goma"."""
    sentence, end = host.sentence, host.sentence.ends[host.end - 1]
    between = [
        group
        for group in sentence.groups
        if end <= sentence.starts[group.start] and sentence.ends[group.end - 1] <= extra.span.start
    ]
    return any(group is not host.group for group in between)


def _in_court(sentence: Sentence, extra: Argument, host: Candidate) -> bool:
    """Tell whether a place or time is that of a trial: "sentenced by a court in Garissa on Wednesday for the kidnapping"."""
    start = sentence.starts[host.start]
    verbs = [group for group in sentence.groups if sentence.starts[group.start] < start]
    tried = [group for group in verbs if sentence.forms[group.main] in _COURT]
    return bool(tried) and any(sentence.ends[group.end - 1] <= extra.span.start for group in tried)


def open_to(candidates: list[Candidate], extra: Argument) -> list[Candidate]:
    """Return the triggers that may take a circumstance: what the sentence answers is told in its opening alone."""
    candidates = [one for one in candidates if not _only_named(one, extra)] or candidates
    if all(one.strand != ANSWERED for one in candidates):
        return candidates
    sentence = candidates[0].sentence
    start, end = answered(sentence)
    inside = sentence.starts[start] <= extra.span.start < sentence.ends[end - 1]
    return [one for one in candidates if (one.strand == ANSWERED) is inside] or candidates


def leaves(candidate: Candidate) -> bool:
    """Tell whether people are said to have left before: "arrived in Pemba, | having abandoned | their villages"."""
    group = candidate.group
    perfect = group is not None and candidate.sentence.forms[group.start] in {"having", "had"}
    return candidate.event_type is EventType.displacement and not candidate.act.noun and perfect


def arrives(candidate: Candidate, extra: Argument) -> bool:
    """Tell whether a place or time is that of the arrival of those who fled."""
    arrived = candidate.event_type is EventType.displacement and candidate.act.lemma in {"arrive", "reach"}
    return arrived and extra.role in {ArgumentRole.place, ArgumentRole.time}


def _only_named(candidate: Candidate, extra: Argument) -> bool:
    """Tell whether a comma parts a circumstance from an act that is only named: "On the night of the raid, … outside Raqqa"."""
    if not presupposed(candidate):
        return False
    end = candidate.sentence.ends[candidate.end - 1]
    return extra.span.start >= end and "," in candidate.sentence.text[end : extra.span.start]


def led_to(candidates: list[Candidate], extra: Argument) -> Candidate | None:
    """Return the trigger that "a day after" leads on to: the first one behind it, where no comma parts them."""
    if extra.rule != "time.later":
        return None
    for candidate in candidates:
        sentence = candidate.sentence
        if sentence.starts[candidate.start] >= extra.span.end:
            words = extra.span.quote(sentence.text).lower()
            between = sentence.text[extra.span.end : sentence.starts[candidate.start]]
            return candidate if words.endswith((" after", " before")) and "," not in between else None
    return None


def _forms(sentence: Sentence, start: int, end: int) -> list[str]:
    """Return the forms of the tokens that lie between two code points."""
    return [form for at, form in enumerate(sentence.forms) if start <= sentence.starts[at] and sentence.ends[at] <= end]
