"""What the words that a rule matched say, class by class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rasid.text.date_expression import DateExpression, DateKind
from rasid.text.date_words import CLASSES, LETTERS, Token
from rasid.text.numbers import parse_number

_NAMES = dict(zip(LETTERS.values(), CLASSES, strict=True))
_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "just_past": -1, "recently_past": -1,
    "this": 0, "current": 0, "that": 0, "same": 0, "next": 1, "following": 1, "just_next": 1,
}  # fmt: skip
_FIELDS = {
    "month": "month", "short_month": "month", "loose_month": "month", "weekday": "weekday", "short_weekday": "weekday",
    "year": "year", "old_year": "year", "round_year": "year", "short_year": "year", "decade": "year", "daypart": "daypart",
    "unit": "unit", "units": "unit", "part": "part", "edge": "part", "rank": "rank", "season": "unit",
    "loose_season": "unit", "near": "shift", "holiday": "day", "pair": "year", "ordinal": "day", "day": "day",
    "lunar_month": "month", "solar_month": "month", "past_unit": "unit", "this_unit": "unit", "frequency": "unit",
    "next_unit": "unit", "one_unit": "unit", "two_units": "unit", "many_units": "unit", "quarter": "unit",
    "named_number": "day", "named_day": "shift",
}  # fmt: skip
_FIELDS |= dict.fromkeys(_SHIFTS, "shift")
_NUMBERS = frozenset({"word_number", "day", "pair", "digits", "old_year", "round_year", "the_number"})
# These count from a day named before, the others from the day of reporting.
_ANCHORS = frozenset({"that", "same", "previous", "following"})


@dataclass(slots=True)
class Match:
    """The tokens that a rule matched, the names of their classes, and the fields that the words fill."""

    text: str
    tokens: Sequence[Token]
    names: list[str] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for token in self.tokens:
            name = _NAMES[token.letter]
            self.names.append(name)
            key = _FIELDS.get(name)
            if key is not None:
                self._fill(key, _SHIFTS.get(name, token.value))
            elif name in {"relation", "beside"}:
                self.fields.setdefault("part", "later" if token.value == 1 else "earlier")

    def _fill(self, key: str, value: int | str) -> None:
        """Set a field once; a second day after a month is a year of two digits ("3 JAN 05")."""
        if key == "day" and "day" in self.fields:
            key = "year"
        self.fields.setdefault(key, value)

    def has(self, *names: str) -> bool:
        """Whether a word of one of the classes is among the tokens."""
        return any(name in self.names for name in names)

    def find(self, *names: str, after: int = -1, before: int | None = None) -> int | None:
        """Return the place of the first token of one of the classes, or None."""
        places = range(after + 1, len(self.names) if before is None else before)
        return next((at for at in places if self.names[at] in names), None)

    def pick(self, *keys: str) -> dict[str, Any]:
        """Return those of the fields that the words fill."""
        return {key: self.fields[key] for key in keys if key in self.fields}

    def find_last(self, *names: str, before: int | None = None) -> int | None:
        """Return the place of the last token of one of the classes, or None."""
        return next((at for at in reversed(range(len(self.names[:before]))) if self.names[at] in names), None)

    def value(self, *names: str) -> int | str:
        """Return the value of the first token of one of the classes; 0 where there is none."""
        at = self.find(*names)
        return 0 if at is None else self.tokens[at].value

    @property
    def anchored(self) -> bool:
        """Whether the words count from a day named before ("that week", "the next day")."""
        following = self.find("next")
        after_the = following is not None and following > 0 and self.names[following - 1] == "the"
        return after_the or not _ANCHORS.isdisjoint(self.names)

    def count(self) -> int | None:
        """Return the number of units: 1 for "a", 2 for "a couple", None for "several" and where none stands."""
        few = self.find("few")
        if few is not None:
            return int(self.tokens[few].value) or None
        at = [place for place, name in enumerate(self.names) if name in _NUMBERS]
        if len(at) > 1:
            return parse_number(self.text[self.tokens[at[0]].start : self.tokens[at[-1]].end])
        if at:
            return int(self.tokens[at[0]].value)
        return 2 if self.has("two_units") else 1 if self.has("article", "per", "one_unit") else None

    def cut(self, first: int, last: int | None = None) -> Match:
        """Return the match of the tokens `first` to `last` (exclusive) alone."""
        return Match(self.text, self.tokens[first:last])

    def make(self, kind: DateKind, **fields: Any) -> DateExpression:
        """Return the expression of this kind over all tokens."""
        start, end = self.tokens[0].start, self.tokens[-1].end
        return DateExpression(start=start, end=end, words=self.text[start:end], kind=kind, **fields)
