"""From a place phrase to ranked candidates: which of its names is the place, which only say where that lies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.resolve.gazetteer import COMMON, Candidate, Gazetteer, Place
from rasid.resolve.place_kinds import FEATURES
from rasid.resolve.place_phrase import How, Known, Part, parse
from rasid.resolve.place_rank import Context, Scored, holds, rank, with_containers
from rasid.resolve.place_weights import DEFAULT, Weights
from rasid.resolve.place_words import place_words
from rasid.text.names import fold, name_key

_LARGE = 100_000
_WELL_KNOWN = 1_000_000
_KNOWN_ABROAD = 15_000
_UNSEEN_NAME = 0.85
_SEVERAL = 0.7
_NAMESAKE = 0.6
_LEVELS = frozenset({"continent", "country", "admin1"})
_OF_A_COUNTRY = frozenset({"border", "land", "capital"})
_THE_CAPITAL = re.compile(
    r"(?:.*\b(?<!north )(?<!south )(?<!east )(?<!west )of |.*\bin )?(?:the|this|that|its|their) (?:(?:countrys|nations) )?capital(?: city)?"
)
_UNITS = {"admin1": {"admin1"}, "admin2": {"admin2"}, "admin": {"admin1", "admin2"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a phrase may mean: the part that names the place, its candidates best first, and a factor of belief.

    `other` is the second end of a line between two places; `several` is set where the place is the smallest unit
    that holds all the places of a list, `told` where the phrase itself says what the
    place lies in, and `holders` the names that say so with the units that they mean.
    """

    part: Part
    ranked: tuple[Scored, ...]
    factor: float = 1.0
    other: Place | None = None
    several: bool = False
    told: bool = False
    holders: tuple[tuple[str, Place], ...] = ()


class PhraseReader:
    """Reads place phrases against one gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def read(self, words: str, context: Context) -> Meant | None:
        """What the phrase may mean in the context; None where it names no place that is known."""
        parts = parse(words, lambda name: self.known(name, context.countries))
        ranked = {i: scored for i, part in enumerate(parts) if (scored := self._ranked(part, context))}
        head = self._head(parts, ranked)
        if head is None:
            return self._capital(words, context)
        named, head = head, _held(_at_home(head, parts, ranked, context), parts, ranked)
        best = _in_context(head, parts, ranked, context.weights)
        told = not parts[head].joined and len(best) > 0 and best[0].score > ranked[head][0].score + 1.0
        part, factor = parts[head], 1.0
        holders = tuple(_holders(head, best[0].place, parts, ranked)) if told else ()
        if head != named or any(before.known is None for before in parts[:head]):
            factor = _UNSEEN_NAME
        if _is_namesake(part, best[0].place):
            factor *= _NAMESAKE
        siblings = [
            _in_context(i, parts, ranked, context.weights)[0].place for i in ranked if i > head and parts[i].joined
        ]
        if siblings and part.how is How.between:
            return Meant(part=part, ranked=tuple(best), factor=factor, other=siblings[0])
        if siblings and part.how is How.at and (unit := self._common_unit([best[0].place, *siblings])):
            whole = (Scored(unit, 0.0),)
            return Meant(part=Part(name=unit.name), ranked=whole, factor=factor * _SEVERAL, several=True)
        if part.kind == "capital" and (capital := self.gazetteer.capital(best[0].place.id)):
            best = [Scored(capital, best[0].score)]
        return Meant(part=part, ranked=tuple(best), factor=factor, told=told, holders=holders)

    def _capital(self, words: str, context: Context) -> Meant | None:
        """The capital of a country that the report is about, where the phrase names none: "the outskirts of the capital".

        Likelier of the country named most; where names are settled together, the other places decide with it.
        """
        if _THE_CAPITAL.fullmatch(fold(words)) is None:
            return None
        found = enumerate(self.gazetteer.capital(country) for country in context.countries)
        ranked = tuple(Scored(place, -2.0 * rank) for rank, place in found if place is not None)
        return Meant(part=Part(name=ranked[0].place.name), ranked=ranked, factor=_UNSEEN_NAME) if ranked else None

    def known(self, name: str, countries: Sequence[str] = ()) -> Known | None:
        """What a string is to the gazetteer, for a report about `countries`."""
        key = name_key(name)
        if name.endswith(".") and self._is_short(name):
            return Known.short
        if key in place_words().never:
            return None
        largest, at_home = self._sizes(key, countries)
        if largest < _WELL_KNOWN and self.gazetteer.people(key):
            return Known.people
        if at_home >= _LARGE or largest >= _WELL_KNOWN or (not largest and self._units(name)):
            return Known.name
        telling = name[:1].isupper() and not name.isupper()
        if largest and (telling or largest >= _LARGE or not self.gazetteer.flags(key) & COMMON):
            return Known.minor
        return Known.short if self._is_short(name) else None

    def _sizes(self, key: str, countries: Sequence[str]) -> tuple[int, int]:
        """Inhabitants of the largest place of the name, and of the largest in the countries (anywhere without any).

        With countries, places elsewhere count only from 15,000: an unknown village at home is likelier than a small
        town abroad.
        """
        sizes = self.gazetteer.strength(key)
        home = [size for country, size in sizes if not countries or country in countries]
        abroad = [size for country, size in sizes if size >= (_KNOWN_ABROAD if countries else 0)]
        return max((*home, *abroad), default=0), max(home, default=0)

    def _is_short(self, name: str) -> bool:
        return any(c.short for c in self.gazetteer.lookup(name))

    def _units(self, name: str) -> tuple[Candidate, ...]:
        """Units meant by a name with its kind word, "Hall County", where the gazetteer has the bare name only.

        Those that are called so themselves are meant before others: a state of Washington is no county.
        """
        bare, words = place_words().without_unit(name), fold(name).split()
        if len(words) < 2 or bare == " ".join(words):
            return ()
        kind = place_words().kind_after(tuple(words))[0] or place_words().kind_before(tuple(words))[0]
        kinds = _UNITS.get(kind, set())
        units = tuple(c for c in self.gazetteer.lookup(bare) if c.place.kind in kinds and not c.short) if kinds else ()
        return tuple(c for c in units if fold(c.place.name).split() == words) or units

    def candidates(self, part: Part, countries: Sequence[str]) -> tuple[Candidate, ...]:
        """The places that the name of a part may mean; alternate names of places abroad are not believed."""
        wanted = part.known is Known.short
        found = tuple(c for c in self.gazetteer.lookup(part.name) if c.short == wanted or not c.short)
        found = found or self._units(part.name)
        return tuple(c for c in found if not countries or c.place.country in countries or c.main or c.listed) or found

    def _ranked(self, part: Part, context: Context) -> list[Scored]:
        if part.known is None:
            return []
        if part.known is Known.people:
            country = self.gazetteer.get(self.gazetteer.people(name_key(part.name)) or "")
            return [Scored(country, 10.0)] if country else []
        return rank(part, self.candidates(part, context.countries), context)

    def _head(self, parts: Sequence[Part], ranked: dict[int, list[Scored]]) -> int | None:
        """Index of the part that is the place: the first, or a later one that lies in it."""
        able = [i for i in ranked if parts[i].known is not Known.people or parts[i].kind in _OF_A_COUNTRY]
        if not able:
            return None
        head = able[0]
        for index in able[1:]:
            outer = _in_context(head, parts, ranked, DEFAULT)[0].place
            inner = _in_context(index, parts, ranked, DEFAULT)[0].place
            if not parts[index].joined and parts[head].kind != "capital" and holds(outer, inner) == 1.0:
                head = index
        return head

    def _common_unit(self, places: Sequence[Place]) -> Place | None:
        """The smallest unit that holds all the places, None where they share no country."""
        for level in ("admin2_id", "admin1_id", "country"):
            units = {getattr(place, level) for place in places}
            if len(units) == 1 and None not in units:
                return self.gazetteer.get(units.pop())
        return None


def _in_context(index: int, parts: Sequence[Part], ranked: dict[int, list[Scored]], weights: Weights) -> list[Scored]:
    """The candidates of one part in the light of the others; the members of a list do not hold each other."""
    if parts[index].joined:
        return ranked[index]
    level = ranked[index][0].place.kind
    containers = [
        s
        for i, s in ranked.items()
        if i != index and not parts[i].joined and not (level in _LEVELS and s[0].place.kind == level)
    ]  # "Kansas, Ohio" and "Canada, Mexico" are lists, though a town Kansas lies in Ohio
    return with_containers(ranked[index], containers, weights)


def _at_home(head: int, parts: Sequence[Part], ranked: dict[int, list[Scored]], context: Context) -> int:
    """Index of the unit at home that the phrase says the place lies in, where the place found lies abroad.

    "Daman district, Kandahar province" is no Daman in India: that district is one that the gazetteer lacks.
    """
    if not context.countries or ranked[head][0].place.country in context.countries:
        return head
    later = (i for i in ranked if i > head and not parts[i].joined and ranked[i][0].place.kind in {"admin1", "admin2"})
    at_home = (i for i in later if ranked[i][0].place.country in context.countries)
    return next(at_home, head)


def _is_namesake(part: Part, place: Place) -> bool:
    """Whether the words name a feature that the gazetteer lacks, and the place only bears the name: "Lake Vermont"."""
    return part.leads and part.kind in FEATURES and place.kind not in part.kinds


def _held(head: int, parts: Sequence[Part], ranked: dict[int, list[Scored]]) -> int:
    """Index of the place that the phrase says a feature lies in, where it holds no place of the feature's name.

    "Lake Vermont, Minnesota" is no Vermont, and lies in Minnesota all the same.
    """
    if not _is_namesake(parts[head], ranked[head][0].place):
        return head
    later = [i for i in ranked if i > head and not parts[i].joined]
    inside = any(holds(outer.place, inner.place) for i in later for outer in ranked[i] for inner in ranked[head])
    return head if inside else next(iter(later), head)


def _holders(
    head: int, place: Place, parts: Sequence[Part], ranked: dict[int, list[Scored]]
) -> Iterator[tuple[str, Place]]:
    """The other names of the phrase that hold its place, by their keys."""
    for index, scored in ranked.items():
        unit = next((s.place for s in scored if holds(s.place, place) == 1.0), None)
        if index != head and unit is not None:
            yield name_key(parts[index].name), unit
