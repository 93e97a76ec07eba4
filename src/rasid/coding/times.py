"""When an incident happened: its time expressions, the most precise first, else the day on which the story stands."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from rasid.coding.context import Context
from rasid.coding.day_names import of_another
from rasid.model import Claim, DateBasis, DatePrecision, Status, When
from rasid.model.reading import Argument, ArgumentRole, Trigger

_ORDER = tuple(DatePrecision)
_TURNED = re.compile(r"^(?P<length>.*\b(?:days?|weeks?|months?|years?)) (?P<side>after|before)$", re.IGNORECASE)
_OTHER_SIDE = {"after": "earlier", "before": "later"}
_REACH = 6
"""Sentences over which a story stays on the day named last; in letters, long names would part what short ones join."""
_AHEAD_REACH = 2
"""Sentences behind the incident's first one within which the text's first day still dates it."""
_PREPOSITION = re.compile(r"^(?:on|by|from)\s+", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s+of\s(?:(?!\b(?:who|which|that|when|where|while|after|before|since|was|were|is|are|has|have|had|said)\b)[^,.;:()\"\[\]])"
    r"{1,80}?)?\s+on\s+",
    re.IGNORECASE,
)
"""What may stand between an act's name and its day."""
_DAYS = frozenset({"time.day", "time.weekday", "time.near", "time.year"})
_AHEAD = frozenset({Status.planned, Status.threatened})


def times(context: Context, triggers: list[Trigger], *, inferred: bool = True) -> tuple[Claim[When], ...]:
    """Return the claims on the time; an expression that resolves to no day is left out.

    Where the incident's own words give no day, it is the one that the text named last before it, as inferred, if `inferred`.
    """
    found: list[Claim[When]] = []
    stated = False
    for trigger in triggers:
        for argument in _of_act(context, trigger):
            when = _when(context, trigger, argument)
            stated = stated or argument.rule not in {"time.later", "time.since"}
            if when.known and not _to_come(context, trigger, when):
                found.append(_claim(context, argument, when))
    if not found and not stated:
        found = _beside(context, triggers) or (_going_on(context, triggers) if inferred else [])
    return tuple(sorted(found, key=lambda claim: (_ORDER.index(claim.value.precision), claim.evidence)))


def _to_come(context: Context, trigger: Trigger, when: When) -> bool:
    """Tell whether a time lies wholly after the report, which tells the act as done: it belongs to something else."""
    return trigger.status not in _AHEAD and _after(when, context.published)


def _after(when: When, day: date | None) -> bool:
    return when.earliest is not None and day is not None and when.earliest > day


def _when(context: Context, trigger: Trigger, argument: Argument) -> When:
    """Resolve a time of a trigger: a weekday of what is planned lies ahead, "Sunday and Monday" is all from one to the other."""
    words = _words(context, trigger, argument)
    if argument.rule == "time.weekday" and trigger.status in _AHEAD:
        return replace(context.when(f"next {_PREPOSITION.sub('', words)}", argument.span.start), words=words)
    if argument.rule != "time.several":
        when = context.when(words, argument.span.start)
        ahead = _day_ahead(context, trigger, argument) if not when.known else None
        return (
            when if ahead is None else context.resolvers.times.resolve(words, published=context.published, anchor=ahead)
        )
    days = [context.when(part, argument.span.start) for part in words.split(" and ")]
    first, last = days[0].earliest, days[-1].latest
    if first is None or last is None or last < first:
        return days[0]
    return replace(days[0], earliest=first, latest=last, precision=DatePrecision.days, words=words)


def _day_ahead(context: Context, trigger: Trigger, argument: Argument) -> date | None:
    """Return the day that "A day after …" at the head of a sentence counts back from: the next one that the sentence names."""
    if not _turns(context, trigger, argument):
        return None
    sentence = context.reading.sentences[trigger.sentence]
    ahead = (day.single for day in context.days.named if argument.span.end <= day.start and day.end <= sentence.end)
    return next((day for day in ahead if day is not None), None)


def _claim(context: Context, argument: Argument, when: When) -> Claim[When]:
    return Claim(value=when, evidence=(argument.span,), coded_by=context.coded_by, rule=argument.rule, confidence=0.8)


def _of_act(context: Context, trigger: Trigger) -> list[Argument]:
    """Return the time arguments of a trigger; "a day after" before it outdoes the times that stand before that."""
    told = [
        argument
        for argument in trigger.arguments
        if argument.role is ArgumentRole.time and not _of_another(context, argument)
    ]
    turned = [argument for argument in told if _turns(context, trigger, argument)]
    if not turned:
        return told
    return [argument for argument in told if argument.span.start >= turned[-1].span.start]


def _of_another(context: Context, argument: Argument) -> bool:
    """Tell whether a day is that of another thing: "the 8 April elections"."""
    span = argument.span
    return argument.rule in _DAYS and of_another(context.report.text, span.start, span.end, context.acts)


def _turns(context: Context, trigger: Trigger, argument: Argument) -> bool:
    """Tell whether "a day after" leads on to the trigger: the act lies a day before what was told first."""
    return argument.span.end <= trigger.span.start and _TURNED.match(context.quote(argument.span)) is not None


def _words(context: Context, trigger: Trigger, argument: Argument) -> str:
    words = context.quote(argument.span)
    match = _TURNED.match(words) if _turns(context, trigger, argument) else None
    return words if match is None else f"{match['length']} {_OTHER_SIDE[match['side'].lower()]}"


def _beside(context: Context, triggers: list[Trigger]) -> list[Claim[When]]:
    """Return the day that stands behind the name of an act and of whom it struck: "the murder of six priests on 16 November"."""
    for trigger in triggers:
        for day in context.days.named:
            between = context.report.text[trigger.span.end : day.start] if day.start > trigger.span.end else None
            if (
                between is not None
                and _BEHIND.fullmatch(between) is not None
                and not _to_come(context, trigger, day.when)
            ):
                span = replace(trigger.span, start=day.start, end=day.end)
                return [
                    Claim(
                        value=day.when, evidence=(span,), coded_by=context.coded_by, rule="time.beside", confidence=0.6
                    )
                ]
    return []


def _going_on(context: Context, triggers: list[Trigger]) -> list[Claim[When]]:
    """Return the day on which the story stands where the first trigger's sentence begins, or the first one named after it."""
    if any(trigger.status in _AHEAD for trigger in triggers):
        return []
    sentences, number = context.reading.sentences, triggers[0].sentence
    sentence = sentences[number]
    day = context.days.told_before(sentence.start, sentences[max(0, number - _REACH)].start)
    if day is None and not any(named.end <= sentence.start for named in context.days.named):
        day = context.days.told_after(sentence.end, sentences[: number + _AHEAD_REACH + 1][-1].end)
    if day is None or _after(day.when, context.published):
        return []
    span = replace(sentence, start=day.start, end=day.end)
    when = replace(day.when, basis=DateBasis.inferred)
    return [Claim(value=when, evidence=(span,), coded_by=context.coded_by, rule="time.context", confidence=0.4)]
