"""Warnings, threats, condemnations, responsibility claims, denials and assessments: kept, not incidents."""

from __future__ import annotations

import re
from functools import cache

from rasid.model import AssessmentTopic, Span, StatementKind
from rasid.model.reading import ReadStatement
from rasid.reading.lexicon.clauses import of_end, subject
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.sentence import Sentence
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
    found = _by_verbs(sentence) or _by_phrases(sentence)
    return [*found, *_assessments(sentence)]


def _by_verbs(sentence: Sentence) -> list[ReadStatement]:
    found: list[ReadStatement] = []
    for group in sentence.groups:
        for width in (4, 3, 2, 1):
            words = sentence.words(group.main, group.main + width)
            kind, size = _verbs().get(words, (None, 0))
            if kind is None or size != width or group.negated or group.tense in {"modal", "future"}:
                continue
            speaker = subject(sentence, group)
            if speaker is None and group.tense not in {"gerund"} and not group.passive:
                break
            found.append(
                ReadStatement(
                    kind=kind,
                    span=sentence.whole(),
                    cue=sentence.span(group.main, group.main + width),
                    speaker=sentence.span(speaker.start, of_end(sentence, speaker)) if speaker is not None else None,
                    rule=f"statement.{kind}.{words.replace(' ', '_')}",
                )
            )
            break
    return found


def _by_phrases(sentence: Sentence) -> list[ReadStatement]:
    text = sentence.text[sentence.start : sentence.end].lower()
    for kind in _ORDER:
        for phrase in vocabulary().cues["statements"][kind.value]["phrases"]:
            place = re.search(rf"\b{re.escape(phrase)}\b", text)
            if place is not None:
                cue = Span(
                    report_id=sentence.report_id, start=sentence.start + place.start(), end=sentence.start + place.end()
                )
                return [
                    ReadStatement(
                        kind=kind,
                        span=sentence.whole(),
                        cue=cue,
                        speaker=_first_speaker(sentence, cue),
                        rule=f"statement.{kind}.{phrase.replace(' ', '_')}",
                    )
                ]
    return []


def _first_speaker(sentence: Sentence, cue: Span) -> Span | None:
    """Return the subject of the verb inside or before the cue."""
    for group in sentence.groups:
        if sentence.starts[group.start] >= cue.start - 1 or sentence.ends[group.end - 1] >= cue.start:
            phrase = subject(sentence, group)
            return None if phrase is None else sentence.span(phrase.start, of_end(sentence, phrase))
    return None


def _assessments(sentence: Sentence) -> list[ReadStatement]:
    """Return the judgements of a sentence on tactics, capability, territory or trend: one a topic."""
    cues = vocabulary().cues["statements"]
    text = sentence.text[sentence.start : sentence.end].lower().replace("\n", " ")
    hits = [
        place
        for phrase in (*cues["assessment"]["phrases"], *cues["assessment"]["verbs"])
        if (place := re.search(rf"\b{re.escape(phrase)}\b", text)) is not None
    ]
    if not hits:
        return []
    found = []
    for topic in AssessmentTopic:
        words = cues["topics"][topic.value]
        about = [place for word in words if (place := re.search(rf"\b{re.escape(word)}\b", text)) is not None]
        if about and _judged(topic, about, hits):
            first = min(about, key=lambda place: place.start())
            cue = Span(
                report_id=sentence.report_id, start=sentence.start + first.start(), end=sentence.start + first.end()
            )
            found.append(
                ReadStatement(
                    kind=StatementKind.assessment,
                    span=sentence.whole(),
                    cue=cue,
                    speaker=None,
                    rule=f"statement.assessment.{topic}",
                    topic=topic,
                )
            )
    return found


_REACH = 160
"""Code points within which a judging phrase and its topic must stand."""


def _judged(topic: AssessmentTopic, about: list[re.Match[str]], hits: list[re.Match[str]]) -> bool:
    """Tell whether a judging phrase stands near a word of the topic."""
    return any(abs(hit.start() - place.start()) <= _REACH for hit in hits for place in about) and topic is not None
