"""The words that stand around place names, read from data/gazetteer/phrases.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rasid.text.names import fold, name_key, word_key

DATA = Path(__file__).parents[1] / "data" / "gazetteer"
_LONGEST = 4
_UNITS = frozenset({"country", "admin1", "admin2", "admin", "region"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Vocabulary of place phrases; every word is in the form of `fold`, except the keys of persons."""

    kinds: Mapping[str, str]
    directions: Mapping[str, int]
    groups: Mapping[str, frozenset[str]]
    titles: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]

    def kind_before(self, words: tuple[str, ...]) -> tuple[str, int]:
        """Kind named by the first words and how many they are; ("", 0) where they name none."""
        for length in range(min(_LONGEST, len(words)), 0, -1):
            if kind := self.kinds.get(" ".join(words[:length])):
                return kind, length
        return "", 0

    def kind_after(self, words: tuple[str, ...]) -> tuple[str, int]:
        """Kind named by the last words and how many they are; ("", 0) where they name none."""
        for length in range(min(_LONGEST, len(words)), 0, -1):
            if kind := self.kinds.get(" ".join(words[-length:])):
                return kind, length
        return "", 0

    def group_before(self, group: str, words: tuple[str, ...]) -> int:
        """How many of the first words are a phrase of the group ("near", "inside", …); 0 for none."""
        known = self.groups[group]
        return next((n for n in range(min(_LONGEST, len(words)), 0, -1) if " ".join(words[:n]) in known), 0)

    def without_unit(self, name: str) -> str:
        """The name without the word for an administrative unit: "Zakho District" -> "zakho"; folded.

        Whole where nothing that names would be left ("Northern Region", "District 5").
        """
        words = tuple(fold(name).split())
        kind, before = self.kind_before(words)
        before = before if kind in _UNITS else 0
        kind, after = self.kind_after(words[before:])
        rest = words[before : len(words) - (after if kind in _UNITS else 0)]
        if rest[:1] == ("of",):
            rest = rest[1:]
        bare = all(word in self.directions or word.isdigit() for word in rest)
        return " ".join(words if bare or rest == ("new",) else rest)


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The vocabulary shipped with rasid, read once."""
    raw = tomllib.loads((DATA / "phrases.toml").read_text(encoding="utf-8"))
    persons = raw["persons"]
    return PlaceWords(
        kinds={fold(word): kind for kind, words in raw["kinds"].items() for word in words},
        directions={fold(word): bearing for word, bearing in raw["directions"].items()},
        groups={group: frozenset(fold(word) for word in words) for group, words in raw["words"].items()},
        titles=frozenset(word_key(word) for word in persons["titles"]),
        given=frozenset(word_key(word) for word in persons["given"]),
        never=frozenset(name_key(word) for word in persons["never"]),
    )
