"""Report text into sentences that the grammar can work on."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rasid.learn.perceptron import Tagger
from rasid.learn.tagger_files import read_tagger
from rasid.model import Report
from rasid.reading.lexicon.chunks import noun_phrases
from rasid.reading.lexicon.joined import join_names
from rasid.reading.lexicon.sentence import Sentence
from rasid.reading.lexicon.tags import mend
from rasid.reading.lexicon.verb_groups import verb_groups
from rasid.text.sentences import sentences
from rasid.text.tokens import tokenise

_MAX_TOKENS = 400
"""A "sentence" with more tokens is a table or a list; only its first tokens are read, in bounded time."""


@cache
def tagger() -> Tagger:
    """Load the part-of-speech tagger shipped with rasid; once a process."""
    return read_tagger(files("rasid.data") / "models" / "tagger-en")


def split(report: Report) -> list[tuple[int, int]]:
    """Return the sentences of a report as half-open code-point stretches."""
    return sentences(report.text)


def analyse(report: Report, number: int, start: int, end: int, *, cased: bool, inside_quote: bool) -> Sentence:
    """Tokenise, tag and chunk one sentence; `inside_quote` tells that a quotation is open where it begins."""
    tokens = tokenise(report.text, start, end)[:_MAX_TOKENS]
    forms = [token.form for token in tokens]
    tags = tagger().tag(forms)
    mend(forms, tags, [cased and at > 0 and report.text[token.start].isupper() for at, token in enumerate(tokens)])
    phrases = join_names(forms, noun_phrases(forms, tags))
    phrase_at = [-1] * len(forms)
    for index, phrase in enumerate(phrases):
        phrase_at[phrase.start : phrase.end] = [index] * (phrase.end - phrase.start)
    groups = verb_groups(forms, tags, phrase_at)
    group_at = [-1] * len(forms)
    for index, group in enumerate(groups):
        group_at[group.start : group.end] = [index] * (group.end - group.start)
    return Sentence(
        number=number,
        report_id=report.report_id,
        text=report.text,
        start=start,
        end=end,
        forms=forms,
        starts=[token.start for token in tokens],
        ends=[token.end for token in tokens],
        tags=tags,
        phrases=phrases,
        groups=groups,
        phrase_at=phrase_at,
        group_at=group_at,
        quoted=quotation(forms, open_before=inside_quote),
        cased=cased,
    )


def quotation(forms: list[str], *, open_before: bool) -> list[bool]:
    """Mark the tokens inside double quotation marks; straight marks toggle, curly ones open and close."""
    inside, marks = open_before, []
    for form in forms:
        if form in {"“", "«"}:
            inside = True
        elif form in {"”", "»"}:
            inside = False
        elif form == '"':
            inside = not inside
        marks.append(inside)
    return marks
