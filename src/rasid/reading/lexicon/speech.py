"""Who says it: attribution of a clause to a speaker, with the stance the words lend."""

from __future__ import annotations

from functools import cache
from typing import Any

from rasid.model import Span, Stance
from rasid.model.reading import Attribution
from rasid.reading.lexicon.clauses import members, of_end, subject
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.vocabulary import vocabulary

_STANCES = {"asserted": Stance.asserted, "alleged": Stance.alleged, "denied": Stance.denied, "hedged": Stance.hedged}


@cache
def speech_verbs() -> dict[str, Stance]:
    """Return every form of the verbs of speech with its stance."""
    rows: dict[str, list[str]] = vocabulary().cues["speech"]["verbs"]
    return {form: _STANCES[stance] for stance, lemmas in rows.items() for lemma in lemmas for form in verb_forms(lemma)}


def attributions(sentence: Sentence) -> list[Attribution]:
    """Return every attribution of the sentence: verbs of speech, "according to", adverbs, "blamed on"."""
    return [*_by_verbs(sentence), *_by_phrases(sentence), *_by_adverbs(sentence)]


def _by_verbs(sentence: Sentence) -> list[Attribution]:
    found = []
    for group in sentence.groups:
        stance = speech_verbs().get(sentence.forms[group.main])
        if stance is None or group.tense in {"modal", "infinitive", "future"}:
            continue
        if group.passive and sentence.forms[group.main] not in {
            "reported",
            "said",
            "announced",
            "learned",
            "confirmed",
            "accused",
            "blamed",
        }:
            continue
        speaker = None if group.passive else _speaker(sentence, group)
        if speaker is None and not group.passive:
            continue
        if group.negated and stance is Stance.asserted:
            continue
        found.append(
            Attribution(
                scope=_scope(sentence, group),
                cue=sentence.span(group.start, group.end),
                speaker=speaker,
                stance=stance,
                rule=f"speech.{sentence.forms[group.main]}",
            )
        )
    return found


def _scope(sentence: Sentence, group: VerbGroup) -> Span:
    """Return what the speech verb speaks for: what follows it, or the whole sentence when it closes or parts it."""
    tail = len(sentence.forms) - group.end
    parted = sentence.form(group.start - 1) == "," or any(
        sentence.form(at) == "," for at in range(max(0, group.start - 8), group.start)
    )
    following = next((at for at in range(group.end, len(sentence.forms)) if sentence.form(at) == ","), None)
    if tail <= 8 or (parted and following is not None and following - group.end < 8):
        return sentence.whole()
    return Span(report_id=sentence.report_id, start=sentence.starts[group.end], end=sentence.end)


def _speaker(sentence: Sentence, group: VerbGroup) -> Span | None:
    """Return the words of the speaker: the subject, inverted subject ("said the minister"), with apposition."""
    phrase = subject(sentence, group)
    if phrase is not None and not _can_speak(sentence, phrase):
        phrase = None
    if phrase is None:
        after = sentence.phrase(group.end)
        if after is not None and after.start == group.end and sentence.form(group.start - 1) in {",", '"', "”"}:
            phrase = after if _can_speak(sentence, after) else None
    if phrase is None:
        return None
    end = of_end(sentence, phrase)
    if sentence.form(end) == "," and phrase.end <= group.start:
        apposed = sentence.phrase(end + 1)
        if apposed is not None and sentence.form(of_end(sentence, apposed)) in {","} | {sentence.form(group.start)}:
            end = of_end(sentence, apposed)
    while len(members(sentence, phrase)) > 1 and end <= group.start:
        last = members(sentence, phrase)[-1]
        if last.end <= group.start and last.end > end and sentence.form(last.start - 1) in {"and", "or"}:
            end = of_end(sentence, last)
        break
    return sentence.span(phrase.start, min(end, max(group.start, phrase.end)) if phrase.end <= group.start else end)


def _can_speak(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase can be a speaker: a noun for one, a name or a pronoun."""
    form = sentence.forms[phrase.head]
    sources: list[str] = vocabulary().cues["speech"]["sources"]["nouns"]
    if form in sources or form.endswith(("men", "man", "ists", "ers", "ors")):
        return True
    if sentence.tags[phrase.head] == "PRP":
        return form not in {"it", "i", "we", "you"}
    return (
        sentence.cased
        and sentence.text[sentence.starts[phrase.head]].isupper()
        or not sentence.cased
        and sentence.tags[phrase.head] == "NN"
    )


def _by_phrases(sentence: Sentence) -> list[Attribution]:
    """Read "according to the governor" and "a raid blamed on X" (whose agent is alleged)."""
    found = []
    cues: dict[str, Any] = vocabulary().cues["speech"]
    for at in range(len(sentence.forms)):
        for cue in cues["prepositional"]["asserted"]:
            words = cue.split()
            if sentence.forms[at : at + len(words)] == words:
                phrase = sentence.phrase(at + len(words))
                if phrase is not None:
                    found.append(
                        Attribution(
                            scope=sentence.whole(),
                            cue=sentence.span(at, at + len(words)),
                            speaker=sentence.span(phrase.start, of_end(sentence, phrase)),
                            stance=Stance.asserted,
                            rule=f"speech.{words[0]}",
                        )
                    )
    return found


def _by_adverbs(sentence: Sentence) -> list[Attribution]:
    found = []
    rows: dict[str, list[str]] = vocabulary().cues["speech"]["adverbs"]
    for stance, words in rows.items():
        for at, form in enumerate(sentence.forms):
            if form in words:
                found.append(
                    Attribution(
                        scope=sentence.whole(),
                        cue=sentence.span(at, at + 1),
                        speaker=None,
                        stance=_STANCES[stance],
                        rule=f"speech.{form}",
                    )
                )
    return found


def attribution_of(found: list[Attribution], span: Span) -> Attribution | None:
    """Return the attribution whose scope holds the span: one with a speaker first, then the nearest cue."""
    holding = [one for one in found if one.scope.covers(span) and not one.cue.overlaps(span)]
    if not holding:
        return None
    return min(holding, key=lambda one: (one.speaker is None, abs(one.cue.start - span.start), one.cue.start))
