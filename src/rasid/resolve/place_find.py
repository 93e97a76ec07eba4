"""Place names found in running text: the longest known name at each point, with what speaks against it."""

from __future__ import annotations

from typing import NamedTuple

from rasid.resolve.gazetteer import COMMON, GIVEN, RARE_SURNAME, SURNAME, Gazetteer
from rasid.resolve.place_words import place_words
from rasid.text.names import Word, fold, is_arabic, is_article, word_key, words

_LONGEST = 6
_NEVER = 10**10
_COUNTRY = 10**9
_HUGE, _LARGE, _MIDDLE, _SMALL = 5_000_000, 100_000, 15_000, 1
_PROCLITICS = ("وال", "بال", "وب", "ول", "لل", "و", "ب", "ل", "ف", "ك")
_TIES = frozenset({"-", " ", "\u2010", "\u2011", "\n", "\u00a0", " \n", "\r\n"})
# Articles that are English or Spanish words too: part of a name only with a hyphen ("as-Salam").
_DOUBTFUL_ARTICLES = frozenset({"as", "at", "an", "ad", "en", "es", "et", "er", "ed", "all", "add"})
# Kind words that may be taken into the name found; the others say too little or open a description.
_TAKEN_IN = frozenset({"admin1", "admin2", "admin", "town", "village", "quarter", "camp", "base", "prison", "dam",
                       "crossing", "airport", "oilfield", "mountain", "desert", "valley", "river", "lake", "island"})  # fmt: skip


class PlaceSpan(NamedTuple):
    """A place name in a text: half-open code-point offsets and the words between them."""

    start: int
    end: int
    words: str


def find_places(gazetteer: Gazetteer, text: str, *, cased: bool, countries: frozenset[str]) -> list[PlaceSpan]:
    """The names in order, without overlap; see `PlaceResolver.find`."""
    return _Finder(gazetteer, text, cased=cased, countries=countries).run()


class _Finder:
    """One pass over one text."""

    def __init__(self, gazetteer: Gazetteer, text: str, *, cased: bool, countries: frozenset[str]) -> None:
        self.gazetteer, self.text, self.cased, self.countries = gazetteer, text, cased, countries
        self.tokens: list[Word] = words(text)
        self.keys = [word_key(token.text) for token in self.tokens]
        self.vocabulary = place_words()

    def run(self) -> list[PlaceSpan]:
        found, at = [], 0
        while at < len(self.tokens):
            length = self._match(at) if self._may_begin(at) else 0
            if length:
                length += self._kind_after(at + length) if not self._names_country(at, length) else 0
                start, end = self.tokens[at].start, self.tokens[at + length - 1].end
                found.append(PlaceSpan(start, end, self.text[start:end]))
            at += max(length, 1)
        return found

    def _may_begin(self, at: int) -> bool:
        word = self.tokens[at].text
        if at and self._tied(at - 1) and self._is_article(at - 1):
            return False  # "al-Sadr" was no place from its article on
        if self._is_article(at):
            following = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
            return bool(following) and self._tied(at) and (not self.cased or following[0].isupper())
        if len(word) == 1 or (word[0].isdigit() and not self.cased):
            return False
        return not self.cased or is_arabic(word) or word[0].isupper()

    def _is_article(self, at: int) -> bool:
        """Whether the word is an Arabic article here; "as", "at" and their like only with a hyphen."""
        if not is_article(self.keys[at]):
            return False
        hyphen = at + 1 < len(self.tokens) and self.text[self.tokens[at].end : self.tokens[at + 1].start] == "-"
        return hyphen or fold(self.tokens[at].text) not in _DOUBTFUL_ARTICLES

    def _tied(self, at: int) -> bool:
        """Whether only a hyphen or a blank stands between the word and the next."""
        return self.text[self.tokens[at].end : self.tokens[at + 1].start] in _TIES

    def _match(self, at: int) -> int:
        """Words of the longest acceptable name that begins here; 0 where none does."""
        best, key = 0, ""
        for length in range(1, min(_LONGEST, len(self.tokens) - at) + 1):
            last = at + length - 1
            if length > 1 and (not self._tied(last - 1) or (self.cased and self._lower_tail(last))):
                break
            part = self.keys[last]
            if not part or (is_article(part) and (length > 1 or self._is_article(last))):
                continue
            key = f"{key} {part}" if key else part
            named, longer = self.gazetteer.begins(key)
            if named and self._acceptable(at, length, key):
                best = length
            if not longer:
                break
        return best or self._match_proclitic(at)

    def _lower_tail(self, last: int) -> bool:
        """In mixed case a name goes on over small words only if a capital follows: "Deir ez-Zor", not "Mosul and"."""
        word = self.tokens[last].text
        if any(letter.isupper() or letter.isdigit() for letter in word) or is_arabic(word):
            return False
        following = self.tokens[last + 1].text if last + 1 < len(self.tokens) else ""
        return not (len(word) <= 3 and following[:1].isupper())

    def _match_proclitic(self, at: int) -> int:
        """Arabic words joined to a preposition or "and": the name is what remains, if it is a large place."""
        word = self.tokens[at].text
        if not is_arabic(word):
            return 0
        for mark in _PROCLITICS:
            rest = word[len(mark) :]
            if word.startswith(mark) and len(rest) > 3 and self._size(word_key(rest)) >= _MIDDLE:
                self.tokens[at] = Word(self.tokens[at].start + len(mark), self.tokens[at].end, rest)
                return 1
        return 0

    def _kind_after(self, after: int) -> int:
        """How many words after a name say its kind: "Diyala" + "Governorate"."""
        if after >= len(self.tokens) or not self._tied(after - 1):
            return 0
        rest = tuple(fold(token.text) for token in self.tokens[after : after + 3])
        kind, length = self.vocabulary.kind_before(rest)
        tied = all(self._tied(index) for index in range(after, after + length - 1))
        return length if kind in _TAKEN_IN and tied else 0

    def _names_country(self, at: int, length: int) -> bool:
        """Whether the words are a country's name, after which "department" or "state" is not its kind."""
        key = " ".join(part for i, part in enumerate(self.keys[at : at + length], at) if not self._is_article(i))
        return self._size(key) >= _COUNTRY

    def _size(self, key: str) -> int:
        """Inhabitants of the largest place of the name; with countries, of those in them or large anywhere."""
        sizes = self.gazetteer.strength(key)
        if not self.countries:
            return sizes[0][1] if sizes else 0
        return max((size for country, size in sizes if country in self.countries or size >= _LARGE), default=0)

    def _acceptable(self, at: int, length: int, key: str) -> bool:
        """Whether the words are a name here: no common word, no person, no people, none on the list of nevers."""
        size = self._size(key)
        if not size or key in self.vocabulary.never or (size < _COUNTRY and self.gazetteer.people(key)):
            return False
        small = self.vocabulary.groups["small"]
        if length > 1:
            edges = {fold(self.tokens[at].text), fold(self.tokens[at + length - 1].text)}
            least = _HUGE if edges & small else _SMALL
        else:
            least = self._least_size(at, key)
        return size >= least and not (self.cased and self._in_person(at, length))

    def _least_size(self, at: int, key: str) -> int:
        """Inhabitants that a one-word name must have to be believed."""
        flags, word = self.gazetteer.flags(key), self.tokens[at].text
        common = flags & COMMON
        personal = flags & (GIVEN | SURNAME) or key in self.vocabulary.given
        if len(word) <= 3 and word.isascii() and "." not in word:
            return _LARGE if not flags or (self.cased and word.isupper()) else _NEVER
        if self._kind_after(at + 1):
            return _LARGE * 10 if common and not self.cased else _SMALL
        if self.cased:
            return self._least_cased(at, bool(common), bool(personal))
        if common or personal or flags & RARE_SURNAME:
            return _HUGE if not self.countries else _LARGE * 10
        return _SMALL if self.countries else _MIDDLE

    def _least_cased(self, at: int, common: bool, personal: bool) -> int:  # noqa: FBT001 - two plain facts
        if common:
            return _LARGE * (10 if self._opens_sentence(at) else 1)
        if personal:
            return _MIDDLE if self.countries else _LARGE
        return _SMALL

    def _opens_sentence(self, at: int) -> bool:
        if at == 0:
            return True
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return any(mark in gap for mark in '.!?\n“"')

    def _in_person(self, at: int, length: int) -> bool:
        """Whether a title or given name stands before the words, or the name is a given one and a surname follows."""
        if at and self._tied(at - 1) and self.tokens[at - 1].text[0].isupper():
            before = self.keys[at - 1]
            if (
                before in self.vocabulary.titles
                or before in self.vocabulary.given
                or self.gazetteer.flags(before) & GIVEN
            ):
                return True
        personal = self.keys[at] in self.vocabulary.given or self.gazetteer.flags(self.keys[at]) & GIVEN
        return bool(personal) and length == 1 and self._name_follows(at)

    def _name_follows(self, last: int) -> bool:
        if last + 1 >= len(self.tokens) or not self._tied(last):
            return False
        word = self.tokens[last + 1].text
        return word[:1].isupper() and not self.vocabulary.kind_before((fold(word),))[0]
