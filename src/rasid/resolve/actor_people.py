"""Reads whom a phrase means by its head noun: "a group of heavily armed men wearing army uniforms" -> armed men."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.model.actor import ActorKind
from rasid.resolve.actor_vocabulary import PeopleClass, Vocabulary

_STOPS = frozenset("()[].,;:!?")
_JOINERS = frozenset({"and", "or", "nor", "but"})


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a phrase: its class and the tokens of its noun, `first` up to `last` (exclusive)."""

    people: PeopleClass
    first: int
    last: int


def head_of(keys: Sequence[str], vocabulary: Vocabulary) -> Head | None:
    """Return the head of a phrase given as folded tokens; None when no noun of it is known.

    An English phrase has its head at the end of its first part; "a group of" and the like are passed over.
    """
    for first, last in _parts(keys, vocabulary):
        heads = list(_nouns(keys, first, last, vocabulary))
        if heads:
            return _qualified(heads)
    return None


def last_noun(keys: Sequence[str], vocabulary: Vocabulary) -> Head | None:
    """Return the last known noun before the phrase turns to a description; None when no noun of it is known."""
    first, last = next(_parts(keys, vocabulary), (0, 0))
    return next(reversed(list(_nouns(keys, first, last, vocabulary))), None)


def foreign_from(keys: Sequence[str], vocabulary: Vocabulary) -> int:
    """Return the token from which a phrase tells of others ("soldiers | fighting the rebels"); its length when it does not."""
    return next((at for at, key in enumerate(keys) if at and key in vocabulary.foreign), len(keys))


def _qualified(heads: Sequence[Head]) -> Head:
    """Return the head, or the noun before it that says whose it is: "rebel troops", "police colonel"."""
    last = heads[-1]
    if not last.people.body:
        return last
    groups = [head for head in heads[:-1] if head.people.kind.armed and not head.people.body]
    forces = [head for head in heads[:-1] if head.people.kind is ActorKind.state_force]
    return (groups or forces or [last])[-1]


def _parts(keys: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    first = 0
    for at, key in enumerate((*keys, ".")):
        if key in _STOPS or key in _JOINERS or key in vocabulary.breaks:
            if at > first:
                yield first, at
            first = at + 1


def _nouns(keys: Sequence[str], first: int, last: int, vocabulary: Vocabulary) -> Iterator[Head]:
    at = first
    while at < last:
        reach = min(vocabulary.longest.get(keys[at], 0), last - at)
        size = next((n for n in range(reach, 0, -1) if " ".join(keys[at : at + n]) in vocabulary.nouns), 0)
        people = vocabulary.nouns[" ".join(keys[at : at + size])] if size else None
        if people is not None:
            yield Head(people, at, at + size)
        at += size or 1
