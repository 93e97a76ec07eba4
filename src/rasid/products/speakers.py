"""Who says something, as the products name it."""

from __future__ import annotations

from collections.abc import Mapping

from rasid.model import Speaker
from rasid.products.words import is_pronoun

DENIED_BY = "denied by "
"""How the value of a conflict begins that a denial makes; the speaker's words or register id follow."""


def speaker_name(speaker: Speaker | None) -> str | None:
    """Return the words for a speaker; for a pronoun, which names nobody out of its text, the actor it stands for.

    None for the report itself and for a pronoun that stands for no known actor.
    """
    if speaker is None or not is_pronoun(speaker.words):
        return None if speaker is None else speaker.words
    return speaker.actor.name if speaker.actor is not None and speaker.actor.actor_id is not None else None


def show_denial(value: str, names: Mapping[str, str]) -> str:
    """Return "denied by ..." with the actor's name for its id; without the speaker where that is only a pronoun."""
    who = value.removeprefix(DENIED_BY)
    return DENIED_BY.removesuffix(" by ") if is_pronoun(who) else DENIED_BY + names.get(who, who)
