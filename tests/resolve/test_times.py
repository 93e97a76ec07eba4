from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid import model
from rasid.model.when import DateBasis, DatePrecision
from rasid.resolve.times import TimeResolver
from rasid.text.dates import find_dates

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "times.toml").read_text(encoding="utf-8"))
MONDAY = date(2022, 1, 24)
RESOLVER: model.TimeResolver = TimeResolver()

any_day = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
phrases = st.sampled_from([row["words"] for rows in CASES.values() for row in rows])


def resolve(row: dict[str, Any]) -> model.When:
    return RESOLVER.resolve(row["words"], published=row.get("published"), anchor=row.get("anchor"))


@pytest.mark.parametrize("row", CASES["table"], ids=lambda row: row["words"])
def test_every_row_of_the_ucdp_table(row: dict[str, Any]) -> None:
    when = resolve(row)
    assert [when.earliest, when.latest] == [row["days"][0], row["days"][-1]]
    assert when.precision.ucdp == row["prec"]
    assert when.rule


@pytest.mark.parametrize("row", CASES["news"] + CASES["anchored"], ids=lambda row: row["words"])
def test_wire_forms_and_days_named_before(row: dict[str, Any]) -> None:
    when = resolve(row)
    assert [when.earliest, when.latest] == [row["days"][0], row["days"][-1]]


@pytest.mark.parametrize("row", CASES["unknown"], ids=lambda row: row["words"])
def test_what_cannot_be_known_stays_unknown(row: dict[str, Any]) -> None:
    when = resolve(row)
    assert not when.known
    assert when.precision is DatePrecision.unknown
    assert when.basis is DateBasis.unknown
    assert when.words == row["words"]
    assert when.rule


@pytest.mark.parametrize(
    ("words", "published", "basis"),
    [
        ("14 January 2011", None, DateBasis.explicit),
        ("14 January 2011", MONDAY, DateBasis.explicit),
        ("14 January", MONDAY, DateBasis.relative),
        ("yesterday", MONDAY, DateBasis.relative),
        ("", MONDAY, DateBasis.inferred),
    ],
)
def test_basis(words: str, published: date | None, basis: DateBasis) -> None:
    assert RESOLVER.resolve(words, published=published).basis is basis


def test_until_has_no_first_day() -> None:
    when = RESOLVER.resolve("until Friday", published=MONDAY)
    assert (when.earliest, when.latest) == (None, date(2022, 1, 21))


def test_days_ahead_only_when_asked_for() -> None:
    assert RESOLVER.resolve("26 January", published=MONDAY).earliest == date(2021, 1, 26)
    assert TimeResolver(ahead=3).resolve("26 January", published=MONDAY).earliest == date(2022, 1, 26)
    assert TimeResolver(ahead=3).resolve("28 January", published=MONDAY).earliest == date(2021, 1, 28)


def test_a_few_days_ahead_bring_no_month_forward() -> None:
    assert TimeResolver(ahead=30).resolve("February", published=MONDAY).earliest == date(2021, 2, 1)


def test_a_dated_expression_goes_before_a_length() -> None:
    when = RESOLVER.resolve("after several weeks of fighting, on Sunday", published=MONDAY)
    assert when.earliest == when.latest == date(2022, 1, 23)


def test_narrated_days_are_never_after_publication() -> None:
    for words in ("Friday", "14 March", "in December", "over the weekend", "this week", "overnight Monday"):
        first = RESOLVER.resolve(words, published=MONDAY).earliest
        assert first is not None
        assert first <= MONDAY


@given(phrases, any_day, st.none() | any_day)
def test_any_day_of_any_year_resolves_without_error(words: str, published: date, anchor: date | None) -> None:
    when = RESOLVER.resolve(words, published=published, anchor=anchor)
    assert when == RESOLVER.resolve(words, published=published, anchor=anchor)


@given(st.text(max_size=60), st.none() | any_day)
def test_any_words_resolve_without_error(words: str, published: date | None) -> None:
    assert RESOLVER.resolve(words, published=published).words == words


@given(st.lists(phrases, max_size=6), any_day)
def test_resolved_expressions_equal_their_resolved_words(parts: list[str], published: date) -> None:
    for expression in find_dates("; then, ".join(parts)):
        when = TimeResolver().resolve_expression(expression, published=published)
        assert when.words == expression.words
