"""Organisations of a report replaced by others of their kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple

from corpus.document import Document
from corpus.edit import Edit, edited
from rasid.model import ActorKind, ActorResolver
from rasid.resolve import load_resolvers
from rasid.resolve.register import Actor, load_register

_KINDS = {ActorKind.rebel_group, ActorKind.political_militia, ActorKind.communal_militia, ActorKind.gang}
"""Bodies of states are named after their countries, which the places of the report would contradict."""


class _Partner(NamedTuple):
    """Who takes an actor's place: its id, its name in full, and its acronym if it has one."""

    actor_id: str
    name: str
    acronym: str | None

    def named_like(self, words: str) -> str:
        """Return the acronym for an acronym, the name for a name."""
        return self.acronym if _is_acronym(words) and self.acronym else self.name


def swap_actors(document: Document, dice: Random) -> Document:
    """Return the report with each named group replaced throughout by one group of its kind, country and time.

    Names in full become names in full, acronyms acronyms; a group without such a partner stays. Text, title, and the
    perpetrators of the record change alike.
    """
    title = document.head.title or ""
    acting = {record.perp for record in document.annotation.incidents if record.perp}
    named = {actor for text in (document.text, title) for _, _, actor in _actors().find(text)} | acting
    partners = _partners(sorted(named), document.head.published, dice)
    changed = edited(document, _edits(document.text, partners))
    # Where an edit could not be made the report would name both, and the record would be untrue of one of them.
    if any(actor in partners for _, _, actor in _actors().find(changed.text)):
        return document
    records = tuple(
        replace(record, perp=partners[record.perp].actor_id) if record.perp in partners else record
        for record in document.annotation.incidents
    )
    for edit in reversed(_edits(title, partners)):
        title = title[: edit.start] + edit.words + title[edit.end :]
    return replace(
        changed,
        head=replace(document.head, title=title or None),
        annotation=replace(changed.annotation, incidents=records),
    )


@cache
def _actors() -> ActorResolver:
    return load_resolvers().actors


def _is_acronym(words: str) -> bool:
    return words.isupper() and " " not in words


def _edits(text: str, partners: Mapping[str, _Partner]) -> list[Edit]:
    return [
        Edit(start, end, partners[actor].named_like(text[start:end]))
        for start, end, actor in _actors().find(text)
        if actor in partners
    ]


def _partners(named: list[str], on: date | None, dice: Random) -> dict[str, _Partner]:
    """Return a partner for each actor that has one, no two the same and none of them named in the report already."""
    taken = set(named)
    partners: dict[str, _Partner] = {}
    for actor_id in named:
        possible = [other for other in _alike(actor_id, on) if other.actor_id not in taken]
        if possible:
            chosen = dice.choice(possible)
            taken.add(chosen.actor_id)
            partners[actor_id] = chosen
    return partners


def _alike(actor_id: str, on: date | None) -> list[_Partner]:
    """Return the groups of the kind and of a country of an actor that existed on the day, by id."""
    if actor_id not in load_register():
        return []
    actor = load_register().actor(actor_id)
    return [
        _partner(other.actor_id)
        for other in _groups()
        if other.kind is actor.kind and set(other.countries) & set(actor.countries) and other.alive(on)
    ]


@cache
def _groups() -> tuple[Actor, ...]:
    register = load_register()
    return tuple(actor for actor in map(register.actor, sorted(register)) if actor.kind in _KINDS)


@cache
def _partner(actor_id: str) -> _Partner:
    name, *others = load_register().names_of(actor_id)
    acronym = next((one for one in others if _is_acronym(one) and one.isascii()), None)
    return _Partner(actor_id, name, acronym)
