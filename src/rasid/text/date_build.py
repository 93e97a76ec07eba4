"""From the words that a rule of the grammar matched to a time expression."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rasid.text import date_calendar, date_relative
from rasid.text.date_expression import DateExpression
from rasid.text.date_match import Match
from rasid.text.date_words import Token


def build(rule: str, text: str, tokens: Sequence[Token]) -> DateExpression | None:
    """Return what `tokens`, matched by `rule`, say; None where they name no time ("30 February", an age)."""
    return _BUILDERS[rule](Match(text, tokens))


def _no_time(_: Match) -> None:
    return None


_BUILDERS: dict[str, Callable[[Match], DateExpression | None]] = {
    "number": _no_time,
    "fiscal": date_calendar.fiscal,
    "hour": date_relative.clock,
    "age": _no_time,
    "lunar": date_calendar.lunar,
    "solar": date_calendar.solar,
    "iso": date_calendar.iso,
    "numeric": date_calendar.numeric,
    "months": date_calendar.months,
    "month": date_calendar.month,
    "days": date_calendar.days,
    "day": date_calendar.day,
    "half": date_calendar.nth,
    "quarter": date_calendar.quarter,
    "nth": date_calendar.nth,
    "century": date_calendar.century,
    "decade": date_calendar.decade,
    "month_year": date_calendar.month,
    "bare_month": date_calendar.month,
    "any_season": date_relative.any_season,
    "season": date_calendar.season,
    "ago": date_relative.ago,
    "named_day": date_relative.named_day,
    "before_last": date_relative.before_last,
    "after": date_relative.after,
    "weekday_of": date_relative.weekday_of,
    "nights": date_relative.nights,
    "weekday": date_relative.weekday,
    "near": date_relative.near,
    "this_daypart": date_relative.this_daypart,
    "later": date_relative.later,
    "period": date_relative.period,
    "next_daypart": date_relative.period,
    "past": date_relative.past,
    "coming": date_relative.duration,
    "weekend_of": date_calendar.weekend_of,
    "weekend": date_relative.weekend,
    "span": date_relative.span,
    "duration": date_relative.duration,
    "years": date_calendar.years,
    "era": date_calendar.era,
    "clock": date_relative.clock,
    "year": date_calendar.year,
    "holiday": date_calendar.holiday,
    "recent": date_relative.recent,
    "frequency": date_relative.frequency,
    "vague": date_relative.vague,
    "habit": date_relative.habit,
}
