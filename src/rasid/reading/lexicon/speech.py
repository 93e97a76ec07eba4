"""Who says it: attribution of a clause to a speaker, with the stance the words lend."""

from __future__ import annotations

from functools import cache
from typing import Any

from rasid.model import Span, Stance
from rasid.model.reading import Argument, Attribution
from rasid.reading.lexicon.classify import body_ending
from rasid.reading.lexicon.clauses import attached, clause_end
from rasid.reading.lexicon.evidence import of_speaker
from rasid.reading.lexicon.extent import of_end
from rasid.reading.lexicon.inflect import verb_forms
from rasid.reading.lexicon.lists import members
from rasid.reading.lexicon.sentence import NounPhrase, Sentence, VerbGroup
from rasid.reading.lexicon.subjects import subject
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


_REPORTED_BY = frozenset(
    """reported said announced learned confirmed accused blamed documented disclosed recorded described verified""".split()
)
_NAMING = frozenset({"called", "described", "termed", "labelled", "labeled", "dubbed"})


def _by_verbs(sentence: Sentence) -> list[Attribution]:
    found = []
    for group in sentence.groups:
        verb = sentence.forms[group.main]
        stance = Stance.asserted if _names(sentence, group) or _counts(sentence, group) else speech_verbs().get(verb)
        if stance is None or group.tense in {"modal", "infinitive", "future"} or _takes_credit(sentence, group):
            continue
        if group.passive and verb not in _REPORTED_BY:
            continue
        speaker = _agent(sentence, group) if group.passive or _reduced(sentence, group) else _speaker(sentence, group)
        if speaker is None and not group.passive:
            continue
        if group.negated and stance is Stance.asserted:
            continue
        found.append(
            Attribution(
                scope=_scope(sentence, group, stance),
                cue=sentence.span(group.start, group.end),
                speaker=speaker,
                stance=stance,
                rule=f"speech.{verb}",
            )
        )
    return found


def _names(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb gives what is told a name: "in what police called | a coordinated attack"."""
    if sentence.forms[group.main] not in _NAMING or group.passive:
        return False
    phrase = sentence.phrase(group.start - 1)
    named = phrase is not None and sentence.tags[phrase.head] != "PRP"
    return named and phrase is not None and sentence.form(phrase.start - 1) == "what"


def _counts(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb gives a number: "police put the dead | at 11"."""
    if sentence.forms[group.main] not in {"put", "puts"} or group.passive:
        return False
    return sentence.phrase(group.end) is not None and bool(
        {"dead", "toll", "number", "count", "deaths", "wounded", "casualties"}
        & set(sentence.forms[group.end : group.end + 6])
    )


def _takes_credit(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether the verb claims responsibility, a statement and no account, or declares a thing ("a ceasefire")."""
    following = sentence.phrase(group.end)
    if sentence.forms[group.main] in {"declared", "declares", "declare"}:
        return following is not None
    if sentence.forms[group.main] in {"announced", "announce"} and following is not None:
        return sentence.forms[following.head] in _AGREEMENTS
    return sentence.form(group.end) in {"responsibility", "credit"}


_AGREEMENTS = frozenset("truce ceasefire cease-fire armistice pact".split())


def _reduced(sentence: Sentence, group: VerbGroup) -> bool:
    """Tell whether a participle stands to its noun: "fighters | accused by residents of shooting"."""
    accusing = speech_verbs().get(sentence.forms[group.main]) is Stance.alleged
    return accusing and group.tense in {"participle", "past"} and sentence.form(group.end) == "by"


def _agent(sentence: Sentence, group: VerbGroup) -> Span | None:
    """Return the speaker behind "by" after a passive: "was announced on Tuesday by | the army"."""
    for preposition, phrase in attached(sentence, group.end, stop=clause_end(sentence, group.end)):
        if sentence.form(preposition) == "by" and sentence.form(preposition - 1) != "killed":
            return sentence.span(phrase.start, of_end(sentence, phrase))
    return None


def _scope(sentence: Sentence, group: VerbGroup, stance: Stance) -> Span:
    """Return what the speech verb speaks for: what follows it, or the whole sentence when it closes or parts it.

    A verb of accusing or denying never speaks for what stands before it; a passive one speaks for its subject.
    """
    if _names(sentence, group) or _counts(sentence, group) or (group.passive and stance is Stance.asserted):
        return sentence.whole()
    tail = len(sentence.forms) - group.end
    parted = sentence.form(group.start - 1) == "," or any(
        sentence.form(at) == "," for at in range(max(0, group.start - 8), group.start)
    )
    following = next((at for at in range(group.end, len(sentence.forms)) if sentence.form(at) == ","), None)
    reports = sentence.form(group.end) == "that"
    if (
        stance is Stance.asserted
        and not reports
        and (tail <= 8 or (parted and following is not None and following - group.end < 8))
    ):
        return sentence.whole()
    return Span(
        report_id=sentence.report_id, start=sentence.starts[min(group.end, len(sentence.forms) - 1)], end=sentence.end
    )


def _speaker(sentence: Sentence, group: VerbGroup) -> Span | None:
    """Return the words of the speaker: the subject, inverted subject ("said the minister"), with apposition."""
    phrase = _inverted_speaker(sentence, group) or _closing_speaker(sentence, group) or subject(sentence, group)
    if phrase is not None and not _can_speak(sentence, phrase) and not _says(sentence, group, phrase):
        phrase = None
    if phrase is None:
        after = sentence.phrase(group.end)
        if after is not None and after.start == group.end and sentence.form(group.start - 1) in {",", '"', "”"}:
            told = sentence.forms[group.main] in _SAYING and sentence.tags[after.start] == "DT"
            phrase = after if told or _can_speak(sentence, after) else None
    if phrase is None:
        return None
    end = of_end(sentence, phrase)
    if sentence.form(end) == "," and phrase.end <= group.start:
        apposed = sentence.phrase(end + 1)
        if apposed is not None and sentence.form(of_end(sentence, apposed)) in {","} | {sentence.form(group.start)}:
            end = of_end(sentence, apposed)
    if phrase.end <= group.start:
        last = members(sentence, phrase, before=group.start)[-1]
        if last.end > end and sentence.form(last.start - 1) in {"and", "or"}:
            end = of_end(sentence, last)
    return sentence.span(phrase.start, min(end, max(group.start, phrase.end)) if phrase.end <= group.start else end)


def _inverted_speaker(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return the phrase right behind the verb of an aside or a tail: "…, said | the mayor."."""
    after = sentence.phrase(group.end)
    if after is None or after.start != group.end or sentence.form(group.start - 1) not in {",", '"', "”"}:
        return None
    if sentence.forms[group.main] in {"told", "tells"} or sentence.form(of_end(sentence, after)) not in {",", ".", ""}:
        return None
    return after if _can_speak(sentence, after) else None


_SAYING = frozenset({"said", "says", "told", "tells", "reported", "announced"})


def _closing_speaker(sentence: Sentence, group: VerbGroup) -> NounPhrase | None:
    """Return the phrase behind the last comma of a sentence that closes "…, a nurse at the hospital said"."""
    if sentence.forms[group.main] not in _SAYING or len(sentence.forms) - group.end > 7:
        return None
    comma = next((at for at in range(group.start - 1, 0, -1) if sentence.form(at) == ","), None)
    phrase = sentence.phrase(comma + 1) if comma is not None else None
    if comma is None or phrase is None or phrase.start != comma + 1 or sentence.tags[phrase.head] == "PRP":
        return None
    return phrase


def _says(sentence: Sentence, group: VerbGroup, phrase: NounPhrase) -> bool:
    """Tell whether a phrase stands right before a plain verb of saying, so that it speaks whatever it is called."""
    if sentence.forms[group.main] not in _SAYING or sentence.tags[phrase.head] not in {"NN", "NNS"}:
        return False
    return _with_place(sentence, phrase) == group.start or phrase == _closing_speaker(sentence, group)


def _with_place(sentence: Sentence, phrase: NounPhrase) -> int:
    """Return the end of a phrase with where it is: "a nurse | at the hospital | said"."""
    end = of_end(sentence, phrase)
    while sentence.form(end) in {"at", "in", "from", "with", "for"}:
        inner = sentence.phrase(end + 1)
        if inner is None or inner.start != end + 1:
            break
        end = of_end(sentence, inner)
    return end


def _can_speak(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Tell whether a phrase can be a speaker: a noun for one, a name or a pronoun."""
    form = sentence.forms[phrase.head]
    sources: list[str] = vocabulary().cues["speech"]["sources"]["nouns"]
    if form in sources or form.endswith(("men", "man", "ists", "ers", "ors")):
        return True
    if sentence.tags[phrase.head] == "PRP":
        return form not in {"it", "i", "we", "you"}
    if not sentence.cased:
        return sentence.tags[phrase.head] == "NN"
    if any(sentence.text[sentence.starts[at]].isupper() for at in range(phrase.start, phrase.head + 1) if at):
        return True
    return body_ending(vocabulary(), sentence.forms, phrase.start, phrase.head + 1) is not None


def _by_phrases(sentence: Sentence) -> list[Attribution]:
    """Read "according to the governor" and "a raid blamed on X" (whose agent is alleged)."""
    found = []
    cues: dict[str, Any] = vocabulary().cues["speech"]
    openers = {cue.split()[0]: cue.split() for cue in cues["prepositional"]["asserted"]}
    for at, form in enumerate(sentence.forms):
        if form in openers:
            words = openers[form]
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


def not_of_speakers(sentence: Sentence, places: list[Argument], said: list[Attribution]) -> list[Argument]:
    """Leave out where a speaker is, if the sentence names another place: "…, and prosecutors | in Kyiv | said they had …"."""
    speakers = [one.speaker for one in said if one.speaker is not None]
    kept = [one for one in places if not any(of_speaker(sentence.text, speaker, one.span) for speaker in speakers)]
    return kept or places


_COUNTING = frozenset({"speech.put", "speech.puts"})
"""Verbs that give a number and say who gives it: "police | put | the dead at 11"."""


def attribution_of(found: list[Attribution], span: Span) -> Attribution | None:
    """Return the attribution whose scope holds the span: one with a speaker first, then the nearest cue."""
    holding = [one for one in found if one.scope.covers(span) and (one.rule in _COUNTING or not one.cue.overlaps(span))]
    if not holding:
        return None
    return min(holding, key=lambda one: (one.speaker is None, abs(one.cue.start - span.start), one.cue.start))
