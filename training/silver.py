"""MUC-4 keys laid over the lexicon reader's triggers: which words of a document tell each template.

A key names strings, not places in the text, and no triggers. Each template is given to the incident of the lexicon reader
that shares most of its strings and can be of its type; its strings are then looked up in the sentences that tell
the incident and take the roles that the key gives them. Only what a template speaks for is taught: the triggers of incidents
no template is given to are "unsure", and no word is taught to be none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rasid.model import EventType, Reading, Report, make_report
from rasid.model.reading import Trigger
from rasid.reading import LexiconReader
from rasid.reading.lexicon.analyse import analyse
from rasid.reading.lexicon.extent import of_end
from rasid.text.sentences import sentences
from training.gold import Gold, GoldArgument, GoldTrigger
from training.keys import DEFAULT, TYPES, Filler, Key, Told, keys_of, occurrences, place, sentence_at

_STAGES = {"ACCOMPLISHED": "reported", "ATTEMPTED": "attempted", "THREATENED": "threatened"}


def silver(doc: dict[str, Any], templates: Sequence[dict[str, Any]]) -> Gold:
    """Return one development document as gold of the arguments and the triggers that a template fits."""
    day = doc["dateline_date"]
    report = make_report(doc["text"], published=date.fromisoformat(day) if day else None)
    reading = LexiconReader().read(report)
    keys = keys_of(templates)
    placed = place(report.text, _told(reading), keys)
    arguments: list[GoldArgument] = []
    taken = {incident: keys[at] for at, incident in placed.items()}
    for at, incident in placed.items():
        arguments.extend(_arguments(report, reading, incident, keys[at].fillers))
    arguments.extend(_own(reading, set(taken)))
    return Gold(
        doc=doc["docid"],
        source="muc4",
        text=report.text,
        triggers=tuple(_trigger(trigger, taken.get(trigger.incident)) for trigger in reading.triggers),
        arguments=tuple(arguments),
        unsure=tuple((one.span.start, one.span.end) for one in reading.triggers if one.incident not in taken),
        keyed={trigger.incident: trigger.incident in taken for trigger in reading.triggers},
        shown=False,
        known=frozenset({"arguments"}),
        weight=0.6,
    )


def _told(reading: Reading) -> dict[int, Told]:
    """Return what the triggers of each incident say of it."""
    numbers = sorted({trigger.incident for trigger in reading.triggers})
    return {
        number: Told(
            frozenset(one.event_type for one in reading.triggers if one.incident == number),
            frozenset(one.sentence for one in reading.triggers if one.incident == number),
        )
        for number in numbers
    }


def _trigger(trigger: Trigger, key: Key | None) -> GoldTrigger:
    kind, status = trigger.event_type, trigger.status.value
    if key is not None:
        if kind not in TYPES[key.kind]:
            kind = EventType(DEFAULT[key.kind])
        stage = key.slots.get("incident_stage") or []
        told = _STAGES.get(stage[0]["alts"][0]) if stage else None
        status = told if told in {"attempted", "threatened"} else status
    return GoldTrigger(
        start=trigger.span.start,
        end=trigger.span.end,
        incident=trigger.incident,
        event_type=kind.value,
        status=status,
        role=trigger.role.value,
    )


def _arguments(report: Report, reading: Reading, incident: int, found: Sequence[Filler]) -> Iterator[GoldArgument]:
    """Look the strings up where the incident is told; a string told nowhere there is taken at its first place."""
    stretches = sentences(report.text)
    starts = [start for start, _ in stretches]
    told = _told(reading)[incident].sentences
    for filler in found:
        places = sorted({place for one in filler.strings for place in occurrences(report.text, one)})
        near = [place for place in places if sentence_at(starts, place[0]) in told]
        for where in _outermost(near or places[:1]):
            start, end = _phrase(report, stretches, where)
            yield GoldArgument(role=filler.role, start=start, end=end, incidents=frozenset({incident}))


def _outermost(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [a for a in places if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in places)]


def _phrase(report: Report, stretches: list[tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    """Widen a key string to its noun phrase, which is what our scheme marks."""
    number = next((at for at, (start, end) in enumerate(stretches) if start <= place[0] < end), None)
    if number is None:
        return place
    sentence = analyse(report, number, *stretches[number], cased=False, inside_quote=False)
    inside = sentence.tokens_in(*place)
    first = sentence.phrase(inside[0]) if inside else None
    last = sentence.phrase(inside[-1]) if inside else None
    if first is None or last is None:
        return place
    end = last.end if inside[-1] != last.head else of_end(sentence, last)
    return min(place[0], sentence.starts[first.start]), max(place[1], sentence.ends[end - 1])


_KEPT = frozenset({"time", "arrested", "displaced", "tactic"})
"""Roles of which a key says nothing; the lexicon reader's are kept."""


def _own(reading: Reading, taken: set[int]) -> Iterator[GoldArgument]:
    """Return the lexicon reader's arguments: all of incidents without a template, else those a key is silent on."""
    for trigger in reading.triggers:
        for argument in trigger.arguments:
            if trigger.incident not in taken or argument.role.value in _KEPT:
                yield GoldArgument(
                    role=argument.role.value, start=argument.span.start, end=argument.span.end,
                    incidents=frozenset({trigger.incident}), part=argument.part.value,
                )  # fmt: skip
        if trigger.attribution is not None and trigger.attribution.speaker is not None:
            speaker = trigger.attribution.speaker
            yield GoldArgument(
                role="source", start=speaker.start, end=speaker.end, incidents=frozenset({trigger.incident})
            )
