"""Names to identities: actors, places, times."""

from rasid.resolve.actors import ActorResolver
from rasid.resolve.resolvers import ResolverSet, load_actors, load_resolvers
from rasid.resolve.times import TimeResolver

__all__ = ["ActorResolver", "ResolverSet", "TimeResolver", "load_actors", "load_resolvers"]
