"""Where an incident happened: its place phrases, else a place named beside it, else the dateline."""

from __future__ import annotations

import re

from rasid.coding import unlisted
from rasid.coding.context import Context, may_hold
from rasid.coding.implied_places import RESIDENTS, implied
from rasid.coding.located import Located
from rasid.coding.place_context import area, around, dateline, named_in, titled, told_before
from rasid.model import Claim, PlacePrecision, Span, Where
from rasid.model.reading import Argument, ArgumentRole, Trigger

_FINENESS = {
    PlacePrecision.exact: 0,
    PlacePrecision.town: 1,
    PlacePrecision.district: 2,
    PlacePrecision.region: 3,
    PlacePrecision.admin1: 4,
    PlacePrecision.country: 5,
}


def places(context: Context, triggers: list[Trigger], *, fallback: bool = True) -> tuple[Claim[Where], ...]:
    """Return the claims on the place, the finest first; confidence tells how directly the text ties it to the act."""
    found = _told(context, triggers)
    if not _fine(found):
        found += _beside(context, triggers) or _implied(context, triggers) or _of_office(context, triggers)
    if not found and fallback:
        found = _where_the_story_stands(context, triggers)
    return tuple(
        sorted(_unique(found), key=lambda claim: (-claim.confidence, _FINENESS[claim.value.precision], claim.evidence))
    )


def _where_the_story_stands(context: Context, triggers: list[Trigger]) -> list[Claim[Where]]:
    """Return the place told last before the incident, else a name near it, that of the title or the dateline."""
    sentence = _sentence(context, triggers[0])
    rows = (
        ("place.context", 0.4, told_before(context, sentence.start) or around(context, sentence)),
        ("place.title", 0.35, titled(context)),
        ("place.dateline", 0.3, dateline(context)),
    )
    for rule, confidence, row in rows:
        if row is not None:
            return [_claim(context, row[0], row[1], rule, confidence)]
    return []


def _told(context: Context, triggers: list[Trigger]) -> list[Claim[Where]]:
    """Return the claims on the place phrases of the triggers; what holds an unlisted place gives way to it."""
    listed: list[tuple[Argument, Where]] = []
    unknown: list[tuple[Argument, str]] = []
    for trigger in triggers:
        for argument in trigger.arguments:
            if argument.role is not ArgumentRole.place or _aside(context, trigger, argument):
                continue
            where, name = context.meant(context.quote(argument.span))
            if argument.rule == "place.object":
                name = None
            if where is not None:
                listed.append((argument, where))
            elif name is not None:
                unknown.append((argument, name))
    claims = {argument.span: _claim(context, argument.span, where, argument.rule, 0.8) for argument, where in listed}
    for argument, name in unknown:
        words = context.quote(argument.span)
        within = context.where(words)
        beside = [*([within] if within else []), *(where for _, where in listed)]
        town = _town(context, argument, listed, within)
        holder = town.where if town is not None else unlisted.holder_of(beside)
        claims = {span: claim for span, claim in claims.items() if town is not None or claim.value != holder}
        place = unlisted.unlisted(words, name, holder or area(context, argument.span))
        claims[argument.span] = _claim(context, argument.span, place, f"{argument.rule}+unlisted", 0.6)
        if town is not None:
            claims.setdefault(town.span, _claim(context, town.span, town.where, "place.holder", 0.45))
    return list(claims.values())


def _town(
    context: Context, argument: Argument, listed: list[tuple[Argument, Where]], within: Where | None
) -> Located | None:
    """Return the town that an unlisted quarter is part of: one told with it, else the place told last before it.

    It lies in the area that the words of the quarter name, if they name one.
    """
    words = context.quote(argument.span)
    if unlisted.quarter_in(unlisted.recased(words) if context.upper else words) is None:
        return None
    before = told_before(context, argument.span.start)
    found = [*(Located(one.span, where) for one, where in listed), *([before] if before is not None else [])]
    towns = (one for one in found if one.where.precision is PlacePrecision.town)
    return next((one for one in towns if within is None or may_hold(within, one.where)), None)


def _aside(context: Context, trigger: Trigger, argument: Argument) -> bool:
    """Tell whether a place belongs to a speaker or an organisation: "the governor of Gao said", "al Qaeda in …"."""
    speaker = trigger.attribution.speaker if trigger.attribution is not None else None
    if speaker is not None and _of_speaker(context, speaker, argument.span):
        return True
    return any(start < argument.span.end and argument.span.start < end for start, end, _ in context.named_actors)


def _of_speaker(context: Context, speaker: Span, place: Span) -> bool:
    between = context.report.text[speaker.end : place.start] if speaker.end <= place.start else ""
    return speaker.covers(place) or _WHENCE.fullmatch(between) is not None


_WHENCE = re.compile(r"\s+(?:in|of|at|for|from|near)\s+(?:the\s+)?")
"""Between a speaker and the place where he sits: "the ministry | in | Ankara announced"."""


def _fine(found: list[Claim[Where]]) -> bool:
    return any(
        claim.value.precision is not PlacePrecision.country or claim.value.place_id.startswith(unlisted.PREFIX)
        for claim in found
    )


def _unique(found: list[Claim[Where]]) -> list[Claim[Where]]:
    unique: dict[str, Claim[Where]] = {}
    for claim in found:
        unique.setdefault(claim.value.place_id, claim)
    return list(unique.values())


def _claim(context: Context, span: Span, where: Where, rule: str, confidence: float) -> Claim[Where]:
    return Claim(
        value=where,
        evidence=(span,),
        coded_by=context.coded_by,
        rule=rule,
        confidence=round(min(confidence, max(where.confidence, 0.3)), 2),
    )


def _beside(context: Context, triggers: list[Trigger]) -> list[Claim[Where]]:
    """Return the place named nearest to the first trigger within its sentence: "the Gao checkpoint attack"."""
    found: list[Claim[Where]] = []
    people = [
        a.span
        for t in triggers
        for a in t.arguments
        if a.role is ArgumentRole.perpetrator and not RESIDENTS.match(context.quote(a.span))
    ]
    for trigger in triggers:
        sentence = _sentence(context, trigger)
        named = [
            (span, where)
            for span, where in named_in(context, sentence.start, sentence.end)
            if where.precision is not PlacePrecision.country and not any(one.covers(span) for one in people)
            if not _of_earlier_act(context, trigger, span)
        ]
        if named:
            span, where = min(named, key=lambda row: (abs(row[0].start - trigger.span.start), row[0].start))
            found.append(_claim(context, span, where, "place.beside", 0.6))
            return found
    return found


_EARLIER = re.compile(r"\b(?:who|which|that) had\b")


def _of_earlier_act(context: Context, trigger: Trigger, place: Span) -> bool:
    """Tell whether a place belongs to what was done before: "a search for gunmen | who had | abducted nine people in Kwali"."""
    return _EARLIER.search(context.report.text, trigger.span.end, max(place.start, trigger.span.end)) is not None


_OFFICE = re.compile(
    r"\b(?:council|municipality|mayor|governor|prefect|parish|assembly|court|bishop|imam|chief) of (?:the )?"
)


def _of_office(context: Context, triggers: list[Trigger]) -> list[Claim[Where]]:
    """Return the seat of the office that the one harmed holds: "the chairwoman of the town council of | Swabi"."""
    for trigger in triggers:
        for argument in trigger.arguments:
            if argument.role is not ArgumentRole.killed and argument.role is not ArgumentRole.target:
                continue
            held = _OFFICE.search(words := context.quote(argument.span))
            where = context.where(words[held.end() :]) if held is not None else None
            if where is not None and where.precision is not PlacePrecision.country:
                return [_claim(context, argument.span, where, "place.office", 0.5)]
    return []


def _implied(context: Context, triggers: list[Trigger]) -> list[Claim[Where]]:
    found = implied(context, triggers)
    return [] if found is None else [_claim(context, *found, "place.implied", 0.5)]


def _sentence(context: Context, trigger: Trigger) -> Span:
    """Return the sentence that holds the trigger."""
    return next(one for one in context.reading.sentences if one.covers(trigger.span) or one.overlaps(trigger.span))
