"""Two annotations of one text laid against each other: which marks are the same.

The rules, the same for a reader against the corpus and for two annotators:

- Two triggers meet when they share a character. Each meets one other at most: pairs of the same type first, then those
  that share more, then those that come first.
- Two incidents meet when their triggers do; each meets one other at most, pairs with more triggers in common first.
- Two arguments are the same when they have the same role in incidents that meet, share a character, and the head word of
  the gold one lies within the other. An argument with two roles, or of two incidents, counts as two.
- Two statements are the same when they are of the same kind and share a character.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from corpus.document import Annotation, Role, Statement, Trigger
from corpus.heads import head_of


class Piece(NamedTuple):
    """One role of a phrase in one incident (0 for the source of statements alone)."""

    role: Role
    incident: int
    start: int
    end: int
    head: tuple[int, int]


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Mark = TypeVar("_Mark", bound=_Stretch)
Pairs = list[tuple[int, int]]
"""Positions of what meets: (in the gold, in the other)."""


def align_triggers(gold: Sequence[Trigger], other: Sequence[Trigger]) -> Pairs:
    """Return which triggers meet."""
    return _best(gold, other, lambda left, right: (left.event_type is right.event_type) * 10_000 + 1)


def align_statements(gold: Sequence[Statement], other: Sequence[Statement]) -> Pairs:
    """Return which statements are the same."""
    return _best(gold, other, lambda left, right: int(left.kind is right.kind))


def align_incidents(gold: Sequence[Trigger], other: Sequence[Trigger], pairs: Pairs) -> dict[int, int]:
    """Return, by the other's incident number, the gold's that it meets."""
    shared = Counter((gold[left].incident, other[right].incident) for left, right in pairs)
    met: dict[int, int] = {}
    for (left, right), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if right not in met and left not in met.values():
            met[right] = left
    return met


def pieces(annotation: Annotation, text: str) -> list[Piece]:
    """Return each role of each argument in each of its incidents, without sources of statements alone."""
    found = {
        Piece(role, incident, mark.start, mark.end, head_of(text, mark.start, mark.end))
        for mark in annotation.arguments
        for role in mark.roles
        for incident in mark.incidents
    }
    return sorted(found)


def align_pieces(gold: Sequence[Piece], other: Sequence[Piece], incidents: dict[int, int]) -> Pairs:
    """Return which pieces are the same, given which incidents meet."""

    def same(left: Piece, right: Piece) -> int:
        heads = right.start <= left.head[0] and left.head[1] <= right.end
        return int(left.role is right.role and heads and incidents.get(right.incident) == left.incident)

    return _best(gold, other, same)


def _best(gold: Sequence[_Mark], other: Sequence[_Mark], worth: Callable[[_Mark, _Mark], int]) -> Pairs:
    """Return one-to-one pairs of overlapping marks of some worth, the worthiest first, then the longest overlap."""
    found = []
    for i, left in enumerate(gold):
        for j, right in enumerate(other):
            shared = min(left.end, right.end) - max(left.start, right.start)
            value = worth(left, right) if shared > 0 else 0
            if value:
                found.append((-value, -shared, i, j))
    return sorted(_one_to_one(sorted(found)))


def _one_to_one(candidates: Iterable[tuple[int, int, int, int]]) -> Pairs:
    lefts: set[int] = set()
    rights: set[int] = set()
    pairs: Pairs = []
    for _, _, i, j in candidates:
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            pairs.append((i, j))
    return pairs
