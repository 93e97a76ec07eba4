"""Statements told by a verb of speech and what it says: judging by name, counsel, denying, threatening whoever does a thing."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rasid.model import StatementKind
from rasid.model.reading import ReadStatement
from rasid.reading.lexicon.classify import kind_of
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.phrases import pattern
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import vocabulary

_FINITE = frozenset({"past", "present", "progressive", "participle", "gerund"})
_NEAR = 90
"""Code points behind a verb within which the name that it gives an act stands."""
_WHOEVER = re.compile(
    r"\b(?:those|whoever|anyone|anybody|everyone|all|persons?|people|any (?:\w+ ){1,2})\s*(?:who\b|that\b|which\b)?[^.;]{0,90}?"
    r"\b(?:will|would|shall)\s+(?:all\s+)?(?:be\s+(?:treated|counted|struck|killed|punished|dealt|attacked|targeted|regarded|hit|shot|sprayed"
    r"|considered|hunted)|answer\s+for|pay|regret|die|face|meet|burn)\b",
    re.IGNORECASE,
)
"""What is announced to all who do a thing: "whoever is found will be treated like the soldiers"."""
_NONE = re.compile(
    r"\s*,?\s*(?:that\s+)?(?:(?:there\s+(?:was|were|is|are|had been|has been)\s+(?:never\s+)?(?:no|not\s+(?:a|one|any)))"
    r"|no|none|not\s+a\s+single|nobody|no\s+one|at\s+no\s+(?:time|moment)|never)\s+(?P<what>[\w’'-]+)",
    re.IGNORECASE,
)
_NOT_DENIED = frozenset(
    """one casualty casualties death deaths injury injuries group arrests arrest suspect suspects damage details detail motive
    further immediate longer more other claim claims fatalities losses evidence sign signs indication indications need
    threat danger information doubt word victims survivors link was were had has has been is organisation organization
    decision reason explosives comment""".split()
)
"""What a report without harm or news is about: "police said no one was hurt" denies nothing."""
_PARTIES = frozenset({"military", "police", "government", "armed_group", "politician"})


class _Tables(NamedTuple):
    calling: frozenset[str]
    saying: frozenset[str]
    counsel: frozenset[str]
    fearing: frozenset[str]
    rejecting: frozenset[str]
    disapproval: re.Pattern[str]
    falsehood: re.Pattern[str]
    caution: re.Pattern[str]
    account: re.Pattern[str]


@cache
def _tables() -> _Tables:
    rows = vocabulary().cues["statements"]["spoken"]

    def forms(name: str) -> frozenset[str]:
        return frozenset(form for lemma in rows[name] for form in verb_forms(lemma))

    return _Tables(
        calling=forms("calling"), saying=forms("saying"), counsel=forms("counsel"), fearing=forms("fearing"),
        rejecting=forms("rejecting"), disapproval=pattern(tuple(rows["disapproval"])), falsehood=pattern(tuple(rows["falsehood"])),
        caution=pattern(tuple(rows["caution"])), account=pattern(tuple(rows["account"])),
    )  # fmt: skip


def spoken(sentence: Sentence) -> list[ReadStatement]:
    """Return the statements that verbs of speech make by what they say, at most one a verb."""
    found = []
    for group in sentence.groups:
        if group.tense not in _FINITE or group.passive or group.negated:
            continue
        told = _kind(sentence, group)
        speaker = subject(sentence, group) if told is not None else None
        if told is None or speaker is None or not _may_say(sentence, speaker, told):
            continue
        found.append(
            ReadStatement(
                kind=told,
                span=sentence.whole(),
                cue=sentence.span(group.start, group.end),
                speaker=sentence.span(speaker.start, of_end(sentence, speaker)),
                rule=f"statement.{told}.{sentence.forms[group.main]}",
            )
        )
    return found


def _kind(sentence: Sentence, group: VerbGroup) -> StatementKind | None:
    """Return what kind of statement a verb makes with the words behind it."""
    table, verb = _tables(), sentence.forms[group.main]
    tail = sentence.text[sentence.ends[group.end - 1] : sentence.end]
    near = tail[:_NEAR]
    if verb in table.saying and _WHOEVER.search(tail):
        return StatementKind.threat
    if verb in table.rejecting:
        return StatementKind.denial if table.account.search(near) else None
    if verb in table.calling | table.saying and table.falsehood.search(near if verb in table.calling else tail):
        return StatementKind.denial
    if verb in table.calling and table.disapproval.search(near):
        return StatementKind.condemnation
    if (verb in table.counsel and table.caution.search(near)) or (verb in table.fearing and " that " in tail[:8]):
        return StatementKind.warning
    none = _NONE.match(tail) if verb in table.saying else None
    return StatementKind.denial if none is not None and none["what"].lower() not in _NOT_DENIED else None


def _may_say(sentence: Sentence, speaker: NounPhrase, kind: StatementKind) -> bool:
    """Tell whether a speaker can make such a statement: only a party can deny or threaten by saying how things are."""
    if kind not in {StatementKind.denial, StatementKind.threat}:
        return sentence.forms[speaker.head] != "there"
    if sentence.tags[speaker.head] == "PRP" or _is_name(sentence, speaker):
        return True
    group = kind_of(vocabulary(), sentence, speaker).group
    return sentence.forms[speaker.head] in _VOICES or (group is not None and group.target_class in _PARTIES)


def _is_name(sentence: Sentence, phrase: NounPhrase) -> bool:
    head = sentence.text[sentence.starts[phrase.head]]
    return sentence.cased and head.isupper()


_VOICES = frozenset(
    """spokesman spokeswoman spokesperson command ministry minister officer commander governor source secretary army office
    division force forces movement group administration palace faction authorities side general staff official statement
    service centre center press communique""".split()
)
