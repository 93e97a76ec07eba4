"""What must hold between the reports: ids, clusters, look-alikes, and no sentence written twice."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from corpus.document import IncidentRecord
from corpus.markup import Placed
from corpus.problem import Problem, Weight
from corpus.record import date_bounds
from rasid.model import MentionRole
from rasid.text.sentences import sentences

_FAR = dt.timedelta(days=7)
"""Accounts of one incident that lie further apart are taken for a wrong key, nearer ones for a report's own error."""
_SENTENCE_WORDS = 6


class _Told(NamedTuple):
    placed: Placed
    at: int
    record: IncidentRecord


def check_corpus(corpus: Sequence[Placed]) -> Iterator[Problem]:
    """Yield the problems between reports, each at the later of the files concerned."""
    yield from _ids(corpus)
    yield from _lookalikes(corpus)
    yield from _clusters(corpus)
    yield from _sentences(corpus)


def _ids(corpus: Sequence[Placed]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for placed in corpus:
        name = placed.document.head.id
        if name in seen:
            yield placed.source.problem(4, f"id {name!r} is also that of {seen[name]}; give every report its own")
        seen.setdefault(name, placed.source.name)


def _lookalikes(corpus: Sequence[Placed]) -> Iterator[Problem]:
    """Yield what is wrong with look-alikes; one may recall the other's incident, but has a main one of its own."""
    keys = {placed.document.head.id: set(_keys(placed)) for placed in corpus}
    for placed in corpus:
        head = placed.document.head
        if head.lookalike is None:
            continue
        if head.lookalike not in keys or head.lookalike == head.id:
            yield placed.source.problem(4, f"lookalike {head.lookalike!r} is no other report's id")
        elif set(_keys(placed, MentionRole.main)) <= keys[head.lookalike]:
            message = f"no main incident that {head.lookalike!r} does not tell; look-alikes have different keys"
            yield placed.source.problem(4, message)


def _keys(placed: Placed, *roles: MentionRole) -> Iterator[str]:
    for record in placed.document.annotation.incidents:
        if record.key is not None and (not roles or record.role in roles):
            yield record.key


def _clusters(corpus: Sequence[Placed]) -> Iterator[Problem]:
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for placed in corpus:
        for at, record in zip(placed.incidents, placed.document.annotation.incidents, strict=True):
            told[record.key or placed.document.head.id].append(_Told(placed, at, record))
    for accounts in told.values():
        for first, second in combinations(accounts, 2):
            yield from _pair(first, second)


def _pair(first: _Told, second: _Told) -> Iterator[Problem]:
    name, key = first.placed.document.head.id, second.record.key
    if first.record.country != second.record.country:
        message = f"key {key!r} has country={first.record.country} in {name}; one incident, one country"
        yield second.placed.source.problem(second.at, message)
    one, other = date_bounds(first.record.date), date_bounds(second.record.date)
    if one is None or other is None or (one[0] <= other[1] and other[0] <= one[1]):
        return
    gap = max(one[0] - other[1], other[0] - one[1])
    weight = Weight.error if gap > _FAR else Weight.warning
    message = (
        f"key {key!r} has date={first.record.date} in {name} and date={second.record.date} here, {gap.days} days apart"
    )
    yield second.placed.source.problem(second.at, message, weight)


def _sentences(corpus: Sequence[Placed]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for placed in corpus:
        text, name = placed.document.text, placed.document.head.id
        for start, end in sentences(text):
            words = " ".join(text[start:end].lower().split())
            if words.count(" ") + 1 >= _SENTENCE_WORDS and seen.setdefault(words, name) != name:
                message = f"the sentence {text[start:end]!r} stands in {seen[words]} too; write another"
                yield placed.source.problem(0, message, Weight.warning)
