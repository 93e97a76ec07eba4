"""The head of an annotated file: `key: value` lines between two lines of `---`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import TypeVar

from corpus.document import Decoy, Genre, Head
from corpus.problem import LabelError, Source, listed

_Word = TypeVar("_Word", bound=StrEnum)
KEYS = tuple(field.name for field in fields(Head))
_NEEDED = ("id", "publisher", "genre", "country")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")


def read_head(source: Source, start: int, end: int) -> Head | None:
    """Return the head in `[start, end)` of a file; None, with the problems added to the file's, where it is broken."""
    values: dict[str, str] = {}
    places: dict[str, int] = {}
    before = len(source.problems)
    at = start
    for line in source.text[start:end].splitlines(keepends=True):
        _line(source, at, line.rstrip("\n"), values, places)
        at += len(line)
    for key in _NEEDED:
        if key not in values:
            source.blame(start, f"the head has no {key!r}; add a line `{key}: …`")
    built = {key: _value(source, places[key], key, value) for key, value in values.items()}
    return _head(built) if len(source.problems) == before else None


def write_head(head: Head) -> str:
    """Return the lines of a head, in the guide's order."""
    values = {key: getattr(head, key) for key in KEYS}
    return "".join(f"{key}: {value}\n" for key, value in values.items() if value is not None)


def day(value: str) -> dt.date:
    """Return an ISO day; raises LabelError for anything else, also for a day that the calendar has not."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    msg = f"{value!r} is no day; write an ISO date such as 2021-03-14"
    raise LabelError(msg)


def country(value: str) -> str:
    """Return a country's code; raises LabelError for what is not two capitals."""
    if not _COUNTRY.fullmatch(value):
        msg = f"{value!r} is no country; write ISO 3166 alpha-2 capitals such as BF"
        raise LabelError(msg)
    return value


def name(value: str) -> str:
    """Return an id or key; raises LabelError for anything but lower-case letters, digits and single `-`."""
    if not _ID.fullmatch(value):
        msg = f"{value!r} is no id; write lower-case letters, digits and single - only"
        raise LabelError(msg)
    return value


def word(value: str, kind: type[_Word]) -> _Word:
    """Return a word of a closed list; raises LabelError with the list."""
    if value not in set(kind):
        msg = f"{value!r} is not one of: {listed(kind)}"
        raise LabelError(msg)
    return kind(value)


def _line(source: Source, at: int, line: str, values: dict[str, str], places: dict[str, int]) -> None:
    key, colon, value = line.partition(": ")
    if not colon or key not in KEYS:
        source.blame(at, f"head line {line!r}: write `key: value` with one of the keys {listed(KEYS)}")
    elif key in values:
        source.blame(at, f"{key!r} stands twice in the head; leave one")
    elif not value or value != value.strip():
        source.blame(at, f"{key!r}: write one value without blanks around it, or leave the line out")
    else:
        values[key], places[key] = value, at + len(key) + 2


def _value(source: Source, at: int, key: str, value: str) -> object:
    readers = {
        "id": name,
        "published": day,
        "genre": lambda text: word(text, Genre),
        "country": country,
        "decoy": lambda text: word(text, Decoy),
        "lookalike": name,
    }
    try:
        return readers.get(key, str)(value)
    except LabelError as error:
        source.blame(at, f"{key}: {error}")
        return None


def _head(values: Mapping[str, object]) -> Head:
    return Head(**values)  # type: ignore[arg-type] # each value was read by its key's own reader
