"""The days of a series of releases from their own texts, never from labels."""

from __future__ import annotations

from datetime import date

import pytest

from evals.isaf_series import publication_days


def dated(day: str, number: str = "") -> str:
    return f"{number}\nKABUL, Afghanistan ({day}) – A force detained two men."


def numbered(number: str) -> str:
    return f"ISAF Joint Command\n{number}\nA force detained two men yesterday."


def test_a_release_that_names_its_day_is_taken_at_its_word() -> None:
    assert publication_days([dated("July 14, 2011"), dated("July 15", "2011-07-S-046")]) == [
        date(2011, 7, 14),
        date(2011, 7, 15),
    ]


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("2011-07-S-001", date(2011, 7, 1)),
        ("2011-07-S-005", date(2011, 7, 6)),  # a month's numbers begin on its first
        ("2011-07-S-020", date(2011, 7, 21)),
        ("011-07-S-020", date(2011, 7, 21)),  # as printed in some
        ("2011-07-S-031", None),  # after the last number with a day
        ("2011-07-CA-005", None),  # another office's series
        ("2011-08-S-005", None),
    ],
)
def test_a_number_lies_between_those_before_and_after_it(number: str, day: date | None) -> None:
    known = [dated("July 11, 2011", "2011-07-S-010"), dated("July 31, 2011", "2011-07-S-030")]
    assert publication_days([*known, numbered(number)])[-1] == day


def test_a_day_without_a_year_fills_the_silence_of_the_series() -> None:
    known = [dated(day) for day in ("Dec. 10, 2010", "Nov. 20, 2011", "Mar. 5, 2012", "Dec. 12, 2012")]
    assert publication_days([*known, dated("Dec. 13")])[-1] == date(2011, 12, 13)


def test_nothing_is_known_of_a_release_alone() -> None:
    assert publication_days([dated("Dec. 13"), "Today a force detained two men."]) == [None, None]
    assert publication_days([]) == []
