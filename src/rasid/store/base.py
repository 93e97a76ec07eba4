"""What a place for the record must be able to do, whichever database it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Protocol, Self

from rasid.model import Coding, Decision, EventType, Incident, Mention, Report, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A report as the record holds it: rejected with a reason, or coded by an engine (reader and coder with versions)."""

    report: Report
    rejected: str | None = None
    engine: str | None = None


class Store(Protocol):
    """The record: reports, what was coded from them, the incidents linked from that, the decisions of analysts.

    Every method that writes does so in one transaction: after a crash it has happened whole or not at all. Methods that
    give several yield them in a fixed order. StoreWriteError is raised when the database cannot be written,
    UnknownNameError for an id that it does not hold.
    """

    def put_coded(self, report: Report, coding: Coding, *, engine: str) -> None:
        """Keep a report with its coding, in place of any earlier ones under the report's id."""
        ...

    def put_rejected(self, report: Report, reason: str) -> None:
        """Keep a report that is not read, with the reason, in place of any earlier coding of it."""
        ...

    def put_incidents(self, incidents: Iterable[Incident]) -> None:
        """Make `incidents` the incidents of the record, in place of all earlier ones."""
        ...

    def put_decision(self, decision: Decision) -> None:
        """Append a decision; the same decision again changes nothing, another under its id is refused."""
        ...

    def find_report(self, report_id: str) -> StoredReport | None:
        """Return a report with its state, or None."""
        ...

    def reports(self) -> Iterator[StoredReport]:
        """Yield all reports in the order of their ids."""
        ...

    def codings(self) -> Iterator[tuple[Report, Coding]]:
        """Yield all coded reports with their codings, in the order of the report ids."""
        ...

    def mentions(self, incident_id: str | None = None) -> Iterator[Mention]:
        """Yield all mentions, or those of one incident, in the order of report id and number."""
        ...

    def statements(self) -> Iterator[Statement]:
        """Yield all statements in the order of report id and number."""
        ...

    def incidents(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        country: str | None = None,
        event_type: EventType | None = None,
    ) -> Iterator[Incident]:
        """Yield the incidents that fit all that is given, undated ones last, then by first day and id.

        `since` and `until` are inclusive: an incident fits when it may lie between them; an undated one does not fit.
        """
        ...

    def incident(self, incident_id: str) -> Incident:
        """Return one incident."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order in which they were appended."""
        ...

    def close(self) -> None:
        """Give the database back; the store is not to be used afterwards."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
