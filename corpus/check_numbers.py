"""The numbers of casualty phrases against the record's counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.document import HARMS, Part, Role
from corpus.heads import head_of
from corpus.markup import Placed
from corpus.problem import Problem, Weight
from rasid.model import Count, EventType
from rasid.text.numbers import find_numbers

_OPEN = re.compile(r"\b(?:more than|over|upwards of|at least|not fewer than|and)\b", re.IGNORECASE)
"""Words with which the number of a phrase need not be all that the phrase counts."""


_DENIED = re.compile(r"no(?:ne|body)?\b", re.IGNORECASE)
"""The start of a phrase that denies a harm; "no one" has no number."""


class _Phrase(NamedTuple):
    words: str
    part: Part
    number: int | None


def check_numbers(placed: Placed) -> Iterator[Problem]:
    """Yield a warning for each count that the phrases of its incident cannot agree with.

    The bounds are generous, since phrases may tell one group twice: no whole phrase, running toll or added group may
    exceed the highest number recorded; all of them together must reach the lowest; and a count recorded as unknown
    has no phrase with a number.
    """
    annotation = placed.document.annotation
    clashes = {one.incident for one in annotation.full_triggers() if one.event_type is EventType.armed_clash}
    for at, record in zip(placed.incidents, annotation.incidents, strict=True):
        for harm in HARMS:
            phrases = _phrases(placed, record.number, harm, own=record.number in clashes)
            problem = _disagreement(getattr(record, harm.value), harm, phrases)
            if problem is not None:
                message = f"incident {record.number}: {problem}; check the record and the marks"
                yield placed.source.problem(at, message, Weight.warning)


def _phrases(placed: Placed, incident: int, harm: Role, *, own: bool) -> list[_Phrase]:
    text = placed.document.text
    found = []
    for mark in placed.document.annotation.arguments:
        if harm in mark.roles and mark.incidents == (incident,) and (own or mark.part is not Part.own):
            words = text[mark.start : mark.end]
            found.append(_Phrase(words, mark.part, _number(words)))
    return found


def _number(words: str) -> int | None:
    """Return the highest number before the head of a phrase; None where it has none.

    "11 to 15 soldiers" has 15; "dozens of men", "a boy of 16", "a 52-year-old", "Omar, 24"
    and "no one" have none.
    """
    if _DENIED.match(words):
        return None
    _, head = head_of(words, 0, len(words))
    found = (value for _, end, value in find_numbers(words) if end <= head and words[end : end + 1] != "-")
    return max(found, default=None)


def _disagreement(count: Count | None, harm: Role, phrases: list[_Phrase]) -> str | None:
    numbers = [phrase.number for phrase in phrases if phrase.number is not None]
    told = max(numbers, default=None)
    if count is None or not count.known:
        return None if told is None else f"{harm.value} is recorded as unknown, and {_quoted(phrases)} is marked"
    if told is not None and count.high is not None and told > count.high:
        return f"{harm.value} is at most {count.high} in the record, and {_quoted(phrases)} is marked"
    groups = [phrase for phrase in phrases if phrase.part is not Part.subset]
    exact = bool(groups) and all(phrase.number is not None and not _OPEN.search(phrase.words) for phrase in groups)
    if exact and sum(phrase.number or 0 for phrase in groups) < (count.low or 0):
        return f"{harm.value} is at least {count.low} in the record, and only {_quoted(groups)} is marked"
    if not phrases and count.low:
        return f"{harm.value} is at least {count.low} in the record, and no phrase is marked"
    return None


def _quoted(phrases: list[_Phrase]) -> str:
    return ", ".join(repr(phrase.words) for phrase in phrases if phrase.number is not None)
