"""What must hold within one annotated report beside the form of its markup."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from corpus.check_numbers import check_numbers
from corpus.document import Argument, Role, Statement, Trigger
from corpus.markup import Placed, write
from corpus.problem import Problem, Weight
from corpus.record import date_bounds
from rasid.model import EventType, Status
from rasid.resolve.register import load_register
from rasid.text.sentences import sentences

_AHEAD = {Status.planned, Status.threatened, Status.foiled}
_AUXILIARIES = {"was", "were", "is", "are", "has", "have", "had", "been", "being", "be", "will", "would"}
_PREPOSITIONS = {"in", "on", "at", "by", "from", "of", "with", "near", "to", "into", "outside", "inside", "against"}
_BOUNDS = (["least"], ["most"])
_HARM_OF_TYPE = {Role.abducted: EventType.arrest, Role.arrested: EventType.kidnapping}
"""The fields `abducted` and `arrested` of the codebook exclude each other: with or without a claim of legal process."""
_WIDE = 130  # code points; in wider texts the sentence splitter takes every newline as the end of a paragraph


def check_document(placed: Placed) -> Iterator[Problem]:
    """Yield the problems of one report: its file, its marks, its record, and the one against the other."""
    yield from _file(placed)
    yield from _length(placed)
    yield from _decoy(placed)
    yield from check_marks(placed)


def check_marks(placed: Placed) -> Iterator[Problem]:
    """Yield the problems of the marks and the record alone, whatever file they come from."""
    yield from _numbering(placed)
    yield from _statements(placed)
    yield from _record(placed)
    yield from _words(placed)
    yield from _harms(placed)
    yield from _lonely(placed)
    yield from check_numbers(placed)


def _file(placed: Placed) -> Iterator[Problem]:
    head, path = placed.document.head, Path(placed.source.name)
    if path.suffix == ".txt" and path.stem != head.id:
        yield placed.source.problem(4, f"id {head.id!r} is not the file's name; write id: {path.stem}")
    if path.suffix == ".txt" and path.resolve().parent.name != head.country.lower():
        yield placed.source.problem(4, f"the file lies not in the folder of its country, {head.country.lower()}/")
    if write(placed.document) != placed.source.text:
        message = "not in canonical form (order of keys, blanks, escapes); run python -m corpus format"
        yield placed.source.problem(0, message, Weight.warning)


def _length(placed: Placed) -> Iterator[Problem]:
    text = placed.document.text
    words = len(text.split())
    if not 80 <= words <= 500:
        yield placed.source.problem(0, f"the text has {words} words; 80 to 500 are wanted", Weight.warning)
    lines = text.split("\n")
    wrapped = any(above.strip() and below.strip() for above, below in pairwise(lines))
    if wrapped and max(map(len, lines)) > _WIDE:
        message = f"a line of the text without marks is over {_WIDE} wide; wrap narrower, or one line a paragraph"
        yield placed.source.problem(0, message, Weight.warning)


def _decoy(placed: Placed) -> Iterator[Problem]:
    document = placed.document
    told = document.annotation.triggers or document.annotation.incidents
    if document.head.decoy and told:
        yield placed.source.problem(0, "a decoy has no triggers and no incidents; drop `decoy` or the marks")
    if not document.head.decoy and not document.annotation.triggers:
        yield placed.source.problem(0, "no trigger; mark one, or write `decoy: close` or `decoy: far`")


def _numbering(placed: Placed) -> Iterator[Problem]:
    annotation = placed.document.annotation
    recorded = {record.number for record in annotation.incidents}
    told = {trigger.incident for trigger in annotation.triggers}
    typed: set[int] = set()
    for at, mark in zip(placed.marks, annotation.marks, strict=True):
        for number in sorted(set(_incidents_of(mark)) - recorded):
            yield placed.source.problem(at, f"incident {number} has no line in the record; add one or renumber")
        if isinstance(mark, Trigger) and mark.incident not in typed:
            typed.add(mark.incident)
            if mark.event_type is None:
                yield placed.source.problem(at, f"the first trigger of incident {mark.incident} must name its type")
    for at, record in zip(placed.incidents, annotation.incidents, strict=True):
        if record.number not in told:
            yield placed.source.problem(at, f"incident {record.number} has no trigger in the text; mark one")
    for at, relation in zip(placed.relations, annotation.relations, strict=True):
        if not {relation.source, relation.target} <= recorded or relation.source == relation.target:
            yield placed.source.problem(at, "a relation links two different incidents of the record")


def _incidents_of(mark: Trigger | Argument | Statement) -> tuple[int, ...]:
    if isinstance(mark, Trigger):
        return (mark.incident,)
    return mark.incidents if isinstance(mark, Argument) else mark.about


def _statements(placed: Placed) -> Iterator[Problem]:
    annotation = placed.document.annotation
    seen: set[int] = set()
    known = {statement.number for statement in annotation.statements}
    for at, mark in zip(placed.marks, annotation.marks, strict=True):
        if isinstance(mark, Statement):
            if mark.number in seen:
                yield placed.source.problem(at, f"s{mark.number} is marked twice; give each statement its number")
            seen.add(mark.number)
        if isinstance(mark, Argument):
            for number in sorted(set(mark.statements) - known):
                yield placed.source.problem(at, f"there is no statement s{number}; mark it or renumber")


def _record(placed: Placed) -> Iterator[Problem]:
    annotation, published = placed.document.annotation, placed.document.head.published
    status: dict[int, Status | None] = {}
    for trigger in annotation.full_triggers():
        status.setdefault(trigger.incident, trigger.status)
    numbers: set[int] = set()
    keys: set[str | None] = set()
    for at, record in zip(placed.incidents, annotation.incidents, strict=True):
        if record.number in numbers or (record.key is not None and record.key in keys):
            yield placed.source.problem(at, f"number {record.number} or key {record.key!r} stands twice in the record")
        numbers.add(record.number)
        keys.add(record.key)
        if status.get(record.number) not in _AHEAD:
            yield from _dated(placed, at, record.date, published)
        if record.perp and record.perp not in load_register():
            message = f"perp={record.perp} is not in the actor register; look the id up, or leave it out"
            yield placed.source.problem(at, message, Weight.warning)


def _dated(placed: Placed, at: int, date: str, published: dt.date | None) -> Iterator[Problem]:
    bounds = date_bounds(date)
    if bounds and published and bounds[0] > published:
        yield placed.source.problem(at, f"date={date} lies after the publication, {published}; check both")


def _words(placed: Placed) -> Iterator[Problem]:
    text = placed.document.text
    for at, mark in zip(placed.marks, placed.document.annotation.marks, strict=True):
        first, *rest = text[mark.start : mark.end].lower().split()
        if isinstance(mark, Trigger) and first in _AUXILIARIES:
            yield placed.source.problem(at, f"a trigger is marked without {first!r}", Weight.warning)
        bound = first == "at" and rest[:1] in _BOUNDS
        if isinstance(mark, Argument) and first in _PREPOSITIONS and not bound and Role.tactic not in mark.roles:
            yield placed.source.problem(at, f"an argument is marked without its leading {first!r}", Weight.warning)


def _harms(placed: Placed) -> Iterator[Problem]:
    annotation = placed.document.annotation
    types: dict[int, set[EventType | None]] = {}
    for trigger in annotation.full_triggers():
        types.setdefault(trigger.incident, set()).add(trigger.event_type)
    for at, mark in zip(placed.marks, annotation.marks, strict=True):
        if not isinstance(mark, Argument):
            continue
        for role, other in _HARM_OF_TYPE.items():
            if role in mark.roles and any(types.get(number) == {other} for number in mark.incidents):
                message = f"{role.value} in an incident of type {other.value}: the codebook keeps them apart"
                yield placed.source.problem(at, message, Weight.warning)


def _lonely(placed: Placed) -> Iterator[Problem]:
    """Yield a warning for each sentence with arguments of an incident that neither it nor its neighbours trigger."""
    annotation = placed.document.annotation
    starts = [start for start, _ in sentences(placed.document.text)]
    told: dict[int, set[int]] = {}
    for trigger in annotation.triggers:
        told.setdefault(trigger.incident, set()).add(bisect_right(starts, trigger.start))
    seen: set[tuple[int, int]] = set()
    for at, mark in zip(placed.marks, annotation.marks, strict=True):
        here = bisect_right(starts, mark.start)
        for number in mark.incidents if isinstance(mark, Argument) else ():
            near = told.get(number, {here}) & {here - 1, here, here + 1}
            if not near and (here, number) not in seen:
                seen.add((here, number))
                message = f"no trigger of incident {number} in this sentence or the ones beside it; is one unmarked?"
                yield placed.source.problem(at, message, Weight.warning)
