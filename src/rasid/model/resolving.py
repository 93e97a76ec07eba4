"""What coding asks of resolving, so that the stages need not know each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from rasid.model.actor import ActorRef
from rasid.model.when import When
from rasid.model.where import Where


class TimeResolver(Protocol):
    """Turns a time expression into calendar days."""

    def resolve(
        self, words: str, *, published: date | None, anchor: date | None = None, country: str | None = None
    ) -> When:
        """Return the days that `words` mean; without `published`, relative expressions stay unknown.

        `country` is the ISO code of the one whose fiscal years are meant.
        """
        ...


class PlaceResolver(Protocol):
    """Turns a place phrase into a gazetteer place."""

    def resolve(
        self,
        words: str,
        *,
        countries: Sequence[str] = (),
        admin1: Sequence[str] = (),
        near: Sequence[Where] = (),
    ) -> Where | None:
        """Return the place that `words` mean given the countries, divisions and places of the report, or None."""
        ...

    def resolve_all(self, phrases: Sequence[str], *, countries: Sequence[str] = ()) -> Sequence[Where | None]:
        """Return what each of the phrases of one report means, or None, in their order: each is likelier where the others lie."""
        ...

    def find(self, text: str, *, cased: bool = True, countries: Sequence[str] = ()) -> Sequence[tuple[int, int, str]]:
        """Return (start, end, words) of the known place names in `text`, in code points and in order.

        With `countries`, small places are found only in those.
        """
        ...

    def countries_of(self, text: str, *, cased: bool = True) -> tuple[str, ...]:
        """Return the countries (ISO 3166 alpha-2) that a text is about, the most named first."""
        ...

    def country_of(self, words: str) -> str | None:
        """Return the ISO 3166 alpha-2 code that a country name or demonym in `words` means, or None."""
        ...


class ActorResolver(Protocol):
    """Turns the words for an actor into the register's actor or an unidentified class."""

    def resolve(self, words: str, *, country: str | None = None, on: date | None = None) -> ActorRef:
        """Return who is meant; never fails: kind `unknown` keeps the words."""
        ...

    def find(self, text: str) -> Sequence[tuple[int, int, str]]:
        """Return (start, end, actor id) of the register names in `text`, in code points."""
        ...


class Resolvers(Protocol):
    """The three resolvers that coding is given."""

    @property
    def times(self) -> TimeResolver:
        """Resolver of time expressions."""
        ...

    @property
    def places(self) -> PlaceResolver:
        """Resolver of places."""
        ...

    @property
    def actors(self) -> ActorResolver:
        """Resolver of actors."""
        ...
