"""What coding knows of a report besides one incident: its day, its countries, its places, its speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from rasid.coding import unlisted
from rasid.coding.days import Days, days_in, own_day
from rasid.coding.located import Located, located
from rasid.coding.witnesses import without_name
from rasid.model import ActorRef, Reading, Report, Resolvers, Span, Speaker, When, Where
from rasid.model.reading import ArgumentRole
from rasid.text.letter_case import is_all_capitals
from rasid.text.names import name_key

CODER = "rasid-coder/1"
DATELINE = re.compile(
    r"^\W{0,3}([^\W\d_][^\n()–—:]{1,60}?)\s*(?:(?:\([^)]{1,40}\)\s*)?(?:[–—]|--?\s)|\([^)]{4,20}\d\)\s)"
)
"""The place at the head of a text, where it was written: what follows need not lie near it."""


_STATE_BODIES = (".military", ".police", ".government", ".security_forces")
"""Endings of the register's ids for bodies of a state, whose names do tell a country."""


@dataclass(slots=False)
class Context:
    """One report under coding, with look-ups that are made once and kept."""

    report: Report
    reading: Reading
    resolvers: Resolvers
    keep_names: bool = False
    """Whether names of victims stay in the record's words."""
    _places: dict[str, Where | None] = field(default_factory=dict)
    _actors: dict[str, ActorRef] = field(default_factory=dict)

    @property
    def coded_by(self) -> str:
        """Reader and coder with their versions, as kept in every claim."""
        return f"{self.reading.reader}+{CODER}"

    @cached_property
    def published(self) -> date | None:
        """The day of publication, if known, else the one that the text gives itself at its head."""
        return self.report.published_day or own_day(self.report.text)

    @cached_property
    def days(self) -> Days:
        """The days that the text names, in its order."""
        arguments = (argument for trigger in self.reading.triggers for argument in trigger.arguments)
        told = [argument.span for argument in arguments if argument.role is ArgumentRole.time]
        return days_in(self.report.text, self.resolvers.times, self.published, self.acts, told)

    @cached_property
    def acts(self) -> dict[int, bool]:
        """Where acts are told, in code points, and whether a verb tells them."""
        return {trigger.span.start: trigger.rule.startswith("verb.") for trigger in self.reading.triggers}

    @cached_property
    def upper(self) -> bool:
        """Whether the text is in upper case throughout, so that capitals tell nothing."""
        return is_all_capitals(self.report.text)

    @cached_property
    def named_places(self) -> tuple[tuple[int, int, str], ...]:
        """Places that the text names outside the names of actors: (start, end, words) in code points."""
        found = self.resolvers.places.find(self.report.text, cased=not self.upper, countries=self.countries)
        actors = [(start, end) for start, end, _ in self.named_actors]
        return tuple(
            (start, end, words)
            for start, end, words in found
            if not any(start < stop and begin < end for begin, stop in actors)
        )

    @cached_property
    def located(self) -> tuple[Located, ...]:
        """What the names of places behind the dateline mean, in the order of the text."""
        dateline = DATELINE.match(self.report.text)
        return tuple(located(self, dateline.end() if dateline is not None else 0))

    @cached_property
    def areas(self) -> tuple[Located, ...]:
        """The divisions and countries among them."""
        return tuple(one for one in self.located if unlisted.holder_of([one.where]) is not None)

    @cached_property
    def settled(self) -> dict[str, Where | None]:
        """What the place phrases of acts and the places named besides mean, each in the light of all the others."""
        told = (
            self.quote(argument.span)
            for trigger in self.reading.triggers
            for argument in trigger.arguments
            if argument.role is ArgumentRole.place
        )
        dateline = DATELINE.match(self.report.text)
        named = (words for start, _, words in self.named_places if dateline is None or start >= dateline.end())
        phrases = list(dict.fromkeys([*told, *named]))
        cased = [unlisted.recased(words) if self.upper else words for words in phrases]
        found = self.resolvers.places.resolve_all(cased, countries=self.countries[:3])
        return {words: _in_words(where, words) for words, where in zip(phrases, found, strict=True)}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Countries that the report is about, the most named first; names of armed groups name no place."""
        text = list(self.report.text)
        for start, end, actor in self.named_actors:
            if not actor.endswith(_STATE_BODIES):
                text[start:end] = " " * (end - start)
        return tuple(self.resolvers.places.countries_of("".join(text), cased=not self.upper))

    @cached_property
    def named_actors(self) -> tuple[tuple[int, int, str], ...]:
        """Actors of the register that the text names: (start, end, actor id) in code points, in the order of the text."""
        return tuple(self.resolvers.actors.find(self.report.text))

    def quote(self, span: Span) -> str:
        """Return the words of a span on one line."""
        return " ".join(span.quote(self.report.text).split())

    def where(self, words: str, countries: tuple[str, ...] = ()) -> Where | None:
        """Resolve a place phrase in the light of the report's countries."""
        if not countries and words in self.settled:
            return self.settled[words]
        key = f"{words}|{countries}"
        if key not in self._places:
            cased = unlisted.recased(words) if self.upper else words
            where = self.resolvers.places.resolve(cased, countries=countries or self.countries[:3])
            self._places[key] = _in_words(where, words)
        return self._places[key]

    def meant(self, words: str) -> tuple[Where | None, str | None]:
        """Return the gazetteer place that a phrase means, or else the name of a place that the gazetteer does not hold."""
        cased = unlisted.recased(words) if self.upper else words
        named = unlisted.named_kind(cased)
        where = self.where(words)
        if named is not None and (where is None or name_key(where.name) != name_key(named)):
            where = self.where(named)
            return (replace(where, words=words), None) if where is not None else (None, named)
        if where is not None:
            name = self._head_of(cased, where)
            return (where, None) if name is None else (None, name)
        return None, unlisted.quarter_in(cased) if self.upper else unlisted.name_in(words)

    def _head_of(self, words: str, where: Where) -> str | None:
        """Return the name before a comma that no gazetteer holds, where only the area named behind it was found.

        "Tel Arbush, Wasit province" is Tel Arbush, wherever in Wasit it lies.
        """
        head, comma, _ = words.partition(",")
        if not comma or unlisted.holder_of([where]) is None:
            return None
        own = self.where(head)
        return unlisted.name_in(head) if own is None or not may_hold(where, own) else None

    def when(self, words: str, offset: int | None = None) -> When:
        """Resolve a time expression against the day of publication, and the day named last before `offset` in the text."""
        anchor = self.days.before(offset) if offset is not None else None
        country = next(iter(self.countries), None)
        return self.resolvers.times.resolve(words, published=self.published, anchor=anchor, country=country)

    def who(self, words: str, country: str | None) -> ActorRef:
        """Resolve the words for an actor in a country at the time of publication."""
        key = f"{words}|{country}"
        if key not in self._actors:
            self._actors[key] = self.resolvers.actors.resolve(words, country=country, on=self.published)
        return self._actors[key]

    def speaker(self, span: Span | None, country: str | None) -> Speaker | None:
        """Return the speaker at a span, with the organisation that the words give; a private person's name is left out."""
        if span is None:
            return None
        words = self.quote(span)
        actor = self.who(words, country)
        if not self.keep_names:
            words = without_name(words, self.report.text[span.end : span.end + 100])
        return Speaker(words=words, span=span, actor=actor if actor.actor_id is not None else None)


def may_hold(area: Where, place: Where) -> bool:
    """Tell whether a place is the area, or lies in it as far as their divisions tell."""
    return place.country == area.country and area.admin1 in {None, place.admin1}


def _in_words(where: Where | None, words: str) -> Where | None:
    """Return the place with the words of the text."""
    return replace(where, words=words) if where is not None and where.words != words else where
