"""What an export writes: the rows of one unit with the whole objects behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rasid.linking.settle import settle_mention
from rasid.model import Mention, Where
from rasid.products.export.flat import flat_row
from rasid.products.export.incident_row import incident_row
from rasid.products.export.rows import FlatRow, IncidentRow, Row
from rasid.products.json_form import IncidentClaims, incident_claims
from rasid.products.record import Record


class Unit(StrEnum):
    """What one row of an export stands for."""

    incident = "incident"
    mention = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row, the place it lies at, and all that it was made from."""

    row: Row
    where: Where | None
    whole: Mention | IncidentClaims


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All rows of one unit in a fixed order: by date, unknown dates last, then by id."""

    unit: Unit
    entries: tuple[Entry, ...]

    @property
    def row_type(self) -> type[Row]:
        """The class that lists the columns."""
        return FlatRow if self.unit is Unit.mention else IncidentRow


def table_of(record: Record, unit: Unit) -> Table:
    """Return the table of `unit`; a mention is settled from its own claims alone."""
    entries = _mentions(record) if unit is Unit.mention else _incidents(record)
    return Table(unit=unit, entries=tuple(sorted(entries, key=_order)))


def _mentions(record: Record) -> list[Entry]:
    incident_of = {member: incident.incident_id for incident in record.incidents for member in incident.mention_ids}
    entries = []
    for mention in record.mentions.values():
        settled = settle_mention(mention)
        row = flat_row(mention, settled, record.report_of(mention), incident_of.get(mention.mention_id))
        entries.append(Entry(row=row, where=settled.where.value, whole=mention))
    return entries


def _incidents(record: Record) -> list[Entry]:
    return [
        Entry(
            row=incident_row(incident, record),
            where=incident.where.value,
            whole=incident_claims(incident, record),
        )
        for incident in record.incidents
    ]


def _order(entry: Entry) -> tuple[str, str, int]:
    """Sort by day, then by id; the number of a mention counts as a number."""
    row = entry.row
    day = row.date_start or row.date_end
    name = row.mention_id if isinstance(row, FlatRow) else row.incident_id
    stem, _, number = name.rpartition(":")
    return (day.isoformat() if day else "9999", stem or name, int(number) if number.isdigit() else 0)
