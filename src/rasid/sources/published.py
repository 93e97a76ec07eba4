"""Dates of publication and retrieval: ISO 8601 in, a day or an aware time out."""

from __future__ import annotations

import re
from datetime import date, datetime

from rasid.sources.refusal import UnfitReportError

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9].*)?")
# A year outside is a slip of the pen (0221 for 2021); fixed, so that no result depends on the day of the run.
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_DAY = "a day such as 2022-01-21"
_MOMENT = "a time with its zone such as 2022-01-21T06:30:00+03:00"


def parse_published(value: str) -> date:
    """Return the day, or the aware datetime when time and zone are given.

    A time without a zone is dropped: it cannot be placed, the day can. Raises UnfitReportError naming the
    value and the form wanted for any other form, a day that is not in the calendar, or a year outside
    1800 to 2100.
    """
    moment = _parse("published", value, f"{_DAY}, or {_MOMENT}")
    return moment if moment.tzinfo else moment.date()


def parse_retrieved(value: str) -> datetime:
    """Return the aware datetime of retrieval; raises UnfitReportError as parse_published, or without a zone."""
    moment = _parse("retrieved", value, _MOMENT)
    if moment.tzinfo is None:
        raise _bad_date(value, "retrieved", "has no time with a zone", _MOMENT)
    return moment


def _parse(name: str, value: str, wanted: str) -> datetime:
    value = value.strip()
    if not _FORM.fullmatch(value):
        raise _bad_date(value, name, "is not in a form that is read", wanted)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise _bad_date(value, name, f"does not exist ({error})", wanted) from error
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise _bad_date(value, name, f"lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}", wanted)
    return moment


def _bad_date(value: str, name: str, trouble: str, wanted: str) -> UnfitReportError:
    return UnfitReportError(f"{name} {value!r:.80} {trouble}; write {wanted}", reason="bad_date")
