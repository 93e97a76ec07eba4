"""Place phrases resolved against the gazetteer: which place is meant, and how finely it may be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rasid.model.where import Where
from rasid.resolve.gazetteer import COMMON, Candidate, Gazetteer, Place
from rasid.resolve.place_find import PlaceSpan, find_places
from rasid.resolve.place_phrase import How, Known, Part, parse
from rasid.resolve.place_rank import Context, Scored, holds, rank, with_containers
from rasid.resolve.place_where import Drawn, between, draw, where
from rasid.resolve.place_words import place_words
from rasid.text.names import name_key
from rasid.text.names import words as split_words

_LARGE = 100_000
_WELL_KNOWN = 1_000_000
_SURE = 0.6
_UNSEEN_NAME = 0.85
_SEVERAL = 0.7
_FOCUS_SHARE = 0.2
_OF_A_COUNTRY = frozenset({"border", "land", "capital"})


class PlaceResolver:
    """Resolves place phrases, finds place names in text, and tells countries from names and adjectives."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @classmethod
    def open(cls, path: Path | None = None) -> PlaceResolver:
        """A resolver over the gazetteer file given, or the one shipped; raises GazetteerError as `Gazetteer.open`."""
        return cls(Gazetteer.open(path))

    def resolve(
        self, words: str, *, countries: Sequence[str] = (), admin1: Sequence[str] = (), near: Sequence[Where] = ()
    ) -> Where | None:
        """The place that the phrase means, as found in the text; None where it names none that is known.

        `countries` are the ISO codes the report is about, most important first; `admin1` names or ids of first-level
        units it is about; `near` places it names besides. All only tip the balance: what the phrase itself says is law.
        """
        points = tuple((w.lat, w.lon) for w in near if w.lat is not None and w.lon is not None)
        units = frozenset(unit for name in admin1 for unit in self._unit_ids(name, countries))
        return self._resolve(words, Context(countries=tuple(countries), admin1=units, near=points))

    def resolve_all(self, phrases: Sequence[str], *, countries: Sequence[str] = ()) -> tuple[Where | None, ...]:
        """Resolves the phrases of one report together: the sure ones say where the others are likely to lie."""
        found = [self._resolve(phrase, Context(countries=tuple(countries))) for phrase in phrases]
        for _ in range(2):
            found = [
                self._resolve(phrase, self._context(index, phrases, found, countries))
                for index, phrase in enumerate(phrases)
            ]
        return tuple(found)

    def find(self, text: str, *, cased: bool = True, countries: Sequence[str] = ()) -> list[PlaceSpan]:
        """The known place names in `text`, in order, without overlap, the longest at each point.

        Offsets are code points. `cased` false is for text whose letters tell nothing (all capitals, no capitals):
        there only names that are no common words or personal names are taken. Small places are found only in
        `countries`, or anywhere where none are given.
        """
        return find_places(self.gazetteer, text, cased=cased, countries=frozenset(countries))

    def country_of(self, words: str) -> str | None:
        """ISO code of the one country that a phrase names by its name or adjective; None for none or several."""
        tokens = [token.text for token in split_words(words)]
        found = set()
        at = 0
        while at < len(tokens):
            for length in range(min(6, len(tokens) - at), 0, -1):
                if code := self._country(" ".join(tokens[at : at + length])):
                    found.add(code)
                    break
            else:
                length = 1
            at += length
        return found.pop() if len(found) == 1 else None

    def focus(self, text_countries: Iterable[str]) -> tuple[str, ...]:
        """The countries a report is about, most named first, from the ISO codes of all its country and place names.

        A country named in passing (under a fifth of the mentions of the first) is left out.
        """
        counts = Counter(text_countries)
        most = max(counts.values(), default=0)
        kept = [code for code, count in counts.items() if count >= most * _FOCUS_SHARE]
        return tuple(sorted(kept, key=lambda code: (-counts[code], code)))

    def _resolve(self, words: str, context: Context) -> Where | None:
        parts = parse(words, self._known)
        ranked = {index: self._ranked(part, context) for index, part in enumerate(parts)}
        ranked = {index: scored for index, scored in ranked.items() if scored}
        head = self._head(parts, ranked)
        if head is None:
            return None
        best = self._in_context(head, parts, ranked)
        part = parts[head]
        factor = _UNSEEN_NAME if any(p.known is None for p in parts[:head]) else 1.0
        siblings = [self._in_context(i, parts, ranked)[0].place for i in ranked if i > head and parts[i].joined]
        if siblings and part.how is How.between:
            drawn = between(best[0].place, siblings[0], best[0].place.extent_km)
        elif siblings and part.how is How.at and (unit := self._common_unit([best[0].place, *siblings])):
            best, factor = [Scored(unit, 0.0)], factor * _SEVERAL
            drawn = draw(unit, Part(name=unit.name))._replace(rule="smallest unit that holds several places")
        else:
            drawn = self._drawn(best, part)
        return where(words, best, drawn, factor, self._name_of)

    def _drawn(self, best: list[Scored], part: Part) -> Drawn:
        capital = self.gazetteer.capital(best[0].place.id) if part.kind == "capital" else None
        if capital:
            best[:] = [Scored(capital, best[0].score)]
        return draw(best[0].place, part)

    def _ranked(self, part: Part, context: Context) -> list[Scored]:
        if part.known is None:
            return []
        if part.known is Known.people:
            country = self.gazetteer.get(self.gazetteer.people(name_key(part.name)) or "")
            return [Scored(country, 10.0)] if country else []
        return rank(part, self._candidates(part), context)

    def _candidates(self, part: Part) -> list[Candidate]:
        wanted = part.known is Known.short
        return [c for c in self.gazetteer.lookup(part.name) if not c.short or wanted]

    def _head(self, parts: Sequence[Part], ranked: dict[int, list[Scored]]) -> int | None:
        """Index of the part that is the place: the first, or a later one that lies in it."""
        able = [i for i in ranked if parts[i].known is Known.name or parts[i].kind in _OF_A_COUNTRY]
        if not able:
            return None
        head = able[0]
        for index in able[1:]:
            outer = self._in_context(head, parts, ranked)[0].place
            inner = self._in_context(index, parts, ranked)[0].place
            if not parts[index].joined and not parts[head].kind == "capital" and holds(outer, inner) == 1.0:
                head = index
        return head

    def _in_context(self, index: int, parts: Sequence[Part], ranked: dict[int, list[Scored]]) -> list[Scored]:
        others = [scored for i, scored in ranked.items() if i != index and not parts[i].joined and not parts[index].joined]
        return with_containers(ranked[index], others)

    def _common_unit(self, places: Sequence[Place]) -> Place | None:
        for level in ("admin2_id", "admin1_id", "country"):
            units = {getattr(place, level) for place in places}
            if len(units) == 1 and None not in units:
                return self.gazetteer.get(units.pop())
        return None

    def _context(self, index: int, phrases: Sequence[str], found: Sequence[Where | None],
                 countries: Sequence[str]) -> Context:  # fmt: skip
        """What the other phrases say; the same phrase elsewhere is no evidence for itself."""
        sure = {w.place_id: w for i, w in enumerate(found) if w and phrases[i] != phrases[index] and w.confidence >= _SURE}
        points = tuple((w.lat, w.lon) for w in sure.values() if w.lat is not None and w.lon is not None
                       and w.precision not in {"country", "region"})  # fmt: skip
        named = self.focus(w.country for w in sure.values() if w.country)
        units = frozenset(w.place_id for w in sure.values() if w.precision == "admin1")
        return Context(countries=tuple(dict.fromkeys((*countries, *named))), admin1=units, near=points)

    def _known(self, name: str) -> Known | None:
        key = name_key(name)
        if not key or key in place_words().never:
            return None
        largest = max((size for _, size in self.gazetteer.strength(key)), default=0)
        if largest < _WELL_KNOWN and self.gazetteer.people(key):
            return Known.people
        telling = name[:1].isupper() and not name.isupper()
        if largest and (telling or largest >= _LARGE or not self.gazetteer.flags(key) & COMMON):
            return Known.name
        return Known.short if any(c.short for c in self.gazetteer.lookup(name)) else None

    def _country(self, name: str) -> str | None:
        key = name_key(name)
        named = (c.place.id for c in self.gazetteer.lookup(name) if c.place.kind == "country" and not c.short)
        return next(named, None) or self.gazetteer.people(key) or self.gazetteer.people(key.removesuffix("s"))

    def _unit_ids(self, name: str, countries: Sequence[str]) -> list[str]:
        place = self.gazetteer.get(name)
        if place and place.kind == "admin1":
            return [place.id]
        units = [c.place for c in self.gazetteer.lookup(name) if c.place.kind == "admin1"]
        return [unit.id for unit in units if not countries or unit.country in countries]

    def _name_of(self, unit: str | None) -> str | None:
        place = self.gazetteer.get(unit) if unit else None
        return place.name if place else None


