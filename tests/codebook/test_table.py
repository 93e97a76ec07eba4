from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from rasid.codebook.table import Table
from rasid.errors import CodebookError
from rasid.model import Count, Status


def table(**keys: object) -> Table:
    return Table("weapons.toml: classes[2]", keys)


@pytest.mark.parametrize(
    ("value", "read", "wants"),
    [
        (7, lambda t: t.text("key"), "a text"),
        ("  ", lambda t: t.text("key"), "a text"),
        ("sniper", lambda t: t.texts("key"), "an array of str"),
        ([1], lambda t: t.texts("key"), "an array of str"),
        (["1"], lambda t: t.numbers("key"), "an array of int"),
        ([], lambda t: t.text_or("key", "none"), "a text"),
        (1.5, lambda t: t.number_or_none("key"), "a whole number"),
        (True, lambda t: t.number_or_none("key"), "a whole number"),
        (True, lambda t: t.term("key"), "a whole number or a term"),
        ("war", lambda t: t.word("key", Status), "one of reported, claimed"),
        ([1, "some", 3], lambda t: t.count_or_none("key"), r"\[low, best, high\]"),
        ("soon", lambda t: t.day_or_none("key"), "a day such as"),
        (dt.datetime(2024, 3, 11, tzinfo=dt.UTC), lambda t: t.day_or_none("key"), "a day such as"),
        ("name", lambda t: t.table("key"), "a table"),
        ([1], lambda t: t.tables("key"), "an array of dict"),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused(value: object, read: Callable[[Table], object], wants: str) -> None:
    with pytest.raises(CodebookError, match=rf"codebook weapons.toml: classes\[2\]: key = .*: wants {wants}"):
        read(table(key=value))


def test_values_of_the_right_shape_are_read() -> None:
    keys = table(
        word="claimed",
        count=["none", "none", 30],
        day=dt.date(2024, 3, 11),
        written="2024-03-11",
        inner={"id": "ambush"},
        rows=[{"id": "siege"}],
    )
    assert keys.word("word", Status) is Status.claimed
    assert keys.count_or_none("count") == Count(high=30)
    assert keys.day_or_none("day") == keys.day_or_none("written") == dt.date(2024, 3, 11)
    assert keys.table("inner").text("id") == "ambush"
    assert [row.text("id") for row in keys.tables("rows")] == ["siege"]


def test_an_absent_key_is_its_default_and_never_a_guess() -> None:
    empty = table()
    assert empty.text_or("key", "none") == "none"
    assert empty.text_or_none("key") is None
    assert empty.texts("key", optional=True) == ()
    assert empty.count_or_none("key") is None
    assert empty.day_or_none("key") is None
    assert empty.word("key", Status, Status.reported) is Status.reported
    with pytest.raises(CodebookError, match="no key; add it"):
        empty.text("key")


def test_a_key_that_nobody_read_is_refused() -> None:
    with pytest.raises(CodebookError, match="unknown keys lable; known here: id"):
        table(id="ied", lable="IED").read_as(lambda t: t.text("id"))
