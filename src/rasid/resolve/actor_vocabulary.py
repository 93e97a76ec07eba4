"""The words that name no organisation: nationalities, state bodies, classes of people, and how a phrase is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rasid.model.actor import ActorKind
from rasid.model.codes import VictimClass
from rasid.resolve.register import load_register


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleClass:
    """A class of people that common nouns name; `class_id` is the codebook's target class where one exists.

    `body` is the state body meant once the country is known. In an `opaque` class the organisation named beside the noun is
    not the one meant ("families of FMLN members").
    """

    class_id: str
    label: str
    kind: ActorKind
    victims: VictimClass
    body: str | None = None
    opaque: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that resolves: its name is the `basis` of what it resolved, `confidence` lies in [0, 1]."""

    name: str
    confidence: float
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The compiled vocabulary; all words are folded keys, phrases joined by one space.

    `nations` gives the country of a country's name ("name") or of a word for its people ("people"); an empty code marks a
    phrase that only looks like one. `federated` gives the countries in which a word for a state means a part of it. `nouns` gives the class of a noun, None for one that the reading passes over.
    """

    nouns: Mapping[str, PeopleClass | None]
    loaded: frozenset[str]
    bodies: Mapping[str, str]
    nations: Mapping[str, tuple[str, str]]
    countries: Mapping[str, str]
    breaks: frozenset[str]
    foreign: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    linked: frozenset[str]
    not_a_state: frozenset[str]
    federated: Mapping[str, frozenset[str]]
    counts: frozenset[str]
    word_acronyms: frozenset[str]
    rules: Mapping[str, Rule]
    longest: Mapping[str, int]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary of the package, loaded once; raises RegisterError when the file is missing or damaged."""
    return vocabulary(load_register().data["vocabulary"])


def vocabulary(data: Mapping[str, Any]) -> Vocabulary:
    """Return the vocabulary of compiled data."""
    classes = tuple(_people_class(row) for row in data["classes"])
    return Vocabulary(
        nouns={key: None if index is None else classes[index] for key, index in data["nouns"].items()},
        loaded=frozenset(data["loaded"]),
        bodies=data["bodies"],
        nations={key: (country, sort) for key, (country, sort) in data["nations"].items()},
        countries=data["countries"],
        breaks=frozenset(data["breaks"]),
        foreign=frozenset(data["foreign"]),
        not_before=frozenset(data["not_before"]),
        not_after=frozenset(data["not_after"]),
        linked=frozenset(data["linked"]),
        not_a_state=frozenset(data["not_a_state"]),
        federated={word: frozenset(countries) for word, countries in data["federated"].items()},
        counts=frozenset(data["counts"]),
        word_acronyms=frozenset(data["words"]),
        rules={name: Rule(name=name, **rule) for name, rule in data["rules"].items()},
        longest=data["longest"],
    )


def _people_class(row: Mapping[str, Any]) -> PeopleClass:
    return PeopleClass(
        class_id=row["id"],
        label=row["label"],
        kind=ActorKind(row["kind"]),
        victims=VictimClass(row["victims"]),
        body=row.get("body"),
        opaque=row.get("opaque", False),
    )
