"""Head word and codebook class of a phrase that the network marked, by the lexicon's grammar and vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasid.model import ArgumentRole, Report, Span
from rasid.reading.lexicon.analyse import analyse
from rasid.reading.lexicon.classify import ending, kind_of
from rasid.reading.lexicon.sentence import NounPhrase, Sentence
from rasid.reading.lexicon.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase's head and what the codebook calls its kind of thing, if the vocabulary knows it."""

    head: Span
    code: str | None


class Phrases:
    """Sentences of one report, analysed when first asked for."""

    def __init__(self, report: Report, sentences: Sequence[Span]) -> None:
        """Keep the report and its sentences."""
        self._report = report
        self._sentences = sentences
        self._cased = not report.text[:4000].isupper()
        self._known: dict[int, Sentence] = {}

    def sentence(self, number: int) -> Sentence:
        """Return a sentence with its tokens, tags and chunks."""
        if number not in self._known:
            span = self._sentences[number]
            self._known[number] = analyse(
                self._report, number, span.start, span.end, cased=self._cased, inside_quote=False
            )
        return self._known[number]

    def describe(self, role: ArgumentRole, number: int, start: int, end: int) -> Phrase:
        """Return head and class of the phrase `[start, end)`, code points, in a sentence."""
        sentence = self.sentence(number)
        inside = [at for at, left in enumerate(sentence.starts) if left < end and start < sentence.ends[at]]
        phrase = next((found for at in inside if (found := sentence.phrase(at)) is not None), None)
        if phrase is None:
            return Phrase(Span(report_id=self._report.report_id, start=start, end=end), None)
        head = min(max(phrase.head, inside[0]), inside[-1])
        return Phrase(sentence.span(head, head + 1), _code(role, sentence, phrase, inside[-1] + 1))


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
