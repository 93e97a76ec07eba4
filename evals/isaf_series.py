"""The days of publication of a series of releases, from their own texts: datelines, reference numbers, silences.

The pack gives no day of publication. A release that names its day is taken at its word. One that names only its
reference number lies between those numbered before and after it. One that names a day without a year is given the year
in which the series is otherwise silent around that day: an office that writes every day was not silent for months.
Labels are not looked at, so the same is done on any file.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rasid.resolve.time_calendar import day_of
from rasid.text.date_line import find_dateline, find_dayline

_NUMBER = re.compile(r"\b(?:20|0)(\d\d-\d\d-[A-Z]{1,2})-(\d+)\b")


class Number(NamedTuple):
    """A reference number such as 2010-12-S-098: the month's series and the place in it."""

    series: str
    place: int

    @property
    def opening(self) -> date:
        """The first day of the month."""
        year, month, _ = self.series.split("-")
        return date(2000 + int(year), int(month), 1)


def publication_days(texts: Sequence[str]) -> list[date | None]:
    """Return the day of publication of each text of a series; None where neither day nor number tells it."""
    own = [dateline.day if (dateline := find_dateline(text)) else None for text in texts]
    told = sorted(day for day in own if day is not None)
    places: dict[str, list[tuple[int, date]]] = defaultdict(list)
    for text, day in zip(texts, own, strict=True):
        if day is not None and (number := _number(text)) is not None:
            places[number.series].append((number.place, day))
    return [day or _by_number(text, places) or _by_silence(text, told) for text, day in zip(texts, own, strict=True)]


def _number(text: str) -> Number | None:
    found = _NUMBER.search(text)
    return Number(found[1], int(found[2])) if found is not None else None


def _by_number(text: str, places: Mapping[str, list[tuple[int, date]]]) -> date | None:
    """Return the day that the numbers before and after leave, evenly spaced; a month's numbers begin with 1 on its first.

    Rounded up, as a number is given before the release goes out.
    """
    number = _number(text)
    if number is None:
        return None
    told = [(1, number.opening), *sorted(places.get(number.series, ()))]
    before = max((one for one in told if one[0] <= number.place), default=told[0])
    after = min((one for one in told if one[0] >= number.place), default=None)
    if after is None:
        return None
    share = (number.place - before[0]) / max(after[0] - before[0], 1)
    return before[1] + timedelta(days=math.ceil(share * (after[1] - before[1]).days))


def _by_silence(text: str, told: Sequence[date]) -> date | None:
    """Return the day of the dateline in the year in which the series is otherwise silent around that day."""
    dayline = find_dayline(text)
    if dayline is None or dayline.month is None or dayline.day is None or not told:
        return None
    years = range(told[0].year, told[-1].year + 1)
    days = [day for year in years if (day := day_of(year, dayline.month, dayline.day)) and told[0] <= day <= told[-1]]
    return max(days, key=lambda day: min(abs(day - other) for other in told), default=None)
