"""Who carries on an organisation that has ended: under a new name, as its successor, or as that with which it merged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from rasid.resolve.register import Actor, Register

_CARRIES_ON = frozenset({"renamed_from", "successor_of"})


class Heirs:
    """Answers from the dates and relations of one register."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def of(self, actor: Actor, on: date | None) -> Actor | None:
        """Return the one organisation that stood in the place of `actor` on a day after its end; None where none did, or several.

        One that took over more than a year after the end leaves it open who is meant. Those that split from it carry on no
        more than a part of it and do not count.
        """
        if on is None or not actor.ended or on.isoformat()[: len(actor.ended)] <= actor.ended:
            return None
        found = dict(self._alive(actor, on, frozenset({actor.actor_id})))
        return self.register.actor(next(iter(found))) if len(found) == 1 and all(found.values()) else None

    def _alive(self, actor: Actor, on: date, seen: frozenset[str]) -> Iterator[tuple[str, bool]]:
        """Yield the id of each that carries it on and exists on the day, and whether it took over at once."""
        for heir, soon in self._next.get(actor.actor_id, {}).items():
            if self.register.actor(heir).alive(on):
                yield heir, soon
            elif heir not in seen:
                yield from self._alive(self.register.actor(heir), on, seen | {heir})

    @cached_property
    def _next(self) -> dict[str, dict[str, bool]]:
        """The ids of those that carry each organisation on, and whether they took over within a year of its end."""
        found: dict[str, dict[str, bool]] = defaultdict(dict)
        for actor in map(self.register.actor, self.register):
            for relation in actor.relations:
                if relation.kind == "merged_into":
                    found[actor.actor_id][relation.of] = True
                elif relation.kind in _CARRIES_ON:
                    found[relation.of][actor.actor_id] = _soon(self.register.actor(relation.of), relation.start)
        return found


def _soon(ended: Actor, start: str) -> bool:
    return not (ended.ended and start) or int(start[:4]) - int(ended.ended[:4]) <= 1
