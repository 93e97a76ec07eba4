"""The codebook.md of an export: how to read the columns, then the codebook itself."""

from __future__ import annotations

from rasid.products.export.manifest import Origin
from rasid.products.export.rows import describe
from rasid.products.export.table import Table

_HEAD = """\
# How to read this export

Each row is one {unit}. {meaning} Several values in one cell are joined by "; ". Unknown is an empty cell (null in
JSON) and never 0. Numbers of people are low / best / high; each may be unknown on its own. Points are representative
points of places and are never finer than the report: see place_precision, and extent_km in the GeoJSON file. In the CSV
file a text that a spreadsheet would take for a formula has an apostrophe before it.

The `-claims.jsonl` file holds {claims}, one a line: each claim
with its value and words, who says it, how they stand to it, the rule that read it, and its evidence as half-open code-point
offsets into the report's text in Unicode NFC. Its form is `{schema}.schema.json` of rasid.

## Columns

| column | what it holds |
|---|---|
"""

_MEANING = {
    "mention": "A mention is one report's account of one incident, so several rows may tell the same incident.",
    "incident": "An incident is settled from every report's account of it by named rules.",
}

_CLAIMS = {
    "mention": ("every mention with all its claims", "mention"),
    "incident": (
        "every incident with its settled values and the mentions, with all their claims, that they rest on",
        "incident-claims",
    ),
}
"""Unit -> what its file of claims holds, and the JSON Schema of its lines."""


def codebook_text(table: Table, origin: Origin) -> str:
    """Return the text of codebook.md for `table`."""
    unit = table.unit.value
    claims, schema = _CLAIMS[unit]
    rows = "".join(f"| {name} | {text} |\n" for name, text in describe(table.row_type).items())
    return (
        _HEAD.format(unit=unit, meaning=_MEANING[unit], claims=claims, schema=schema)
        + rows
        + (f"\n{origin.codebook_text}" if origin.codebook_text else "")
    )
