"""The day that a report gives itself at its head: "KABUL, Afghanistan (Jan. 10, 2011) -", "BAGHDAD, Jan 22 (AFP) -"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from rasid.text.date_expression import DateExpression, DateKind
from rasid.text.dates import find_dates

# Code points that a headline, a reference number and a dateline take at most.
_HEAD = 700
_PLACE = re.compile(r"\W*[A-ZÀ-Þ][A-ZÀ-Þ .'\u2019-]+(?:,[\w .'\u2019-]{2,40})?[,.]?\s*")
_BY_DASH = re.compile(r",?\s*(?:\([^()\n]{2,40}\)\s*)?[-\u2013\u2014:]")
_MONTH_CODE = re.compile(r"\b([12]\d{3})-(0[1-9]|1[0-2])\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


class Dateline(NamedTuple):
    """The day a report gives itself, and the expression that says so."""

    day: date
    expression: DateExpression


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline of a report, or None.

    A day counts as dateline when it stands in brackets, after a place in capitals and before a dash, or alone at the
    start of a line before a colon, within the first 700 code points. A day without a year takes it from a month
    ("2010-09-...") or year named in the same head; without either there is no dateline.
    """
    expression = find_dayline(text)
    day = _complete(expression, text[:_HEAD]) if expression is not None else None
    return Dateline(day, expression) if day is not None and expression is not None else None


def find_dayline(text: str) -> DateExpression | None:
    """Return the words of a dateline, also where nothing tells their year."""
    head = text[:_HEAD]
    days = (expression for expression in find_dates(head) if expression.kind is DateKind.day)
    return next((expression for expression in days if _is_dateline(head, expression)), None)


def _is_dateline(head: str, expression: DateExpression) -> bool:
    before = head[head.rfind("\n", 0, expression.start) + 1 : expression.start]
    after = head[expression.end :]
    if before.endswith("(") and after.startswith(")"):
        return True
    if not before.strip():
        return after.startswith(":")
    return _PLACE.fullmatch(before) is not None and _BY_DASH.match(after) is not None


def _complete(expression: DateExpression, head: str) -> date | None:
    year = expression.year
    if year is None:
        year = _year_of_head(head, expression.month or 1)
    elif year < 100:
        year += 1900 if year > 49 else 2000
    month, day = expression.month or 1, expression.day or 1
    return None if year is None or day > monthrange(year, month)[1] else date(year, month, day)


def _year_of_head(head: str, month: int) -> int | None:
    """Return the year that the head names; the one that brings `month` nearest to the month of a reference number."""
    code = _MONTH_CODE.search(head)
    if code:
        return int(code[1]) + round((int(code[2]) - month) / 12)
    named = _YEAR.search(head)
    return int(named[1]) if named else None
