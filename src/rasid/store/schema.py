"""The tables: one canonical JSON payload for each noun, and narrow columns beside it for what is searched and counted.

A change here needs a new file in migrations/versions and the next `REVISION`.
"""

from __future__ import annotations

from sqlalchemy import DDL, Column, ForeignKey, Index, Integer, MetaData, Table, Text, event

REVISION = 1
"""Number of the newest migration; kept in the database as SQLite's user_version."""

metadata = MetaData()


def _report_id(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "report_id",
        Text,
        ForeignKey("reports.report_id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


# A report is flat, so its fields are the columns: the text stands in the database once.
reports = Table(
    "reports",
    metadata,
    Column("report_id", Text, primary_key=True, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("language", Text),
    Column("source_id", Text),
    Column("rejected", Text),
)
codings = Table(
    "codings",
    metadata,
    _report_id(primary_key=True),
    Column("coded_by", Text, nullable=False),
    Column("engine", Text, nullable=False),
)
mentions = Table(
    "mentions",
    metadata,
    _report_id(primary_key=True),
    Column("number", Integer, primary_key=True, nullable=False),
    Column("mention_id", Text, nullable=False, unique=True),
    Column("event_type", Text, nullable=False),
    Column("payload", Text, nullable=False),
)
statements = Table(
    "statements",
    metadata,
    _report_id(primary_key=True),
    Column("number", Integer, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
)
relations = Table(
    "relations",
    metadata,
    _report_id(primary_key=True),
    Column("number", Integer, primary_key=True, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
)
incidents = Table(
    "incidents",
    metadata,
    Column("incident_id", Text, primary_key=True, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("country", Text),
    Column("payload", Text, nullable=False),
    Index("incidents_by_day", "earliest", "latest"),
    Index("incidents_by_country", "country", "earliest"),
)
# Mentions are replaced when their report is coded again, before the incidents are: hence no foreign key to mentions.
incident_mentions = Table(
    "incident_mentions",
    metadata,
    Column("mention_id", Text, primary_key=True, nullable=False),
    Column("incident_id", Text, ForeignKey("incidents.incident_id", ondelete="CASCADE"), nullable=False),
    Index("incident_mentions_by_incident", "incident_id"),
)
decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, nullable=False),
    Column("decision_id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

APPEND_ONLY = tuple(
    f"CREATE TRIGGER decisions_no_{act.lower()} BEFORE {act} ON decisions "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
    for act in ("UPDATE", "DELETE")
)
for _trigger in APPEND_ONLY:
    event.listen(decisions, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call] # SQLAlchemy 2.1 leaves it out
