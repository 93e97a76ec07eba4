"""Statements that hang on an act told: claims of one's own side, denials of an act, threats of what will be done."""

from __future__ import annotations

from rasid.model import ArgumentRole, EventType, Harm, Span, Stance, StatementKind
from rasid.model.reading import Attribution, ReadStatement
from rasid.reading.lexicon.candidate import Candidate
from rasid.reading.lexicon.classify import kind_of
from rasid.reading.lexicon.incidents import VIOLENT
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import Vocabulary, vocabulary

_OWN = frozenset({"its", "their", "our", "his", "her"})
_SELF = frozenset({"it", "we", "they"})
_NAMING = frozenset({"called", "described", "termed"})
_OF_OTHERS = frozenset("believed reported suspected accused told blamed accuses accuse learned charged".split())
"""Verbs whose subject or hearer is no one who speaks for an act of his own."""
_ARMED = frozenset({"military", "police", "armed_group"})
_MEN = frozenset({"men", "boys", "comrades", "units", "unit", "eagles", "lions", "heroes", "side"})
_BOUND = frozenset({"will", "shall", "would", "going"})
"""Words by which something to come is announced; "can" and "may" announce nothing."""
_AHEAD = frozenset({"status.future", "status.modal"})
_FORCE = VIOLENT | {EventType.security_operation, EventType.seizure}
_STATE = frozenset({"government", "military", "police", "politician"})


def own_words(table: Vocabulary, sentence: Sentence, found: list[Candidate]) -> list[ReadStatement]:
    """Return the statements that the triggers of a sentence make with their attribution, one a kind and speaker."""
    unique: dict[tuple[StatementKind, Span | None], ReadStatement] = {}
    for candidate in found:
        if candidate.event_type not in _FORCE:
            continue
        said = candidate.attribution
        if said is None or said.speaker is None:
            kind, speaker = _unsaid(sentence, candidate), _doer(sentence, candidate)
            cue = sentence.span(candidate.start, candidate.end)
        else:
            kind, speaker, cue = _kind(table, sentence, candidate, said), said.speaker, said.cue
        if kind is not None:
            unique.setdefault((kind, speaker), _statement(sentence, kind, cue, speaker))
    return list(unique.values())


def _unsaid(sentence: Sentence, candidate: Candidate) -> StatementKind | None:
    """Return the statement that a report makes in its own voice: "our forces attacked", "we shall strike"."""
    if candidate.doer is None or not _ours(sentence, candidate.doer):
        return None
    if candidate.dropped in _AHEAD:
        return StatementKind.threat if _announced(sentence, candidate) else None
    return StatementKind.responsibility_claim if candidate.dropped is None else None


def _doer(sentence: Sentence, candidate: Candidate) -> Span | None:
    return None if candidate.doer is None else sentence.span(candidate.doer.start, candidate.doer.end)


def _ours(sentence: Sentence, doer: NounPhrase) -> bool:
    """Tell whether a phrase is "we" or "our fighters"; "our colleagues" and "our children" are no armed side."""
    first, head = sentence.forms[doer.start], sentence.forms[doer.head]
    if first != "our":
        return first == "we"
    group = kind_of(vocabulary(), sentence, doer).group
    return head in _MEN or (group is not None and group.target_class in _ARMED)


def _announced(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether the verb of what lies ahead is one of announcing."""
    group = candidate.group
    return group is not None and bool(_BOUND & set(sentence.forms[group.start : group.end]))


def speaks_for_itself(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell whether those who act are the speaker's own: "claimed that | its fighters", "soldiers claimed to have killed"."""
    said = candidate.attribution
    if said is None or said.speaker is None or said.rule.split(".")[-1] in _NAMING | _OF_OTHERS:
        return False
    if candidate.doer is not None and sentence.forms[candidate.doer.start] == "it" and not candidate.passive:
        return sentence.starts[candidate.doer.start] > said.speaker.end
    for one in candidate.of_role(ArgumentRole.perpetrator):
        words = one.span.quote(sentence.text).lower().split()
        if one.span.overlaps(said.speaker) or (
            one.span.start > said.speaker.end and (words[0] in _OWN or words in (["it"], ["we"]))
        ):
            return True
    return False


def _kind(table: Vocabulary, sentence: Sentence, candidate: Candidate, said: Attribution) -> StatementKind | None:
    if candidate.dropped in _AHEAD and said.stance is not Stance.denied:
        own = _announced(sentence, candidate) and _by_own_side(table, sentence, candidate, said)
        return StatementKind.threat if own else None
    if candidate.dropped == "status.negated" and candidate.act.harm is not Harm.injured:
        return StatementKind.denial
    if candidate.dropped is not None:
        return None
    if speaks_for_itself(sentence, candidate):
        return StatementKind.denial if said.stance is Stance.denied else StatementKind.responsibility_claim
    return None


def _by_own_side(table: Vocabulary, sentence: Sentence, candidate: Candidate, said: Attribution) -> bool:
    """Tell whether those who will act are the speaker's own side: "we", "its fighters", a state's forces for an official."""
    doer = candidate.doer
    if doer is None:
        return False
    first = sentence.forms[doer.start]
    if first in _OWN | _SELF:
        return True
    kind = kind_of(table, sentence, doer)
    speaker = _phrase_at(sentence, said)
    if speaker is None or kind.group is None:
        return False
    voice = kind_of(table, sentence, speaker)
    return voice.group is not None and {kind.group.target_class, voice.group.target_class} <= _STATE


def _phrase_at(sentence: Sentence, said: Attribution) -> NounPhrase | None:
    """Return the phrase that the speaker's words begin with."""
    if said.speaker is None:
        return None
    start = said.speaker.start
    return next((phrase for phrase in sentence.phrases if sentence.starts[phrase.start] == start), None)


def _statement(sentence: Sentence, kind: StatementKind, cue: Span, speaker: Span | None) -> ReadStatement:
    return ReadStatement(kind=kind, span=sentence.whole(), cue=cue, speaker=speaker, rule=f"statement.{kind}.own_side")
