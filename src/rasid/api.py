"""rasid from Python: read a text, or open a record. The names here are stable.

import rasid

for mention in rasid.read("Gunmen killed 11 soldiers near Kut on Friday.", published="2022-01-22"):
print(mention.event_type.value, mention.killed)

with rasid.open("record.db") as record:
for incident in record.incidents(since="2022-01-01", country="IQ"):
print(incident.when.value, incident.killed.value)
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rasid.errors import ReportError, UnknownNameError
from rasid.linking import settle_mention
from rasid.model import Coding, EventType, Incident, Mention, Report, Statement, make_report
from rasid.pipeline import Engine, load_engine
from rasid.sources import READ_LANGUAGES, language_of, parse_published

if TYPE_CHECKING:  # 0.3 s that reading a text does not need
    from rasid.store import Store

__all__ = ["Record", "code", "open", "read", "settle_mention"]


def read(
    text: str,
    *,
    published: date | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    reader: str | None = None,
) -> tuple[Mention, ...]:
    """Return the incidents that one report tells, each as a mention with its claims, in the order of the text.

    `published` is the local day of publication, as a date or in ISO 8601; without it "on Friday" stays unknown.
    `language` (ISO 639-1) is detected when not given; `reader` is "neural" or "lexicon", and left out the neural one where its
    network is installed. Offsets in the result count code points of the text in NFC with
    newlines as line ends, as `rasid.normalise_text` gives it. Raises ReportError for a text without words, a date that
    is none, or a language that is not read, UnknownNameError for an unknown reader.
    """
    return code(
        text, published=published, publisher=publisher, title=title, url=url, language=language, reader=reader
    ).mentions


def code(
    text: str,
    *,
    published: date | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    reader: str | None = None,
) -> Coding:
    """Return all that is coded from one report: mentions, statements and relations; arguments and errors as `read`."""
    day = parse_published(published) if isinstance(published, str) else published
    report = make_report(text, published=day, publisher=publisher, title=title, url=url, language=language)
    found = language or language_of(report.text)
    if found is not None and found not in READ_LANGUAGES:
        msg = (
            f"the text is in language {found!r}; read are {', '.join(sorted(READ_LANGUAGES))} (language=... overrides)"
        )
        raise ReportError(msg)
    return _engine(reader).code(report)


def open(path: str | Path) -> Record:  # noqa: A001 - rasid.open reads as what it does
    """Open the record in the database at `path`, for use in a `with` statement.

    Raises StoreError when there is none, NotOurDatabase for another program's file, NewerDatabase for a later release's.
    """
    from rasid.store import open_store  # noqa: PLC0415 - as above

    return Record(open_store(path))


class Record:
    """A record opened for reading: reports, the mentions coded from them, the incidents linked from those."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def incidents(
        self,
        since: date | str | None = None,
        until: date | str | None = None,
        country: str | None = None,
        event_type: EventType | str | None = None,
    ) -> tuple[Incident, ...]:
        """Return the incidents that fit all that is given, by first day, undated ones last.

        `since` and `until` (inclusive, a date or ISO 8601) keep the incidents that may lie between them; an undated one
        does not. `country` is ISO 3166 alpha-2. Raises UnknownNameError for an unknown event type, ReportError for a day
        that is none.
        """
        found = self._store.incidents(
            since=_day("since", since),
            until=_day("until", until),
            country=country.upper() if country is not None else None,
            event_type=_event_type(event_type),
        )
        return tuple(found)

    def incident(self, incident_id: str) -> Incident:
        """Return one incident; raises UnknownNameError for an id that the record does not hold."""
        return self._store.incident(incident_id)

    def mentions(self, incident_id: str | None = None) -> tuple[Mention, ...]:
        """Return all mentions, or those of one incident, by report id and place in the text.

        Raises UnknownNameError for an incident that the record does not hold.
        """
        return tuple(self._store.mentions(incident_id))

    def report(self, report_id: str) -> Report:
        """Return one report; raises UnknownNameError for an id that the record does not hold."""
        found = self._store.find_report(report_id)
        if found is None:
            msg = f"no report {report_id!r} in this record"
            raise UnknownNameError(msg)
        return found.report

    def reports(self) -> tuple[Report, ...]:
        """Return all reports by id, also those that were not read."""
        return tuple(stored.report for stored in self._store.reports())

    def statements(self) -> tuple[Statement, ...]:
        """Return all statements by report id and place in the text."""
        return tuple(self._store.statements())

    def close(self) -> None:
        """Close the database; the record is not to be used afterwards."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@cache
def _engine(reader: str | None) -> Engine:
    return load_engine(reader)


def _day(name: str, value: date | str | None) -> date | None:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            msg = f"{name} {value!r:.40} is not a day; write it as 2022-01-21"
            raise ReportError(msg) from error
    return value.date() if isinstance(value, datetime) else value


def _event_type(value: EventType | str | None) -> EventType | None:
    if value is None or isinstance(value, EventType):
        return value
    if value not in EventType.__members__:
        msg = f"no event type {value!r}; known are {', '.join(EventType.__members__)}"
        raise UnknownNameError(msg)
    return EventType(value)
