"""Place phrases resolved against the gazetteer: which place is meant, and how finely it may be drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rasid.model.where import Where
from rasid.resolve.gazetteer import Candidate, Gazetteer, Place
from rasid.resolve.place_find import PlaceSpan, find_places
from rasid.resolve.place_joint import Named, settle
from rasid.resolve.place_kinds import SETTLEMENTS
from rasid.resolve.place_overlay import open_gazetteer
from rasid.resolve.place_phrase import Part
from rasid.resolve.place_rank import Context
from rasid.resolve.place_read import Meant, PhraseReader
from rasid.resolve.place_weights import DEFAULT, Weights
from rasid.resolve.place_where import between, draw, where
from rasid.resolve.place_words import place_words
from rasid.text.names import name_key, word_key
from rasid.text.names import words as split_words

_FOCUS_SHARE = 0.2
_PLAIN = 20.0
_LONGEST = 6


_SPEAKS_ALONE = 15_000
"""Inhabitants of a place that alone tells which country a report is about."""
_KNOWN_ABROAD = 300_000
"""A town of fewer people in a country that a report is not about is more likely a village at home of the same name."""


class PlaceResolver:
    """Resolves place phrases, finds place names in text, and tells countries from names and adjectives."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights = DEFAULT) -> None:
        self.gazetteer, self.weights = gazetteer, weights
        self._reader = PhraseReader(gazetteer)

    @classmethod
    def open(cls, path: Path | None = None) -> PlaceResolver:
        """A resolver over the gazetteer or table given, or the gazetteer shipped; raises as `open_gazetteer` does."""
        return cls(open_gazetteer(path))

    def resolve(
        self, words: str, *, countries: Sequence[str] = (), admin1: Sequence[str] = (), near: Sequence[Where] = ()
    ) -> Where | None:
        """The place that the phrase means, as found in the text; None where it names none that is known.

        `countries` are the ISO codes the report is about, most important first; `admin1` names or ids of first-level
        units it is about; `near` places it names besides. All only tip the balance: what the phrase itself says is law.
        """
        points = tuple(((w.lat, w.lon), w.confidence) for w in near if w.lat is not None and w.lon is not None)
        units = frozenset(unit for name in admin1 for unit in self._unit_ids(name, countries))
        meant = self._reader.read(
            words, Context(countries=tuple(countries), admin1=units, near=points, weights=self.weights)
        )
        if meant is None or (countries and _is_far_namesake(meant.ranked[0].place, words, countries, self)):
            return None
        return self._where(words, meant)

    def resolve_all(self, phrases: Sequence[str], *, countries: Sequence[str] = ()) -> tuple[Where | None, ...]:
        """Resolves the phrases of one report together: each is likelier where the others lie. Order is kept."""
        context = Context(countries=tuple(countries), weights=self.weights)
        meant = {phrase: found for phrase in dict.fromkeys(phrases) if (found := self._reader.read(phrase, context))}
        settled = settle(
            [Named(name_key(m.part.name), m.ranked, m.told, m.holders, m.factor) for m in meant.values()], self.weights
        )
        answers = {
            phrase: self._where(phrase, replace(found, ranked=tuple(ranked)))
            for (phrase, found), ranked in zip(meant.items(), settled, strict=True)
            if not (countries and _is_far_namesake(ranked[0].place, phrase, countries, self))
        }
        return tuple(answers.get(phrase) for phrase in phrases)

    def read(self, words: str, context: Context) -> Meant | None:
        """What a phrase alone may mean; None where it names no place that is known."""
        return self._reader.read(words, context)

    def candidates(self, part: Part, countries: Sequence[str]) -> tuple[Candidate, ...]:
        """The places that the name of a part may mean."""
        return self._reader.candidates(part, countries)

    def find(self, text: str, *, cased: bool = True, countries: Sequence[str] = ()) -> list[PlaceSpan]:
        """The known place names in `text`, in order, without overlap, the longest at each point.

        Offsets are code points. `cased` false is for text whose letters tell nothing (all capitals, no capitals):
        there only names that are no common words or personal names are taken. With `countries`, small places are
        found only in those.
        """
        return find_places(self.gazetteer, text, cased=cased, countries=frozenset(countries))

    def country_of(self, words: str) -> str | None:
        """ISO code of the one country that a phrase names, by name or adjective, or by a place found plainly there.

        None for no country and for several; a place counts only where the words are its name and no other country
        has one nearly as large.
        """
        if self._countries(words):
            return self.named_country(words)
        plain = self._plainly_in(words)
        return plain[0] if plain else None

    def named_country(self, words: str) -> str | None:
        """ISO code of the one country that the words themselves name, by name or adjective."""
        found = {code for _, code in self._countries(words)}
        return found.pop() if len(found) == 1 else None

    def countries_of(self, text: str, *, cased: bool = True) -> tuple[str, ...]:
        """The countries a text is about, most named first, by their names, adjectives and places plainly in one."""
        named = [code for _, code in self._countries(text)]
        names = [span.words for span in self.find(text, cased=cased)]
        places = [words for words in names if not self._country(words)]
        plain = [(words, *found) for words in places if (found := self._plainly_in(words))]
        return self.focus([*named, *_witnessed(named, plain, outright=len(places) < len(names))])

    def focus(self, text_countries: Iterable[str]) -> tuple[str, ...]:
        """The countries a report is about, most named first, from the ISO codes of all its country and place names.

        A country named in passing (under a fifth of the mentions of the first) is left out.
        """
        counts = Counter(text_countries)
        most = max(counts.values(), default=0)
        kept = [code for code, count in counts.items() if count >= most * _FOCUS_SHARE]
        return tuple(sorted(kept, key=lambda code: (-counts[code], code)))

    def _where(self, words: str, meant: Meant) -> Where:
        best = meant.ranked[0].place
        drawn = between(best, meant.other, best.extent_km) if meant.other else draw(best, meant.part)
        if meant.several:
            drawn = drawn._replace(rule="smallest unit that holds several places")
        return where(words, meant.ranked, drawn, meant.factor, self._name_of)

    def _countries(self, text: str) -> list[tuple[int, str]]:
        """Index of the word and ISO code of each country that a text names by name or adjective."""
        tokens = [token.text for token in split_words(text)]
        openers = self.gazetteer.country_openers
        cased = not text.islower()
        found, at = [], 0
        while at < len(tokens):
            step = 1
            first = "" if cased and tokens[at].islower() else word_key(tokens[at])
            if first not in openers and first.removesuffix("s") not in openers:
                at += 1
                continue
            for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
                if code := self._country(" ".join(tokens[at : at + length])):
                    found.append((at, code))
                    step = length
                    break
            at += step
        return found

    def _country(self, name: str) -> str | None:
        key = name_key(name)
        named = (c.place.id for c in self.gazetteer.lookup(name) if c.place.kind == "country" and not c.short)
        return next(named, None) or self.gazetteer.people(key) or self.gazetteer.people(key.removesuffix("s"))

    def _plainly_in(self, name: str) -> tuple[str, int] | None:
        """The country and weight of the largest place of the name, where the next largest elsewhere is 20 times smaller."""
        sizes = self.gazetteer.strength(name_key(name))
        sizes = sizes or self.gazetteer.strength(name_key(place_words().without_unit(name)))
        if not sizes or sizes[0][0] is None:
            return None
        elsewhere = next((size for country, size in sizes if country != sizes[0][0]), 0)
        return (sizes[0][0], sizes[0][1]) if sizes[0][1] >= _PLAIN * elsewhere else None

    def _unit_ids(self, name: str, countries: Sequence[str]) -> list[str]:
        place = self.gazetteer.get(name)
        if place and place.kind == "admin1":
            return [place.id]
        found = (*self.gazetteer.lookup(name), *self.gazetteer.lookup(place_words().without_unit(name)))
        units = [c.place for c in found if c.place.kind == "admin1"]
        return [unit.id for unit in units if not countries or unit.country in countries]

    def _name_of(self, unit: str | None) -> str | None:
        place = self.gazetteer.get(unit) if unit else None
        return place.name if place else None


def _witnessed(named: Sequence[str], plain: Sequence[tuple[str, str, int]], *, outright: bool) -> list[str]:
    """The countries that places speak for, one for each place: a name of its words, country and weight.

    One small place alone speaks for no country that is not named, where the report is plainly about another, which it names
    `outright` (not by an adjective alone) or more than once: its name may be that of a village at home which no list holds.
    """
    names: dict[str, set[str]] = {}
    for words, country, _ in plain:
        names.setdefault(country, set()).add(name_key(words))
    sure = {*named, *(country for _, country, weight in plain if weight >= _SPEAKS_ALONE)}
    sure |= {country for country, keys in names.items() if len(keys) > 1}
    spoken = Counter([*named, *(country for _, country, _ in plain if country in sure)])
    at_home = outright or any(times > 1 for times in spoken.values())
    return [country for _, country, _ in plain if not at_home or country in sure]


def _is_far_namesake(place: Place, words: str, countries: Sequence[str], resolver: PlaceResolver) -> bool:
    """Whether a small settlement lies in a country that neither the report is about nor the phrase names."""
    if place.kind not in SETTLEMENTS or place.kind == "capital" or place.country in countries:
        return False
    return place.population < _KNOWN_ABROAD and place.country != resolver.named_country(words)
