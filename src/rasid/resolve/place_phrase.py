"""Place phrases taken apart: "near Jalula, Diyala province" -> near Jalula; Diyala, a first-level unit.

The grammar is small on purpose: names are what the gazetteer knows, and a few groups of words around them say what
kind of place is meant, which part of it, how near, how far. What is not understood is left out, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from rasid.resolve.place_words import place_words
from rasid.text.names import Word, fold, is_arabic, words

_LONGEST_NAME = 7
_LONGEST_PHRASE = 60
"""Words of a phrase that are read: no place is described in more, and reading stays linear for any text."""
_LONGEST_TEXT = 2_000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?$")
_BREAKS = frozenset(",;:()[]/\u060c\u2013\u2014'’")
_KM_PER_MILE = 1.609344
_GRAMMAR = ("part", "near", "between", "inside", "determiners", "ends")
_WHOLE = frozenset({"admin1", "admin", "town", "village"})
_ARTICLES = frozenset({"a", "an", "the"})
_OF_A_PEOPLE = frozenset({"border", "land", "capital"})
_MEANT = {
    "admin": frozenset({"admin1", "admin2"}),
    "town": frozenset({"city", "capital", "town"}),
    "village": frozenset({"village", "town", "city"}),
    "quarter": frozenset({"quarter", "city", "town"}),
    "region": frozenset({"region", "admin1"}),
    "oilfield": frozenset({"oilfield", "refinery"}),
    "sea": frozenset({"sea", "lake"}),
}


class How(StrEnum):
    """How a phrase uses the place it names."""

    at = "at"
    part = "part"
    near = "near"
    offset = "offset"
    between = "between"


class Known(StrEnum):
    """What a string is to the gazetteer.

    `minor` is the name of small places only, believed where nothing else of a longer name is left over; `short` a name
    only after another one ("TX"); `people` an adjective of a country.
    """

    name = "name"
    minor = "minor"
    short = "short"
    people = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One name of a phrase; `kind` is the word group that stood by it, `km` and `bearing` are those of an offset.

    `known` is None for a name that the gazetteer does not hold, `joined` true where "and" led to it, `leads` where the
    kind word stands right before the name, so that both may be one name ("Lake Vermont").
    """

    name: str
    known: Known | None = None
    how: How = How.at
    kind: str = ""
    km: float | None = None
    bearing: int | None = None
    joined: bool = False
    leads: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of place that the kind word may mean; empty where none stood there."""
        return _MEANT.get(self.kind, frozenset({self.kind})) if self.kind else frozenset()


def parse(text: str, known: Callable[[str], Known | None]) -> tuple[Part, ...]:
    """The parts of a place phrase in the order of the text.

    `known` tells what a string is to the gazetteer. Other names come back only where a capital letter shows that
    something was named, with `known` None.
    """
    scanner = _Scanner(text, known)
    while scanner.at < len(scanner.tokens):
        scanner.step()
    return tuple(scanner.parts)


class _Scanner:
    """Reads one phrase from left to right; `state` gathers what was said before a name."""

    def __init__(self, text: str, known: Callable[[str], Known | None]) -> None:
        self.text, self.known, self.words = text, known, place_words()
        self.tokens: list[Word] = words(text[:_LONGEST_TEXT])[:_LONGEST_PHRASE]
        self.folded = tuple(fold(token.text) for token in self.tokens)
        self.cased = text.upper() != text != text.lower()
        self.ends = self._segment_ends()
        self.parts: list[Part] = []
        self.at = 0
        self.state = Part(name="")

    def step(self) -> None:
        """Reads the next name, grammar word, or word without meaning here."""
        if self.at in self.ends:
            self.state = Part(name="")
        for length in range(self._longest_name(), 0, -1):
            if found := self._known(length):
                self._take_name(length, found)
                return
        if self._take_grammar():
            return
        word = self.tokens[self.at].text
        if self.cased and word[:1].isupper():
            self.parts.append(Part(name=word))
        self.at += 1

    def _segment_ends(self) -> frozenset[int]:
        """Indices of the words before which a comma, bracket, colon, slash, dash or possessive stands."""
        gaps = ((i, self.text[self.tokens[i - 1].end : self.tokens[i].start]) for i in range(1, len(self.tokens)))
        return frozenset(index for index, gap in gaps if _BREAKS & set(gap))

    def _rest(self) -> tuple[str, ...]:
        """The folded words from here to the end of the segment."""
        stop = next((i for i in range(self.at + 1, len(self.tokens)) if i in self.ends), len(self.tokens))
        return self.folded[self.at : stop]

    def _longest_name(self) -> int:
        return min(_LONGEST_NAME, len(self._rest()))

    def _known(self, length: int) -> Known | None:
        """What the next words are to the gazetteer; in mixed case a name needs a capital in its first two words."""
        if length == 1 and self._is_grammar(self.at):
            return None
        chosen = self.tokens[self.at : self.at + length]
        capital = any(word.text[:1].isupper() or word.text[:1].isdigit() or is_arabic(word.text) for word in chosen[:2])
        if self.cased and not capital:
            return None
        end = chosen[-1].end
        dotted = length <= 2 and self.text[end : end + 1] == "." and len(chosen[-1].text) <= 5
        found = (self.known(self.text[chosen[0].start : end + 1]) if dotted else None) or self.known(
            self.text[chosen[0].start : end]
        )
        if found is Known.short and not (length == len(self.tokens) or (self.parts and self.at in self.ends)):
            return None
        if found in {Known.name, Known.minor} and self._continues(self.at - 1):
            return None
        return None if found is Known.minor and self._continues(self.at + length) else found

    def _continues(self, index: int) -> bool:
        """Whether the word beside a name found belongs to a longer one: capitalised, tied to it, unread, no grammar.

        What begins a longer name may be a large place ("Mosul General Hospital"); what ends it may not ("Kafr Rome").
        """
        if not self.cased or not 0 <= index < len(self.tokens) or max(index, self.at) in self.ends:
            return False
        unread = index > self.at or bool(self.parts and self.parts[-1].known is None)
        return unread and self.tokens[index].text[:1].isupper() and not self._is_grammar(index)

    def _is_grammar(self, index: int) -> bool:
        word = self.folded[index]
        if word in self.words.directions or self.words.kind_before((word,))[0]:
            return True
        return any(word in self.words.groups[group] for group in _GRAMMAR)

    def _take_name(self, length: int, known: Known) -> None:
        start, end = self.tokens[self.at].start, self.tokens[self.at + length - 1].end
        joined = bool(self.parts) and self.at > 0 and self.folded[self.at - 1] in {"and", "or", "و"}
        rest = self._rest()[length:]
        self.at += length
        after, size = self.words.kind_before(rest)
        self.at += size
        passed_on = known is Known.people and after not in _OF_A_PEOPLE
        kind = self.state.kind if passed_on else after or self.state.kind
        leads = self.state.leads and not (passed_on or after)
        part = replace(self.state, name=self.text[start:end], known=known, kind=kind, joined=joined, leads=leads)
        self.parts.append(part)
        following = self.folded[self.at : self.at + 1]
        keep = following in {("and",), ("or",)} and self.state.how is not How.at
        self.state = replace(self.state if keep else Part(name=""), kind=after if passed_on else "")

    def _take_grammar(self) -> bool:
        """Reads a distance, a bearing, a group or a kind word that stands here; False where none does."""
        rest, groups = self._rest(), self.words.groups
        if _NUMBER.match(rest[0]) and rest[1:2] and rest[1] in groups["units"]:
            scale = _KM_PER_MILE if rest[1].startswith(("mile", "ميل")) else 1.0
            return self._set(2, how=How.offset, km=float(rest[0].replace(",", ".")) * scale)
        if rest[0] in self.words.directions:
            return self._take_direction(rest)
        if "between" in rest[:1] or (rest[0] in groups["between"] and {"to", "and"} & set(rest)):
            return self._set(1, how=How.between)
        for group, how in (("near", How.near), ("part", How.part)):
            if length := self.words.group_before(group, rest):
                return self._set(length, how=self.state.how if self.state.how is How.offset else how)
        if length := self.words.group_before("inside", rest):
            if rest[0] != "of":
                self.state = replace(self.state, kind="")
            return self._set(length)
        return self._take_kind(rest)

    def _take_kind(self, rest: tuple[str, ...]) -> bool:
        kind, length = self.words.kind_before(rest)
        if not kind:
            return False
        opens = self.at in self.ends or (self.at - 1 in self.ends and self.folded[self.at - 1] in _ARTICLES)
        if length == len(rest) and opens and self.parts and not self.parts[-1].kind:
            self.parts[-1] = replace(self.parts[-1], kind=kind)
        of = rest[length : length + 1] == ("of",)
        return self._set(length + of, kind=kind, leads=not (of or is_arabic(rest[0])))

    def _take_direction(self, rest: tuple[str, ...]) -> bool:
        """Reads "north", "north of", "south-west of", "the east and west of": an offset before "of", else a part."""
        size = 2 if "".join(rest[:2]) in self.words.directions else 1
        bearing = self.words.directions["".join(rest[:size])]
        if self._describes_unit(rest, size):
            self.at += size
            return True
        outside = rest[size : size + 1] in {("of",), ("from",)} and not rest[0].endswith("ern")
        if outside or self.state.km is not None:
            return self._set(size + outside, how=How.offset, bearing=bearing)
        several = self.state.bearing is not None and self.folded[self.at - 1] in {"and", "or"}
        return self._set(size, how=How.part, bearing=None if several else bearing)

    def _describes_unit(self, rest: tuple[str, ...], size: int) -> bool:
        """Whether a direction only says where a unit lies: "the northern province of Kunduz" is all of Kunduz."""
        kind, length = self.words.kind_before(rest[size:])
        of = rest[size + length : size + length + 1] == ("of",)
        return kind in _WHOLE and of and rest[0].endswith("ern")

    def _set(self, length: int, **changes: Any) -> bool:
        """Adds to what is known of the next name and goes on behind the words that said so."""
        self.state = replace(self.state, **changes)
        self.at += length
        return True
