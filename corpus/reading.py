"""A reader's reading as an annotation, so that readers and annotators are compared by the same rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.document import (
    HARMS,
    Annotation,
    Argument,
    Document,
    Mark,
    Part,
    RelationRecord,
    Role,
    Statement,
    Trigger,
    in_order,
)
from corpus.labels import codes_of
from rasid.model import Argument as ReadArgument
from rasid.model import ArgumentRole, Mention, Reading, Report, Span, Stance, Status, make_report
from rasid.model import Trigger as ReadTrigger

_ROLES = {role: Role.perp if role is ArgumentRole.perpetrator else Role(role.value) for role in ArgumentRole}
_Phrase = tuple[int, int]


def report_of(document: Document) -> Report:
    """Return an annotated report as a reader gets it."""
    head = document.head
    return make_report(
        document.text,
        title=head.title,
        publisher=head.publisher,
        published=head.published,
        source_id=head.id,
        language="en",
    )


def annotation_of(reading: Reading) -> Annotation:
    """Return what a reader saw as an annotation; it has no record, since a reading holds words and offsets only.

    Incidents are numbered from 1 in text order. One phrase with several roles or incidents becomes one mark.
    """
    ordered = sorted(reading.triggers, key=lambda trigger: (trigger.span.start, trigger.span.end))
    numbers: dict[int, int] = {}
    for trigger in ordered:
        numbers.setdefault(trigger.incident, len(numbers) + 1)
    sources: defaultdict[_Phrase, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    marks: list[Mark] = [_trigger(trigger, numbers) for trigger in ordered]
    for trigger in ordered:
        if trigger.attribution is not None and trigger.attribution.speaker is not None:
            sources[_at(trigger.attribution.speaker)][0].add(numbers[trigger.incident])
    for number, said in enumerate(reading.statements, 1):
        about = (numbers[said.incident],) if said.incident in numbers else ()
        start, end = _at(said.span)
        marks.append(Statement(start=start, end=end, number=number, kind=said.kind, topic=said.topic, about=about))
        if said.speaker is not None:
            sources[_at(said.speaker)][1].add(number)
    marks += [*_arguments(ordered, numbers), *_sources(sources)]
    return Annotation(marks=in_order(tuple(marks)), relations=tuple(_relations(reading, numbers)))


def as_coded(annotation: Annotation, mentions: Sequence[Mention]) -> Annotation:
    """Return a reading's annotation with the type that coding gave the incident on each of its triggers, and its status.

    So do annotators: the first trigger names type and status of its incident, and the others have them too. A status that
    a trigger has of its own is kept.
    """
    coded = {incident_of(annotation, mention): mention for mention in mentions}
    marks = tuple(
        _as_coded(mark, coded[mark.incident]) if isinstance(mark, Trigger) and mark.incident in coded else mark
        for mark in annotation.marks
    )
    return replace(annotation, marks=marks)


def _as_coded(trigger: Trigger, mention: Mention) -> Trigger:
    own = trigger.status if trigger.status is not Status.reported else None
    return replace(trigger, event_type=mention.event_type.value, status=own or mention.status.value)


def incident_of(annotation: Annotation, mention: Mention) -> int:
    """Return the number that the incident of a mention has in the annotation of the same reading."""
    spans = {_at(span) for span in mention.triggers}
    return next(trigger.incident for trigger in annotation.triggers if (trigger.start, trigger.end) in spans)


def _at(span: Span) -> _Phrase:
    return span.start, span.end


def _trigger(trigger: ReadTrigger, numbers: Mapping[int, int]) -> Trigger:
    start, end = _at(trigger.span)
    return Trigger(
        start=start,
        end=end,
        incident=numbers[trigger.incident],
        event_type=trigger.event_type,
        status=trigger.status,
        stance=trigger.attribution.stance if trigger.attribution is not None else Stance.asserted,
    )


def _arguments(triggers: list[ReadTrigger], numbers: Mapping[int, int]) -> Iterator[Argument]:
    """Yield one argument for each phrase and set of roles, with all incidents in which it has them."""
    told: defaultdict[tuple[_Phrase, int], dict[Role, ReadArgument]] = defaultdict(dict)
    for trigger in triggers:
        for argument in trigger.arguments:
            told[_at(argument.span), numbers[trigger.incident]].setdefault(_ROLES[argument.role], argument)
    together: defaultdict[tuple[_Phrase, tuple[Role, ...], Part, str | None], list[int]] = defaultdict(list)
    for (phrase, incident), roles in told.items():
        part = next((Part(said.part.value) for role, said in roles.items() if role in HARMS), Part.whole)
        code = next((said.code for role, said in roles.items() if said.code in codes_of(role)), None)
        together[phrase, tuple(sorted(roles, key=list(Role).index)), part, code].append(incident)
    for ((start, end), names, part, code), incidents in together.items():
        yield Argument(start=start, end=end, roles=names, incidents=tuple(sorted(incidents)), part=part, code=code)


def _sources(sources: Mapping[_Phrase, tuple[set[int], set[int]]]) -> Iterator[Argument]:
    for (start, end), (incidents, statements) in sources.items():
        yield Argument(
            start=start,
            end=end,
            roles=(Role.source,),
            incidents=tuple(sorted(incidents)),
            statements=tuple(sorted(statements)),
        )


def _relations(reading: Reading, numbers: Mapping[int, int]) -> Iterator[RelationRecord]:
    for read in reading.relations:
        if read.source in numbers and read.target in numbers:
            yield RelationRecord(source=numbers[read.source], kind=read.kind, target=numbers[read.target])
