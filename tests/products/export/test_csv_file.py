from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.products.export import FlatRow, Unit, as_values, columns, table_of
from rasid.products.export.csv_file import safe, write_csv
from tests.products import sample

STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


def _csv(unit: Unit) -> str:
    file = io.StringIO(newline="")
    write_csv(table_of(sample.sample_record(), unit), file)
    return file.getvalue()


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =HYPERLINK(1)", "\uff1d1", "-5 killed"])
def test_a_text_that_begins_like_a_formula_is_held_back(words: str) -> None:
    assert safe(words) == f"'{words}"


@pytest.mark.parametrize("value", [-3.4, 0, 11, None, "Al-Azim", "a=b", "", "'quoted'"])
def test_numbers_and_plain_words_stay(value: str | float | None) -> None:
    assert safe(value) == value


@given(st.text())
def test_no_text_can_begin_like_a_formula(words: str) -> None:
    shown = safe(words)

    assert isinstance(shown, str)
    assert not shown.lstrip(" ").startswith(tuple(STARTS))
    assert shown.removeprefix("'") == words.removeprefix("'")


@pytest.mark.parametrize("unit", Unit)
def test_csv_reads_back_as_the_rows(unit: Unit) -> None:
    table = table_of(sample.sample_record(), unit)
    read = list(csv.DictReader(io.StringIO(_csv(unit), newline="")))

    shown = [{k: "" if v is None else str(v) for k, v in as_values(entry.row).items()} for entry in table.entries]
    assert read == shown


def test_the_same_record_gives_the_same_bytes_with_plain_line_ends() -> None:
    text = _csv(Unit.mention)

    assert text == _csv(Unit.mention)
    assert text.splitlines()[0] == ",".join(columns(FlatRow))
    assert "\r" not in text
