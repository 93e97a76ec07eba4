"""Tables of mentions and incidents for other programs."""

from rasid.products.export.bundle import FORMATS, write_export
from rasid.products.export.flat import flat_row
from rasid.products.export.incident_row import incident_row
from rasid.products.export.manifest import Origin
from rasid.products.export.rows import FlatRow, IncidentRow, as_values, columns
from rasid.products.export.table import Table, Unit, table_of

__all__ = [
    "FORMATS",
    "FlatRow",
    "IncidentRow",
    "Origin",
    "Table",
    "Unit",
    "as_values",
    "columns",
    "flat_row",
    "incident_row",
    "table_of",
    "write_export",
]
