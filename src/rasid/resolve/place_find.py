"""Place names found in running text: the longest known name at each point, with what speaks against it."""

from __future__ import annotations

from typing import NamedTuple

from rasid.resolve.gazetteer import COMMON, GIVEN, SURNAME, Gazetteer
from rasid.resolve.place_words import place_words
from rasid.text.names import Word, is_arabic, is_article, word_key, words

_LONGEST = 6
_LARGE = 100_000
_MIDDLE = 15_000
_PROCLITICS = ("وال", "بال", "وب", "ول", "لل", "و", "ب", "ل", "ف", "ك")


class PlaceSpan(NamedTuple):
    """A place name in a text: half-open code-point offsets and the words between them."""

    start: int
    end: int
    words: str


def find_places(gazetteer: Gazetteer, text: str, *, cased: bool, countries: frozenset[str]) -> list[PlaceSpan]:
    """The names in order, without overlap; see `PlaceResolver.find`."""
    finder = _Finder(gazetteer, text, cased=cased, countries=countries)
    return finder.run()


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
                found.append(self._span(at, length))
            at += max(length, 1)
        return found

    def _may_begin(self, at: int) -> bool:
        word = self.tokens[at].text
        if not self.cased or is_arabic(word):
            return True
        following = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        return word[0].isupper() or (is_article(self.keys[at]) and following[:1].isupper() and self._tied(at))

    def _tied(self, at: int) -> bool:
        """Whether only a hyphen or a blank stands between the word and the next."""
        gap = self.text[self.tokens[at].end : self.tokens[at + 1].start]
        return gap in {"-", " ", "\u2010", "\u2011", "\n", "\u00a0", " \n"}

    def _match(self, at: int) -> int:
        """Words of the longest acceptable name that begins here; 0 where none does."""
        best, key, extends = 0, "", True
        for length in range(1, min(_LONGEST, len(self.tokens) - at) + 1):
            last = at + length - 1
            if length > 1 and (not self._tied(last - 1) or (self.cased and self._lower_tail(last))):
                break
            part = self.keys[last]
            if is_article(part) or not part:
                continue
            key = f"{key} {part}" if key else part
            named, extends = self.gazetteer.begins(key)
            if named and self._acceptable(at, length, key):
                best = length
            if not extends:
                break
        return best or self._match_proclitic(at)

    def _lower_tail(self, last: int) -> bool:
        """In mixed case a name goes on over small words only if a capital follows: "Deir ez-Zor", not "Mosul and"."""
        word = self.tokens[last].text
        if word[0].isupper() or word[0].isdigit() or is_arabic(word):
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

    def _size(self, key: str) -> int:
        """Inhabitants of the largest place of the name in the countries asked for, or anywhere if it is large."""
        sizes = self.gazetteer.strength(key)
        if not sizes:
            return 0
        if not self.countries:
            return sizes[0][1]
        return max((size if country in self.countries or size >= _LARGE else 0) for country, size in sizes)

    def _acceptable(self, at: int, length: int, key: str) -> bool:
        """Whether the words are a name here, not a common word, a person, a people or a name on the list of nevers."""
        if key in self.vocabulary.never or self._is_people(key):
            return False
        size = self._size(key)
        if length == 1 and size < self._least_size(at, key):
            return False
        if not self.cased:
            return size > 0
        return size > 0 and not (size < _LARGE * 10 and self._in_person(at, length))

    def _is_people(self, key: str) -> bool:
        sizes = self.gazetteer.strength(key)
        largest = sizes[0][1] if sizes else 0
        return largest < _LARGE * 10 and self.gazetteer.people(key) is not None

    def _least_size(self, at: int, key: str) -> int:
        """Inhabitants that a one-word name must have to be believed."""
        word = self.tokens[at].text
        flags = self.gazetteer.flags(key)
        if len(word) <= 3 and word.isascii() and not (self.cased and word.isupper()) and "." not in word:
            return _LARGE * 10 if len(word) < 3 or flags else _LARGE
        if flags & COMMON:
            return _LARGE * (1 if self.cased and not self._opens_sentence(at) else 10)
        personal = flags & (GIVEN | SURNAME) or key in self.vocabulary.given
        if personal:
            return _LARGE
        return 1 if self.cased or self.countries else 1_000

    def _opens_sentence(self, at: int) -> bool:
        if at == 0:
            return True
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return any(mark in gap for mark in '.!?\n“"')

    def _in_person(self, at: int, length: int) -> bool:
        """Whether a title or given name stands before the words, or a further name of a person after them."""
        if at and self._tied(at - 1):
            before = self.keys[at - 1]
            capital = self.tokens[at - 1].text[:1].isupper()
            if before in self.vocabulary.titles and capital:
                return True
            if capital and (before in self.vocabulary.given or self.gazetteer.flags(before) & GIVEN):
                return True
        last = at + length - 1
        personal = self.keys[at] in self.vocabulary.given or self.gazetteer.flags(self.keys[at]) & (GIVEN | SURNAME)
        return bool(personal) and length == 1 and self._name_follows(last)

    def _name_follows(self, last: int) -> bool:
        if last + 1 >= len(self.tokens) or not self._tied(last):
            return False
        word = self.tokens[last + 1].text
        return word[:1].isupper() and not self.vocabulary.kind_before((word.casefold(),))[0]

    def _span(self, at: int, length: int) -> PlaceSpan:
        start, end = self.tokens[at].start, self.tokens[at + length - 1].end
        return PlaceSpan(start, end, self.text[start:end])
