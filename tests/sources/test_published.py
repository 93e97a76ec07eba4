from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.errors import ReportError
from rasid.sources.published import parse_published, parse_retrieved

BAGHDAD = timezone(timedelta(hours=3))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-01-21", date(2022, 1, 21)),
        (" 2022-01-21\n", date(2022, 1, 21)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2022-01-21T06:30:00+03:00", datetime(2022, 1, 21, 6, 30, tzinfo=BAGHDAD)),
        ("2022-01-21 06:30+03:00", datetime(2022, 1, 21, 6, 30, tzinfo=BAGHDAD)),
        ("2022-01-21T06:30:00Z", datetime(2022, 1, 21, 6, 30, tzinfo=UTC)),
        ("2022-01-21T06:30:00.000Z", datetime(2022, 1, 21, 6, 30, tzinfo=UTC)),
    ],
)
def test_iso_forms_are_read(value: str, expected: date) -> None:
    parsed = parse_published(value)
    assert (type(parsed), parsed) == (type(expected), expected)


def test_time_without_zone_becomes_its_day() -> None:
    parsed = parse_published("2022-01-21T23:59:59")
    assert type(parsed) is date
    assert parsed == date(2022, 1, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2022-02-30", "2022-13-01", "2023-02-29", "0221-01-21", "1799-12-31", "2101-01-01", "2022-01", "2022",
        "21/01/2022", "21 January 2022", "yesterday", "20220121", "2022-W03-5", "2022-1-2", "2022-01-21T",
        "2022-01-21T25:00:00Z", "\u0662022-01-21", "-", "2022-01-21 to 2022-01-23",
    ],
)  # fmt: skip
def test_other_dates_are_refused_with_value_and_wanted_form(value: str) -> None:
    with pytest.raises(ReportError) as caught:
        parse_published(value)
    assert value in str(caught.value)
    assert "2022-01-21" in str(caught.value)


@pytest.mark.parametrize("value", ["2022-01-21", "2022-01-21T06:30:00", "2022-02-30T06:30:00Z", "noon"])
def test_retrieval_needs_a_real_time_with_zone(value: str) -> None:
    with pytest.raises(ReportError, match="retrieved"):
        parse_retrieved(value)


MOMENTS = st.builds(
    datetime.combine, st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.times(timezones=st.just(BAGHDAD))
)


@given(MOMENTS)
def test_iso_times_round_trip(moment: datetime) -> None:
    assert parse_published(moment.isoformat()) == moment
    assert parse_retrieved(moment.isoformat()) == moment


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_iso_days_round_trip(day: date) -> None:
    assert parse_published(day.isoformat()) == day


@given(st.text())
def test_any_text_is_a_date_or_refused(value: str) -> None:
    with suppress(ReportError):
        assert parse_published(value).year >= 1800
