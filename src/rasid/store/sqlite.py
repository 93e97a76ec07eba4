"""The record in one SQLite file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, delete, insert, or_, select

from rasid.errors import UnknownNameError
from rasid.model import Coding, Decision, EventType, Incident, Mention, Relation, Report, Statement
from rasid.store import decisions, schema
from rasid.store.base import StoredReport
from rasid.store.connect import reading, writing
from rasid.store.payload import load
from rasid.store.rows import incident_row, kind_rows, mention_rows, report_of, report_row, stored_report

T = TypeVar("T", bound=Hashable)

# Reports whose codings are read at once: few enough to hold, enough to spare most of the queries.
_BATCH = 200


class SqliteStore:
    """A `Store` over an SQLAlchemy engine whose database is up to date; see `open_store`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put_coded(self, report: Report, coding: Coding, *, engine: str) -> None:
        """Keep a report with its coding, in place of any earlier ones under the report's id."""
        with writing(self._engine) as connection:
            _forget(connection, report.report_id)
            _insert(connection, schema.reports, [report_row(report)])
            row = {"report_id": report.report_id, "coded_by": coding.coded_by, "engine": engine}
            _insert(connection, schema.codings, [row])
            _insert(connection, schema.mentions, mention_rows(coding))
            _insert(connection, schema.statements, kind_rows(coding, "statements"))
            _insert(connection, schema.relations, kind_rows(coding, "relations"))

    def put_rejected(self, report: Report, reason: str) -> None:
        """Keep a report that is not read, with the reason, in place of any earlier coding of it."""
        with writing(self._engine) as connection:
            _forget(connection, report.report_id)
            _insert(connection, schema.reports, [report_row(report, rejected=reason)])

    def put_incidents(self, incidents: Iterable[Incident]) -> None:
        """Make `incidents` the incidents of the record, in place of all earlier ones."""
        found = tuple(incidents)
        links = [
            {"mention_id": mention_id, "incident_id": incident.incident_id}
            for incident in found
            for mention_id in incident.mention_ids
        ]
        with writing(self._engine) as connection:
            connection.execute(delete(schema.incident_mentions))
            connection.execute(delete(schema.incidents))
            _insert(connection, schema.incidents, [incident_row(incident) for incident in found])
            _insert(connection, schema.incident_mentions, links)

    def put_decision(self, decision: Decision) -> None:
        """Append a decision; the same decision again changes nothing, another under its id is refused."""
        with writing(self._engine) as connection:
            decisions.append(connection, decision)

    def find_report(self, report_id: str) -> StoredReport | None:
        """Return a report with its state, or None."""
        query = _reports().where(schema.reports.c.report_id == report_id)
        with reading(self._engine) as connection:
            row = connection.execute(query).mappings().one_or_none()
        return stored_report(row) if row is not None else None

    def reports(self) -> Iterator[StoredReport]:
        """Yield all reports in the order of their ids."""
        with reading(self._engine) as connection:
            for row in connection.execution_options(yield_per=_BATCH).execute(_reports()).mappings():
                yield stored_report(row)

    def codings(self) -> Iterator[tuple[Report, Coding]]:
        """Yield all coded reports with their codings, in the order of the report ids."""
        query = _reports().add_columns(schema.codings.c.coded_by).where(schema.codings.c.engine.is_not(None))
        with reading(self._engine) as connection:
            for rows in connection.execution_options(yield_per=_BATCH).execute(query).mappings().partitions():
                yield from _codings(connection, rows)

    def mentions(self, incident_id: str | None = None) -> Iterator[Mention]:
        """Yield all mentions, or those of one incident, in the order of report id and number."""
        table, links = schema.mentions, schema.incident_mentions
        query = select(table.c.payload).order_by(table.c.report_id, table.c.number)
        if incident_id is not None:
            self.incident(incident_id)
            query = query.join(links, links.c.mention_id == table.c.mention_id).where(
                links.c.incident_id == incident_id
            )
        return self._load(Mention, query)

    def statements(self) -> Iterator[Statement]:
        """Yield all statements in the order of report id and number."""
        table = schema.statements
        return self._load(Statement, select(table.c.payload).order_by(table.c.report_id, table.c.number))

    def incidents(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        country: str | None = None,
        event_type: EventType | None = None,
    ) -> Iterator[Incident]:
        """Yield the incidents that fit all that is given, undated ones last, then by first day and id."""
        columns = schema.incidents.c
        query = select(columns.payload).order_by(columns.latest.is_(None), columns.earliest, columns.incident_id)
        if since is not None:
            query = query.where(columns.latest >= since.isoformat())
        if until is not None:
            open_start = columns.earliest.is_(None) & columns.latest.is_not(None)
            query = query.where(or_(columns.earliest <= until.isoformat(), open_start))
        if country is not None:
            query = query.where(columns.country == country)
        if event_type is not None:
            query = query.where(columns.event_type == event_type.value)
        return self._load(Incident, query)

    def incident(self, incident_id: str) -> Incident:
        """Return one incident; raises UnknownNameError for an id that the record does not hold."""
        query = select(schema.incidents.c.payload).where(schema.incidents.c.incident_id == incident_id)
        found = next(self._load(Incident, query), None)
        if found is None:
            msg = f"no incident {incident_id!r} in {self._engine.url.database}; ids change when incidents are merged"
            raise UnknownNameError(msg)
        return found

    def decisions(self) -> tuple[Decision, ...]:
        """Return all decisions in the order in which they were appended."""
        with reading(self._engine) as connection:
            return decisions.read_all(connection)

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self, noun: type[T], query: Select[str]) -> Iterator[T]:
        with reading(self._engine) as connection:
            for payload in connection.execution_options(yield_per=_BATCH).scalars(query):
                yield load(noun, payload)


def _reports() -> Select[Any]:
    return (
        select(schema.reports, schema.codings.c.engine)
        .outerjoin(schema.codings, schema.codings.c.report_id == schema.reports.c.report_id)
        .order_by(schema.reports.c.report_id)
    )


def _codings(connection: Connection, rows: Sequence[Any]) -> Iterator[tuple[Report, Coding]]:
    """Yield the codings of a run of reports that follow each other by id."""
    ids = rows[0]["report_id"], rows[-1]["report_id"]
    mentions = _parts(connection, schema.mentions, Mention, ids)
    statements = _parts(connection, schema.statements, Statement, ids)
    relations = _parts(connection, schema.relations, Relation, ids)
    for row in rows:
        report_id = row["report_id"]
        coding = Coding(
            report_id=report_id,
            mentions=tuple(mentions[report_id]),
            statements=tuple(statements[report_id]),
            relations=tuple(relations[report_id]),
            coded_by=row["coded_by"],
        )
        yield report_of(row), coding


def _parts(connection: Connection, table: Table, noun: type[T], ids: tuple[str, str]) -> defaultdict[str, list[T]]:
    columns = table.c
    query = select(columns.report_id, columns.payload).order_by(columns.report_id, columns.number)
    found: defaultdict[str, list[T]] = defaultdict(list)
    for report_id, payload in connection.execute(query.where(columns.report_id.between(*ids))):
        found[report_id].append(load(noun, payload))
    return found


def _forget(connection: Connection, report_id: str) -> None:
    """Delete a report with all that was coded from it; its incidents stay until the record is linked again."""
    connection.execute(delete(schema.reports).where(schema.reports.c.report_id == report_id))


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
