"""Readings into mentions, statements and relations, by the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from rasid.coding import actors, casualties, classes, events, flight, places, speakers, tactics, times, tolls, types
from rasid.coding.context import Context
from rasid.model import (
    AssessmentTopic,
    Claim,
    Coding,
    Mention,
    MentionRole,
    Reading,
    Relation,
    Report,
    Resolvers,
    Span,
    Speaker,
    Statement,
    StatementKind,
    Toll,
    Where,
)
from rasid.model.reading import ArgumentRole, ReadStatement, Trigger


def code(reading: Reading, report: Report, resolvers: Resolvers, *, keep_names: bool = False) -> Coding:
    """Return all that is coded from one report's reading; mentions are numbered in the order of the text.

    Names of victims stay out of the record's words unless `keep_names`.
    """
    context = Context(report, reading, resolvers, keep_names=keep_names)
    incidents: dict[int, list[Trigger]] = {}
    for trigger in reading.triggers:
        incidents.setdefault(trigger.incident, []).append(trigger)
    ids = {number: f"{report.report_id}:{place}" for place, number in enumerate(sorted(incidents), 1)}
    return Coding(
        report_id=report.report_id,
        mentions=tuple(_mention(context, ids[number], incidents[number]) for number in sorted(incidents)),
        statements=_statements(context, ids),
        relations=tuple(
            Relation(
                source=ids[relation.source],
                target=ids[relation.target],
                kind=relation.kind,
                evidence=(relation.cue,),
                rule=relation.rule,
            )
            for relation in reading.relations
        ),
        coded_by=context.coded_by,
    )


def _mention(context: Context, mention_id: str, triggers: list[Trigger]) -> Mention:
    """Code one incident from the triggers that tell it."""
    told = flight.of_flight(context, triggers)
    found = places.places(context, told)
    country = _country(context, found)
    acted = actors.perpetrators(context, triggers, country)
    hit = actors.targets(context, triggers, country, acted)
    dated = times.times(context, told, inferred=told == triggers)
    own = {
        casualties.one_of(context.quote(a.head).lower())
        for t in triggers
        for a in t.arguments
        if a.role is ArgumentRole.perpetrator
    }
    by_harm = {role: _tolls(context, triggers, role, own, country) for role in _HARMS}
    kind = types.event_type(context, triggers)
    return Mention(
        mention_id=mention_id,
        report_id=context.report.report_id,
        event_type=kind,
        status=events.status(context, triggers, kind.value),
        role=MentionRole.main if any(t.role is MentionRole.main for t in triggers) else MentionRole.background,
        evidence=_evidence(context, triggers),
        triggers=tuple(trigger.span for trigger in triggers),
        perpetrators=acted,
        targets=hit,
        killed=by_harm[ArgumentRole.killed],
        injured=by_harm[ArgumentRole.injured],
        abducted=by_harm[ArgumentRole.abducted],
        arrested=by_harm[ArgumentRole.arrested],
        displaced=by_harm[ArgumentRole.displaced],
        weapons=classes.weapons(context, triggers, kind.value),
        tactics=tactics.tactics(context, triggers, kind),
        places=found,
        times=dated,
        sources=_sources(context, triggers, country),
        confidence=events.confidence(triggers, placed=bool(found), dated=bool(dated)),
    )


_HARMS = (
    ArgumentRole.killed,
    ArgumentRole.injured,
    ArgumentRole.abducted,
    ArgumentRole.arrested,
    ArgumentRole.displaced,
)


def _tolls(
    context: Context, triggers: list[Trigger], role: ArgumentRole, own: set[str], country: str | None
) -> tuple[Claim[Toll], ...]:
    return tolls.claims(context, casualties.entries(context, triggers, role, own, country))


def _country(context: Context, found: Sequence[Claim[Where]]) -> str | None:
    """Return the country of the incident's place, else the one the report speaks of most."""
    for claim in found:
        if claim.value.country is not None:
            return claim.value.country
    return context.countries[0] if context.countries else None


def _evidence(context: Context, triggers: list[Trigger]) -> tuple[Span, ...]:
    """Return the sentences told about the incident, the one with the most arguments first."""
    weight: dict[int, int] = {}
    for trigger in triggers:
        weight[trigger.sentence] = weight.get(trigger.sentence, 0) + 1 + len(trigger.arguments)
    ranked = sorted(weight, key=lambda number: (-weight[number], number))
    return tuple(context.reading.sentences[number] for number in ranked)


def _sources(context: Context, triggers: list[Trigger], country: str | None) -> tuple[Speaker, ...]:
    """Return who is said to say what is told, each once, in the order of the text."""
    found: dict[str, Speaker] = {}
    for trigger in triggers:
        if trigger.attribution is not None:
            speaker = context.speaker(trigger.attribution.speaker, country)
            if speaker is not None:
                found.setdefault(speaker.words.lower(), speaker)
    return tuple(found.values())


def _statements(context: Context, ids: dict[int, str]) -> tuple[Statement, ...]:
    """Return the statements, each kind and topic once a sentence, numbered in the order of the text."""
    unique: dict[tuple[StatementKind, AssessmentTopic | None, Span], ReadStatement] = {}
    for read in context.reading.statements:
        unique.setdefault((read.kind, read.topic, read.span), read)
    return tuple(
        Statement(
            statement_id=f"{context.report.report_id}:s{number}",
            report_id=context.report.report_id,
            kind=read.kind,
            evidence=(read.span, read.cue),
            speaker=speakers.speaker_of(context, read),
            topic=read.topic,
            about=(ids[read.incident],) if read.incident in ids else (),
            rule=read.rule,
            coded_by=context.coded_by,
        )
        for number, read in enumerate(unique.values(), 1)
    )
