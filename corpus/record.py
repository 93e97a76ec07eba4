"""The record after `===`: one line an incident, one a relation."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence

from corpus.document import HARMS, IncidentRecord, RelationRecord
from corpus.head import country, day, name, word
from corpus.problem import LabelError, listed
from rasid.codebook import load_codebook
from rasid.errors import ModelError
from rasid.model import Count, MentionRole, RelationKind

_NUMBER = re.compile(r"[1-9]\d*")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_ACTOR = re.compile(r"[a-z0-9_.]+")
_COUNT_PART = re.compile(r"0|[1-9]\d*|-")
_KEYS = ("key", "date", "country", *(harm.value for harm in HARMS), "perp", "target")
NEEDED = ("key", "date", "country", "killed")
_FORM = "incident N main|background key=K date=D country=CC killed=C [injured=C …] [perp=ID] [target=CLASS]"


def read_record_line(line: str, needed: Sequence[str] = NEEDED) -> IncidentRecord | RelationRecord:
    """Return what one line of the record says; raises LabelError with what to write instead.

    `needed` are the keys that an incident must have; `date` and `killed` are unknown where they are missing.
    """
    words = line.split(" ")
    if words[0] == "incident":
        return _incident(words, needed)
    if words[0] == "relation":
        return _relation(words)
    msg = f"record line {line!r}: write `{_FORM}` or `relation N kind M`"
    raise LabelError(msg)


def write_record_line(record: IncidentRecord | RelationRecord) -> str:
    """Return the line of an incident or a relation, without line end."""
    if isinstance(record, RelationRecord):
        return f"relation {record.source} {record.kind} {record.target}"
    values = {key: getattr(record, key) for key in _KEYS}
    told = (f"{key}={_written(value)}" for key, value in values.items() if value is not None)
    return " ".join(["incident", str(record.number), record.role.value, *told])


def date_bounds(date: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that a record's date allows; None for `?`. Raises LabelError for no date."""
    if date == "?":
        return None
    first, dots, last = date.partition("..")
    earliest, latest = _bounds(first)
    if dots:
        end = _bounds(last)
        if end[1] < latest:
            msg = f"{date!r} runs backwards; write the earlier date first"
            raise LabelError(msg)
        latest = end[1]
    return earliest, latest


def read_count(value: str) -> Count:
    """Return a count: `6`, `low/best/high` with `-` for unknown, or `?`; raises LabelError for anything else."""
    if value == "?":
        return Count()
    parts = value.split("/")
    if len(parts) not in {1, 3} or not all(map(_COUNT_PART.fullmatch, parts)) or set(parts) == {"-"}:
        msg = f"{value!r} is no count; write 6, 11/11/- (low/best/high, - unknown) or ?"
        raise LabelError(msg)
    numbers = [None if part == "-" else int(part) for part in parts]
    try:
        return Count.exactly(int(value)) if len(parts) == 1 else Count(low=numbers[0], best=numbers[1], high=numbers[2])
    except ModelError as error:
        raise LabelError(str(error)) from error


def write_count(count: Count) -> str:
    """Return a count in the form of the record; `6` where low, best and high are the same."""
    numbers = (count.low, count.best, count.high)
    if numbers == (None, None, None):
        return "?"
    if len(set(numbers)) == 1:
        return str(count.best)
    return "/".join("-" if number is None else str(number) for number in numbers)


def _written(value: object) -> str:
    return write_count(value) if isinstance(value, Count) else str(value)


def _bounds(date: str) -> tuple[dt.date, dt.date]:
    month, year = _MONTH.fullmatch(date), _YEAR.fullmatch(date)
    if year:
        return dt.date(int(date), 1, 1), dt.date(int(date), 12, 31)
    if month and 1 <= int(month[2]) <= 12:
        at = int(month[1]), int(month[2])
        return dt.date(*at, 1), dt.date(*at, monthrange(*at)[1])
    try:
        return day(date), day(date)
    except LabelError as error:
        msg = f"{date!r} is no date; write 2021-03-12, 2021-03, 2021, 2021-03-10..2021-03-12 or ?"
        raise LabelError(msg) from error


def _relation(words: list[str]) -> RelationRecord:
    if len(words) != 4 or not _NUMBER.fullmatch(words[1]) or not _NUMBER.fullmatch(words[3]):
        msg = f"{' '.join(words)!r}: write `relation N kind M`, kinds: {listed(RelationKind)}"
        raise LabelError(msg)
    return RelationRecord(source=int(words[1]), kind=word(words[2], RelationKind), target=int(words[3]))


def _incident(words: list[str], needed: Sequence[str]) -> IncidentRecord:
    if len(words) < 3 or not _NUMBER.fullmatch(words[1]):
        msg = f"{' '.join(words)!r}: write `{_FORM}`"
        raise LabelError(msg)
    values = _values(words[3:], needed)
    counts = {harm.value: read_count(values[harm.value]) for harm in HARMS if harm.value in values}
    date = values.get("date", "?")
    date_bounds(date)
    return IncidentRecord(
        number=int(words[1]),
        role=word(words[2], MentionRole),
        key=_checked(values.get("key"), name),
        date=date,
        country=_checked(values.get("country"), country),
        killed=counts.pop("killed", Count()),
        **counts,
        perp=_checked(values.get("perp"), _actor),
        target=_checked(values.get("target"), _target),
    )


def _values(words: list[str], needed: Sequence[str]) -> Mapping[str, str]:
    values: dict[str, str] = {}
    for one in words:
        key, sign, value = one.partition("=")
        if not sign or not value or key not in _KEYS or key in values:
            msg = f"{one!r} in the record: write key=value once each, with the keys {listed(_KEYS)}, one blank between"
            raise LabelError(msg)
        values[key] = value
    for key in needed:
        if key not in values:
            msg = f"the incident has no {key}=…; write `{_FORM}`"
            raise LabelError(msg)
    return values


def _checked(value: str | None, read: Callable[[str], str]) -> str | None:
    return None if value is None else read(value)


def _actor(value: str) -> str:
    if not _ACTOR.fullmatch(value):
        msg = f"perp={value}: write an id of the actor register such as iq.military, or leave it out"
        raise LabelError(msg)
    return value


def _target(value: str) -> str:
    known = [entry.id for entry in load_codebook().targets]
    if value not in known:
        msg = f"target={value}: write a target class of the codebook: {listed(known)}"
        raise LabelError(msg)
    return value
