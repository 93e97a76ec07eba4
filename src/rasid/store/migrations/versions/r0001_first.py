"""The first form: reports, codings, mentions, statements, relations, incidents, decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables."""
    _create_reports()
    _create_codings()
    _create_incidents()
    _create_decisions()


def _create_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("report_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("title", "publisher", "url", "published", "retrieved")),
        *(sa.Column(name, sa.Text) for name in ("language", "source_id", "rejected")),
    )


def _create_codings() -> None:
    op.create_table(
        "codings",
        _report_id(),
        sa.Column("coded_by", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
    )
    op.create_table(
        "mentions",
        _report_id(),
        sa.Column("number", sa.Integer, primary_key=True, nullable=False),
        sa.Column("mention_id", sa.Text, nullable=False, unique=True),
        sa.Column("event_type", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    for name in ("statements", "relations"):
        op.create_table(
            name,
            _report_id(),
            sa.Column("number", sa.Integer, primary_key=True, nullable=False),
            sa.Column("kind", sa.Text, nullable=False),
            sa.Column("payload", sa.Text, nullable=False),
        )


def _create_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("incident_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("event_type", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("earliest", "latest", "country")),
        sa.Column("payload", sa.Text, nullable=False),
    )
    op.create_index("incidents_by_day", "incidents", ["earliest", "latest"])
    op.create_index("incidents_by_country", "incidents", ["country", "earliest"])
    op.create_table(
        "incident_mentions",
        sa.Column("mention_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("incident_id", sa.Text, sa.ForeignKey("incidents.incident_id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("incident_mentions_by_incident", "incident_mentions", ["incident_id"])


def _create_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer, primary_key=True, nullable=False),
        sa.Column("decision_id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER decisions_no_{act.lower()} BEFORE {act} ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )


def _report_id() -> sa.Column[str]:
    return sa.Column(
        "report_id",
        sa.Text,
        sa.ForeignKey("reports.report_id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    )
