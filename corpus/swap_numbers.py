"""Casualty numbers of a report replaced by others, in the text and in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from corpus.document import HARMS, Argument, Document, IncidentRecord, Part, Role
from corpus.edit import Edit, edited
from rasid.model import Count
from rasid.text.numbers import find_numbers

_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_LEAST, _MOST = 2, 20
"""One would change the grammar of its sentence, and larger numbers are written in figures by most outlets."""


def swap_numbers(document: Document, dice: Random) -> Document:
    """Return the report with some exact numbers of dead, wounded and others changed, the record with them.

    A number is changed where the record has exactly it, every phrase of that harm and incident says it and nothing else,
    and it stands nowhere else in title and text, so that no sum or running toll becomes untrue.
    """
    for record in document.annotation.incidents:
        for harm in HARMS:
            count: Count | None = getattr(record, harm.value)
            if count is not None and count.best is not None and count == Count.exactly(count.best):
                document = _swapped(document, record, harm, count.best, dice)
    return document


def _swapped(document: Document, record: IncidentRecord, harm: Role, number: int, dice: Random) -> Document:
    edits = _phrases(document, record.number, harm, number)
    if not edits or not _LEAST <= number <= _MOST:
        return document
    other = dice.choice([one for one in range(_LEAST, _MOST + 1) if one != number])
    told = _all_numbers(document)
    if told.count(number) != len(edits) or other in told:
        return document
    changed = edited(document, [edit._replace(words=_like(edit.words, other)) for edit in edits])
    if _all_numbers(changed).count(other) != len(edits):
        return document
    told_now: dict[str, Any] = {harm.value: Count.exactly(other)}
    records = tuple(
        replace(one, **told_now) if one.number == record.number else one for one in document.annotation.incidents
    )
    return replace(changed, annotation=replace(changed.annotation, incidents=records))


def _all_numbers(document: Document) -> list[int]:
    return [value for text in (document.text, document.head.title or "") for _, _, value in find_numbers(text)]


def _phrases(document: Document, incident: int, harm: Role, number: int) -> list[Edit]:
    """Return the places of the number in the phrases of a harm; empty where any phrase says something else."""
    found: dict[tuple[int, int], Edit] = {}
    for mark in document.annotation.arguments:
        if incident not in mark.incidents or harm not in mark.roles:
            continue
        numbers = list(_numbers(document, mark))
        simple = mark.incidents == (incident,) and mark.part in {Part.whole, Part.toll} and len(numbers) == 1
        if not simple or numbers[0][1] != number:
            return []
        found[numbers[0][0].start, numbers[0][0].end] = numbers[0][0]
    return list(found.values())


def _numbers(document: Document, mark: Argument) -> Iterator[tuple[Edit, int]]:
    for start, end, value in find_numbers(document.text[mark.start : mark.end]):
        at = mark.start + start, mark.start + end
        yield Edit(*at, document.text[at[0] : at[1]]), value


def _like(words: str, number: int) -> str:
    """Return a number in figures or in words, with a capital where the old one has it."""
    if words[0].isdigit():
        return str(number)
    written = _WORDS[number - _LEAST]
    return written.capitalize() if words[0].isupper() else written
