"""Who makes a statement, where the words only point: "we" is who publishes, "he" whoever was last said to speak."""

from __future__ import annotations

from rasid.coding.context import Context
from rasid.model import Span, Speaker
from rasid.model.reading import ReadStatement

_FIRST = frozenset({"we", "i", "our"})
_THIRD = frozenset({"he", "she", "it", "they"})
_QUOTES = '"“”'
_REACH = 700
"""Code points over which "he" still means whoever spoke last: a paragraph or two."""


def speaker_of(context: Context, statement: ReadStatement) -> Speaker | None:
    """Return the speaker of a statement, pronouns resolved where the text or its publisher tells whom they mean."""
    country = context.countries[0] if context.countries else None
    speaker = context.speaker(statement.speaker, country)
    if speaker is None or statement.speaker is None:
        return speaker
    first = speaker.words.lower().split()[0]
    if first in _FIRST and not _quoted(context, statement.span):
        return _publisher(context, speaker, country)
    if first in _THIRD and speaker.words.lower() == first:
        before = _spoken_before(context, statement.speaker)
        return context.speaker(before, country) if before is not None else speaker
    return speaker


def _quoted(context: Context, sentence: Span) -> bool:
    """Tell whether a sentence stands in or holds a quotation, by the quotation marks of its paragraph up to its end."""
    text = context.report.text
    paragraph = text.rfind("\n\n", 0, sentence.start) + 1
    return any(sign in _QUOTES for sign in text[paragraph : sentence.end])


def _publisher(context: Context, speaker: Speaker, country: str | None) -> Speaker:
    """Return the speaker as the body that publishes the text in its own name, if that is known."""
    name = context.report.publisher
    if name is None:
        return speaker
    actor = context.who(name, country)
    return Speaker(words=name, span=speaker.span, actor=actor if actor.actor_id is not None else None)


def _spoken_before(context: Context, pronoun: Span) -> Span | None:
    """Return the last speaker told before a pronoun who is no pronoun, of an incident or a statement."""
    told = [trigger.attribution.speaker for trigger in context.reading.triggers if trigger.attribution is not None]
    told += [one.speaker for one in context.reading.statements]
    near = [
        span
        for span in told
        if span is not None
        and pronoun.start - _REACH <= span.start
        and span.end <= pronoun.start
        and context.quote(span).lower().split()[0] not in _FIRST | _THIRD
    ]
    return max(near, key=lambda span: span.start, default=None)
