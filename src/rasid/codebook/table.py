"""One table of a codebook file, read key by key, with its path in every complaint."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from rasid.errors import CodebookError, ModelError
from rasid.model import Count

_Value = TypeVar("_Value")
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(slots=True)
class Table:
    """The keys of one TOML table. `path` says where it stands, such as "events/attack.toml: examples[3]".

    Every reading method raises CodebookError, with the path, for a value of the wrong shape, and when a key without a
    default is missing. `read_as` raises it too for keys that nobody read.
    """

    path: str
    keys: dict[str, object]
    read: set[str] = field(default_factory=set)

    def read_as(self, build: Callable[[Table], _Value]) -> _Value:
        """Return what `build` makes of the table, once every key of it has been read."""
        try:
            value = build(self)
        except ModelError as error:
            raise self.wrong(str(error)) from error
        left = sorted(set(self.keys) - self.read)
        if left:
            what = f"unknown keys {', '.join(left)}; known here: {', '.join(sorted(self.read))}"
            raise self.wrong(what)
        return value

    def text(self, key: str) -> str:
        """Return a text that is not empty."""
        value = self._get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._unfit(key, "a text")
        return value

    def text_or(self, key: str, default: str) -> str:
        """Return a text, which may be empty, or the default when the key is absent."""
        return default if self._get(key, optional=True) in (None, "") else self.text(key)

    def text_or_none(self, key: str) -> str | None:
        """Return a text, or None when the key is absent or empty."""
        return self.text_or(key, "") or None

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """Return an array of texts; an absent key is empty when it is optional."""
        return tuple(value for value in self._array(key, str, optional=optional) if isinstance(value, str))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return an array of whole numbers."""
        return tuple(value for value in self._array(key, int, optional=False) if isinstance(value, int))

    def number_or_none(self, key: str) -> int | None:
        """Return a whole number, or None when the key is absent."""
        value = self._get(key, optional=True)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self._unfit(key, "a whole number")

    def term(self, key: str) -> str | int:
        """Return a whole number or the text of a term."""
        value = self._get(key)
        if isinstance(value, (str, int)) and not isinstance(value, bool):
            return value
        raise self._unfit(key, "a whole number or a term")

    def word(self, key: str, words: type[_Word], default: _Word | None = None) -> _Word:
        """Return a member of a closed list, or the default when the key is absent."""
        value = self._get(key, optional=default is not None)
        if value is None and default is not None:
            return default
        known = {str(member): member for member in words}
        if not isinstance(value, str) or value not in known:
            raise self._unfit(key, f"one of {', '.join(known)}")
        return known[value]

    def count_or_none(self, key: str) -> Count | None:
        """Return [low, best, high], each a whole number or "none"; None when the key is absent."""
        value = self._get(key, optional=True)
        if value is None:
            return None
        if not (isinstance(value, list) and len(value) == 3 and all(map(_is_bound, value))):
            raise self._unfit(key, '[low, best, high], each a whole number or "none"')
        low, best, high = (None if bound == "none" else bound for bound in value)
        return Count(low=low, best=best, high=high)

    def day_or_none(self, key: str) -> dt.date | None:
        """Return a calendar day, written bare or as a text; None when the key is absent."""
        value = self._get(key, optional=True)
        if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError as error:
            raise self._unfit(key, "a day such as 2024-03-11") from error

    def table(self, key: str) -> Table:
        """Return the table under a key."""
        value = self._get(key)
        if not isinstance(value, dict):
            raise self._unfit(key, "a table")
        return Table(f"{self.path} {key}", value)

    def tables(self, key: str, *, optional: bool = False) -> tuple[Table, ...]:
        """Return the tables of an array; an absent key is empty when it is optional."""
        values = self._array(key, dict, optional=optional)
        return tuple(
            Table(f"{self.path} {key}[{number}]", value)
            for number, value in enumerate(values, start=1)
            if isinstance(value, dict)
        )

    def wrong(self, what: str) -> CodebookError:
        """Return the error for this table, to be raised."""
        return CodebookError(f"codebook {self.path}: {what}")

    def _unfit(self, key: str, wants: str) -> CodebookError:
        return self.wrong(f"{key} = {self.keys[key]!r}: wants {wants}")

    def _get(self, key: str, *, optional: bool = False) -> object:
        self.read.add(key)
        if key not in self.keys and not optional:
            what = f"no {key}; add it"
            raise self.wrong(what)
        return self.keys.get(key)

    def _array(self, key: str, kind: type, *, optional: bool) -> list[object]:
        value = self._get(key, optional=optional)
        if value is None and optional:
            return []
        if not isinstance(value, list) or not all(isinstance(one, kind) for one in value):
            raise self._unfit(key, f"an array of {kind.__name__}")
        return value


def _is_bound(value: object) -> bool:
    return value == "none" or (isinstance(value, int) and not isinstance(value, bool))
