"""Which actors of the register stand for a side of UCDP GED."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.actors_units import Unit, rows_of
from rasid.model import ActorKind
from rasid.resolve.actors import ActorResolver
from rasid.resolve.register import BODIES

_FAMILY = frozenset({"part_of", "armed_wing_of", "successor_of", "split_from", "merged_into", "renamed_from"})


class Sides:
    """The actors of the register that stand for a side of UCDP."""

    def __init__(self, resolver: ActorResolver, path: str | Path) -> None:
        self._own = {(row["side_a"], row["side_b"]) for row in rows_of(path) if row["type_of_violence"] == "1"}
        self._resolver = resolver
        self._register = resolver.register
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for actor_id in self._register:
            for relation in self._register.actor(actor_id).relations:
                if relation.kind in _FAMILY:
                    self._near[actor_id].add(relation.of)
                    self._near[relation.of].add(actor_id)
        self._states = {f"{country.lower()}.{body}" for country in resolver.vocabulary.countries for body in BODIES}
        self._known: dict[tuple[int, str, str | None], frozenset[str]] = {}

    def meant(self, unit: Unit) -> dict[str, frozenset[str]]:
        """Return by UCDP name of each organised side the ids that meet it; empty where the register has none."""
        meant = {name: self._side(ucdp, name, unit.country) for ucdp, name in unit.sides if name != "Civilians"}
        for name in meant:
            if name.endswith(" insurgents"):
                meant[name] |= self._all_groups(name, unit.country)
        return meant

    def _all_groups(self, name: str, country: str | None) -> frozenset[str]:
        """The rebel groups of a country but those that UCDP has as a side of their own against the same government."""
        key = (0, name, country)
        if key not in self._known:
            foes = {government for government, rebels in self._own if rebels == name}
            others = {rebels for government, rebels in self._own if government in foes and rebels != name}
            apart = {actor for rebels in others for actor in self._actors(-1, rebels, country)}
            parts = {one for one in self._register if apart & {*self._register.parents(one)}}
            groups = (one for one in self._register if self._register.actor(one).home == country)
            rebel = (one for one in groups if self._register.actor(one).kind is ActorKind.rebel_group)
            self._known[key] = frozenset(rebel) - apart - parts
        return self._known[key]

    def _side(self, ucdp: int, name: str, country: str | None) -> frozenset[str]:
        key = (ucdp, name, country)
        if key not in self._known:
            self._known[key] = frozenset(self._around(self._actors(ucdp, name, country)))
        return self._known[key]

    def _actors(self, ucdp: int, name: str, country: str | None) -> Iterator[str]:
        actor_id = self._register.of_ucdp(ucdp)
        if actor_id is not None:
            yield actor_id
            return
        for part in name.split(", "):
            ref = self._resolver.resolve(part.split(" - ")[0], country=country)
            if ref.actor_id is not None:
                yield ref.actor_id

    def _around(self, actors: Iterable[str]) -> Iterator[str]:
        for actor_id in actors:
            yield actor_id
            if actor_id in self._states:
                bodies = {f"{actor_id.partition('.')[0]}.{body}" for body in BODIES}
                yield from bodies
                yield from (one for one in self._register if bodies & {*self._register.parents(one)})
            else:
                yield from self._near[actor_id]
