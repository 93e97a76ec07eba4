"""Who: an organised actor of the register, or the class of an unidentified one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """The kind of an actor; the same list for every side."""

    state_force = "state_force"
    government = "government"
    rebel_group = "rebel_group"
    political_militia = "political_militia"
    communal_militia = "communal_militia"
    gang = "gang"
    external_force = "external_force"
    peacekeepers = "peacekeepers"
    civilians = "civilians"
    protesters = "protesters"
    rioters = "rioters"
    unidentified_armed_group = "unidentified_armed_group"
    organisation = "organisation"
    unknown = "unknown"

    @property
    def armed(self) -> bool | None:
        """Whether its members are armed actors; None when the kind does not tell."""
        if self in {ActorKind.unknown, ActorKind.organisation, ActorKind.government}:
            return None
        return self not in {ActorKind.civilians, ActorKind.protesters, ActorKind.rioters}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """An actor as resolved: the register's id, or None for an unidentified class; `words` are the text's own."""

    actor_id: str | None
    name: str
    kind: ActorKind
    words: str
    country: str | None = None
    basis: str = ""
    confidence: float = 1.0
