"""Head word and codebook class of a phrase that the network marked, by the lexicon's grammar and vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

from rasid.model import ArgumentRole, Report, Span
from rasid.reading.lexicon.analyse import analyse
from rasid.reading.lexicon.classify import ending, kind_of
from rasid.reading.lexicon.reader import Seen
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import vocabulary
from rasid.text.letter_case import is_all_capitals

_PRONOUNS = frozenset({"PRP", "PRP$"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase's head and what the codebook calls its kind of thing, if the vocabulary knows it."""

    head: Span
    code: str | None


class Phrases:
    """Sentences of one report; those that the lexicon reader did not analyse are analysed when first asked for."""

    def __init__(self, report: Report, seen: Seen) -> None:
        """Keep the report and what the lexicon reader saw of it."""
        self._report = report
        self._stretches = seen.reading.sentences
        self._known = {sentence.number: sentence for sentence in seen.sentences}

    def span(self, start: int, end: int) -> Span:
        """Return the evidence span of `[start, end)`, code points."""
        return Span(report_id=self._report.report_id, start=start, end=end)

    def whole(self, number: int, words: Span) -> Span:
        """Widen a stretch of a sentence to the noun phrases that it begins and ends in."""
        sentence = self._sentence(number)
        inside = sentence.tokens_in(words.start, words.end)
        if not inside:
            return words
        first, last = sentence.phrase(inside[0]), sentence.phrase(inside[-1])
        return self.span(
            words.start if first is None else min(words.start, sentence.starts[first.start]),
            words.end if last is None else max(words.end, sentence.ends[last.end - 1]),
        )

    def describe(self, role: ArgumentRole, number: int, words: Span) -> Phrase:
        """Return head and class of a phrase in the sentence of that number."""
        sentence = self._sentence(number)
        inside = sentence.tokens_in(words.start, words.end)
        phrase = next((found for at in inside if (found := sentence.phrase(at)) is not None), None)
        if phrase is None:
            return Phrase(words, None)
        head = min(max(phrase.head, inside[0]), inside[-1])
        return Phrase(sentence.span(head, head + 1), _code(role, sentence, phrase, inside[-1] + 1))

    def points_back(self, number: int, words: Span) -> bool:
        """Tell whether a stretch of the sentence is a pronoun: annotation leaves them unmarked where a name stands near."""
        sentence = self._sentence(number)
        return all(sentence.tags[at] in _PRONOUNS for at in sentence.tokens_in(words.start, words.end))

    def _sentence(self, number: int) -> Sentence:
        """Return a sentence with its tokens, tags and chunks."""
        if number not in self._known:
            span = self._stretches[number]
            cased = not is_all_capitals(self._report.text)
            self._known[number] = analyse(self._report, number, span.start, span.end, cased=cased, inside_quote=False)
        return self._known[number]


def _code(role: ArgumentRole, sentence: Sentence, phrase: NounPhrase, end: int) -> str | None:
    table = vocabulary()
    if role is ArgumentRole.weapon:
        for stop in range(end, phrase.start, -1):
            entry = ending(table.weapons, sentence.forms, phrase.start, stop)
            if entry is not None:
                return str(entry)
        return None
    kind = kind_of(table, sentence, phrase)
    return kind.group.target_class if kind.group is not None else None
