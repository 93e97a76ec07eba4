"""The three resolvers together, as coding is given them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rasid.resolve.actor_overlay import load_overlaid
from rasid.resolve.actors import ActorResolver
from rasid.resolve.places import PlaceResolver
from rasid.resolve.register import load_register
from rasid.resolve.times import TimeResolver

_SOON = 30
"""Days after a report within which a day without a year is the coming one: "the 11 March elections", told on 20 February."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolverSet:
    """Actors, places and times resolved from one register and one gazetteer."""

    times: TimeResolver
    places: PlaceResolver
    actors: ActorResolver


@cache
def load_actors(own: Path | None = None) -> ActorResolver:
    """Load the actor resolver over the shipped register, with a project's own actors laid over it where `own` names their file.

    Raises RegisterError when the file is missing or at fault.
    """
    return ActorResolver(load_overlaid(own) if own is not None else load_register())


@cache
def load_resolvers(*, gazetteer: Path | None = None, actors: Path | None = None) -> ResolverSet:
    """Load the resolvers over the shipped gazetteer and register, or another gazetteer and own `actors` laid over the register.

    A gazetteer in TOML or CSV is a table of places that is laid over the shipped one.

    Raises GazetteerError or RegisterError when a file is missing or malformed.
    """
    return ResolverSet(
        times=TimeResolver(ahead=_SOON),
        places=PlaceResolver.open(gazetteer),
        actors=load_actors(actors),
    )
