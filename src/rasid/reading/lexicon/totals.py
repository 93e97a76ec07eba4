"""Totals told by a verb: "the number of dead has risen to 17", "the dead are eight", "put its losses at 12 dead"."""

from __future__ import annotations

from rasid.model import EventType, Harm, Part
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.participants import HARM_ROLE
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.vocabulary import Act

_RISING = frozenset("risen rose rises climbed climbs reached reaches jumped grown grew increased".split())
_BEING = frozenset("is are was were stands stood totalled totaled".split())
_MAKING = frozenset({"makes", "made", "brings", "brought"})
_PUTTING = frozenset("put puts putting set sets".split())
_TOLLS = frozenset({"number", "toll", "count", "figure", "dead", "deaths", "losses", "casualties", "fatalities"})
_HARMS = {
    "dead": Harm.killed, "killed": Harm.killed, "deaths": Harm.killed, "fatalities": Harm.killed, "died": Harm.killed,
    "wounded": Harm.injured, "injured": Harm.injured, "hurt": Harm.injured, "displaced": Harm.displaced,
    "kidnapped": Harm.abducted, "abducted": Harm.abducted, "arrested": Harm.arrested, "detained": Harm.arrested,
}  # fmt: skip
_BRIDGE = frozenset({"to", "at", "now", "already", "least", "as"})
_ANYBODY = frozenset({"people", "persons", "dead", "deaths", "others", "wounded", "injured", "men"})


def totals(sentence: Sentence) -> list[Candidate]:
    """Return the casualty triggers of such clauses; one that replaces an earlier number is marked as a stated toll."""
    found = []
    for group in sentence.groups:
        number = _number_behind(sentence, group)
        if number is None or group.tense in {"modal", "future", "infinitive"} or group.negated:
            continue
        verb = sentence.forms[group.main]
        harm = _harm_at(sentence, group, number)
        if harm is not None and (_subject_counts(sentence, group, verb) or _put(sentence, group, verb, number)):
            found.append(_candidate(sentence, group, number, harm, new=_replaces(sentence, group, number)))
    return found


def _number_behind(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return the phrase with a number that the verb leads to, over "now" and "to" or, for "put", over what is counted."""
    at = group.end
    if sentence.forms[group.main] in _PUTTING:
        at = next(
            (at for at in range(group.end, min(group.end + 14, len(sentence.forms))) if sentence.form(at) == "at"), at
        )
    while sentence.form(at) in _BRIDGE and (sentence.phrase(at) is None or sentence.tags[at] != "CD"):
        phrase = sentence.phrase(at)
        if phrase is not None and phrase.start == at:
            break
        at += 1
    phrase = sentence.phrase(at)
    if phrase is None or not any(sentence.tags[one] == "CD" for one in range(phrase.start, phrase.end)):
        return None
    return phrase if sentence.tags[phrase.head] == "CD" or sentence.forms[phrase.head] in _ANYBODY else None


def _harm_at(sentence: Sentence, group: VerbGroup, number: NounPhrase) -> Harm | None:
    """Return the harm that is counted: by the word with the number, else by the words that stand before the verb or it."""
    behind = [sentence.forms[number.head], sentence.form(number.end)]
    before = sentence.forms[max(0, group.start - 14) : number.start]
    return next((_HARMS[form] for form in [*behind, *reversed(before)] if form in _HARMS), None)


def _subject_counts(sentence: Sentence, group: VerbGroup, verb: str) -> bool:
    """Tell whether a word for a number of people stands as the subject: "the dead", "the number of people killed"."""
    if verb in _MAKING:
        return sentence.form(group.start - 1) in {"that", "this", "which"}
    heads = {
        sentence.forms[phrase.head] for phrase in sentence.phrases if group.start - 16 <= phrase.start < group.start
    }
    return verb in _RISING | _BEING and bool(heads & _TOLLS)


def _put(sentence: Sentence, group: VerbGroup, verb: str, number: NounPhrase) -> bool:
    return verb in _PUTTING and bool(_TOLLS & set(sentence.forms[group.end : number.start]))


def _replaces(sentence: Sentence, group: VerbGroup, number: NounPhrase) -> bool:
    """Tell whether the number stands in the place of an earlier one: it has risen, holds "now", is "not seven"."""
    verb = sentence.forms[group.main]
    near = sentence.forms[group.start : number.end + 3]
    return verb in _RISING | _MAKING or "now" in near or "not" in near[number.end - group.start :]


def _candidate(sentence: Sentence, group: VerbGroup, number: NounPhrase, harm: Harm, *, new: bool) -> Candidate:
    told = EventType.displacement if harm is Harm.displaced else EventType.attack
    act = Act("total", told, "casualty", "NN", harm=harm, weak=True)
    candidate = Candidate(sentence, group.main, group.main + 1, act, told, "casualty.total")
    candidate.add(HARM_ROLE[harm], number, "casualty.total", part=Part.toll if new else Part.whole)
    return candidate
