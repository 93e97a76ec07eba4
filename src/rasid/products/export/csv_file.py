"""Rows -> CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from typing import TextIO

from rasid.products.export.rows import as_values, columns
from rasid.products.export.table import Table

# A cell that begins like this is taken for a formula by spreadsheets; also after blanks and in full-width forms.
# OWASP, "CSV Injection"; the last four are the full-width = + - @ that Excel accepts in East Asian settings.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write_csv(table: Table, file: TextIO) -> None:
    """Write a header and one line a row; open `file` with newline="". RFC 4180 quoting, line ends are newlines.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
    """
    names = columns(table.row_type)
    writer = csv.DictWriter(file, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: safe(value) for name, value in as_values(entry.row).items()} for entry in table.entries)


def safe(value: str | float | None) -> str | float | None:
    """Return `value`, with an apostrophe before a text that would be taken for a formula."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
