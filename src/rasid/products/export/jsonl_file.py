"""Rows -> JSON Lines, and the whole objects with every claim -> JSON Lines."""

from __future__ import annotations

import json
from typing import TextIO

from rasid.products.export.rows import as_values
from rasid.products.export.table import Table
from rasid.products.json_form import to_json


def write_jsonl(table: Table, file: TextIO) -> None:
    """Write one flat row a line; unknown is null."""
    file.writelines(json.dumps(as_values(entry.row), ensure_ascii=False) + "\n" for entry in table.entries)


def write_claims(table: Table, file: TextIO) -> None:
    """Write one mention, or incident with all its mentions, a line: every claim, its evidence offsets and who says it."""
    file.writelines(to_json(entry.whole) + "\n" for entry in table.entries)
