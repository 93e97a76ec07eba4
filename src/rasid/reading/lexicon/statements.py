"""Warnings, threats, condemnations, responsibility claims, denials and assessments: kept, not incidents."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from rasid.model import AssessmentTopic, Span, StatementKind
from rasid.model.reading import ReadStatement
from rasid.reading.lexicon.blame import claimant
from rasid.reading.lexicon.clauses import attached, clause_end
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.phrases import every, first
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.speech import attribution_of, attributions
from rasid.reading.lexicon.spoken import spoken
from rasid.reading.lexicon.subjects import subject
from rasid.reading.lexicon.vocabulary import vocabulary

_ORDER = (
    StatementKind.responsibility_claim,
    StatementKind.denial,
    StatementKind.condemnation,
    StatementKind.threat,
    StatementKind.warning,
)


@cache
def _verbs() -> dict[str, tuple[StatementKind, int]]:
    """Return every form of the statement verbs: form -> (kind, number of words)."""
    table: dict[str, tuple[StatementKind, int]] = {}
    for kind in _ORDER:
        for lemma in vocabulary().cues["statements"][kind.value]["verbs"]:
            for form in verb_forms(lemma):
                table.setdefault(form, (kind, len(form.split())))
    return table


def statements(sentence: Sentence, *, violent: bool) -> list[ReadStatement]:
    """Return the statements of a sentence; `violent` tells that the report speaks of violence at all."""
    if not violent:
        return []
    unique: dict[StatementKind, ReadStatement] = {}
    for one in (*_by_verbs(sentence), *spoken(sentence)):
        unique.setdefault(one.kind, one)
    for one in _by_phrases(sentence, known=set(unique)):
        unique.setdefault(one.kind, one)
    if unique.get(StatementKind.threat) and unique.get(StatementKind.warning):
        del unique[StatementKind.warning]
    said = [one for one in unique.values() if not _nobody(sentence, one)]
    return [*(_by_the_quoted(sentence, one) for one in said), *_assessments(sentence)]


def _by_the_quoted(sentence: Sentence, statement: ReadStatement) -> ReadStatement:
    """Give the words of a "we" to whoever the sentence quotes: "We condemn both attacks," said | the head of the mission."""
    if statement.speaker is None or statement.speaker.quote(sentence.text).lower() not in {"we", "i"}:
        return statement
    said = attribution_of(attributions(sentence), statement.cue)
    if said is None or said.speaker is None or said.speaker.overlaps(statement.speaker):
        return statement
    return replace(statement, speaker=said.speaker)


def _nobody(sentence: Sentence, statement: ReadStatement) -> bool:
    """Tell whether nobody says it: "No group has claimed the attack"."""
    words = statement.speaker.quote(sentence.text).lower().split() if statement.speaker is not None else []
    return bool(words) and words[0] in {"no", "nobody", "none", "neither"}


def _by_verbs(sentence: Sentence) -> list[ReadStatement]:
    found: list[ReadStatement] = []
    for group in sentence.groups:
        claiming = claimant(sentence, group)
        if claiming is not None:
            found.append(
                ReadStatement(
                    kind=StatementKind.responsibility_claim,
                    span=sentence.whole(),
                    cue=sentence.span(group.start, group.end),
                    speaker=sentence.span(claiming.start, of_end(sentence, claiming)),
                    rule="statement.responsibility_claim.claimed_by",
                )
            )
        for width in (4, 3, 2, 1):
            words = sentence.words(group.main, group.main + width)
            kind, size = _verbs().get(words, (None, 0))
            if kind is None or size != width or group.negated or group.tense in {"modal", "future"}:
                continue
            if not _denies_account(sentence, group) or _is_sentence_or_notice(sentence, group):
                break
            speaker = _agent(sentence, group) if group.passive else subject(sentence, group)
            if speaker is None and group.tense != "gerund" and not group.passive:
                break
            found.append(
                ReadStatement(
                    kind=kind,
                    span=sentence.whole(),
                    cue=sentence.span(group.main, group.main + width),
                    speaker=_with_others(sentence, group, speaker) if speaker is not None else None,
                    rule=f"statement.{kind}.{words.replace(' ', '_')}",
                )
            )
            break
    return found


def _agent(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return who speaks in a passive: "was condemned by | the council"."""
    stop = clause_end(sentence, group.end)
    return next((phrase for at, phrase in attached(sentence, group.end, stop=stop) if sentence.form(at) == "by"), None)


_CONDEMNED = frozenset({"condemned", "condemns"})
_TOLD_OF = frozenset({"to", "not", "that", "of", "against", "about", "by"})


def _is_sentence_or_notice(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell a court's or fate's "condemned to death" and a passing "had been warned" from what is condemned and warned of."""
    verb, following = sentence.forms[group.main], sentence.form(group.end)
    if verb in _CONDEMNED and following == "to":
        return True
    warned = _verbs().get(verb, (None, 0))[0] is StatementKind.warning
    return group.tense == "infinitive" or (group.passive and warned and following not in _TOLD_OF - {"by"})


_ACCOUNTS = frozenset(
    """account accounts accusation accusations allegation allegations claim claims charge charges report reports version
    announcement statement statements figures rumour rumours rumor rumors fables lies story stories blame responsibility
    involvement role implication insinuations contention""".split()
)
_POINTING = frozenset({"this", "it", "them", "that", "these", "those"})
_OF_ACCOUNTS = frozenset(
    """rejected rejects rejecting disputed disputes disputing dismissed dismisses dismissing contested contests
    contesting""".split()
)


def _denies_account(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether "reject", "dispute" and "dismiss" are said of an account of an act; other verbs pass, not "condemned to"."""
    if sentence.forms[group.main] not in _OF_ACCOUNTS:
        return sentence.words(group.main, group.end + 1) != "condemned to"
    near = sentence.forms[max(0, group.start - 5) : group.end + 4]
    return bool(_ACCOUNTS & set(near)) or sentence.form(group.end) in _POINTING


def _with_others(sentence: Sentence, group: VerbGroup, speaker: NounPhrase) -> Span:
    """Return the words of the speaker with those joined to it: "the government and its rival"."""
    last = members(sentence, speaker, before=group.start)[-1]
    return sentence.span(speaker.start, max(of_end(sentence, speaker), of_end(sentence, last)))


def _by_phrases(sentence: Sentence, *, known: set[StatementKind]) -> list[ReadStatement]:
    """Return the statement that a fixed phrase makes, of a kind that no verb of the sentence makes."""
    for kind in _ORDER:
        if kind in known:
            continue
        cue = first(sentence, vocabulary().cues["statements"][kind.value]["phrases"])
        if cue is not None:
            return [
                ReadStatement(
                    kind=kind,
                    span=sentence.whole(),
                    cue=cue,
                    speaker=_first_speaker(sentence, cue),
                    rule=f"statement.{kind}.{'_'.join(cue.quote(sentence.text).lower().split())}",
                )
            ]
    return []


def _first_speaker(sentence: Sentence, cue: Span) -> Span | None:
    """Return who stands behind "from" or "by" after the cue, else the subject of the verb inside or before it."""
    behind = next((at for at, start in enumerate(sentence.starts) if start >= cue.end), 0)
    named = sentence.phrase(behind + 1) if sentence.form(behind) in {"from", "by"} else None
    if named is not None:
        return sentence.span(named.start, of_end(sentence, named))
    if behind > 1 and sentence.text[: cue.start].rstrip().endswith(","):
        verb = next((group for group in reversed(sentence.groups) if sentence.ends[group.end - 1] < cue.start), None)
        phrase = subject(sentence, verb) if verb is not None and not verb.passive else None
        return None if phrase is None else sentence.span(phrase.start, of_end(sentence, phrase))
    for group in sentence.groups:
        if sentence.starts[group.start] >= cue.start - 1 or sentence.ends[group.end - 1] >= cue.start:
            phrase = subject(sentence, group)
            return None if phrase is None else sentence.span(phrase.start, of_end(sentence, phrase))
    return None


def _assessments(sentence: Sentence) -> list[ReadStatement]:
    """Return the judgements of a sentence on tactics, capability, territory or trend: one a topic."""
    cues = vocabulary().cues["statements"]
    hits = every(sentence, (*cues["assessment"]["phrases"], *cues["assessment"]["verbs"]))
    if not hits:
        return []
    found = []
    for topic in AssessmentTopic:
        about = every(sentence, cues["topics"][topic.value])
        if any(abs(hit.start - one.start) <= _REACH for hit in hits for one in about):
            found.append(
                ReadStatement(
                    kind=StatementKind.assessment,
                    span=sentence.whole(),
                    cue=about[0],
                    speaker=_judge_of(sentence, about[0]),
                    rule=f"statement.assessment.{topic}",
                    topic=topic,
                )
            )
    return found


def _judge_of(sentence: Sentence, cue: Span) -> Span | None:
    """Return who is said to judge so; None when the report itself does."""
    said = attribution_of(attributions(sentence), cue)
    return None if said is None else said.speaker


_REACH = 160
"""Code points within which a judging phrase and its topic must stand."""
