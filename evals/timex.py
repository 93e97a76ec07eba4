"""The TIMEX2 value of a resolved time, for comparison with annotated corpora."""

from __future__ import annotations

from datetime import date

from rasid.resolve.time_text import ResolvedTime
from rasid.text.dates import DateExpression, DateKind

_DAYPARTS = {"dawn": "", "morning": "TMO", "noon": "TMI", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_UNITS = {"minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M", "year": "Y"}
_UNITS |= {"decade": "DE", "century": "CE"}
_HABITS = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XXTNI", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
_HABITS |= {season: f"XXXX-{code}" for season, code in _SEASONS.items()}
_DURATIONS = frozenset({DateKind.duration, DateKind.span, DateKind.past, DateKind.nth})


def timex_value(resolved: ResolvedTime) -> str | None:
    """Return the value that TIMEX2 gives the expression, or None where nothing is known."""
    expression, when, anchor = resolved
    kind = expression.kind
    if kind in {DateKind.vague, DateKind.recent}:
        return None if expression.unit == "then" else f"{expression.unit or 'past'}_ref".upper()
    if kind is DateKind.frequency:
        return _HABITS.get(expression.unit or "")
    if kind in _DURATIONS:
        return _half_or_quarter(expression, when.earliest) or _duration(expression)
    if kind is DateKind.clock:
        return _clock(expression, anchor)
    if kind is DateKind.later and expression.count is None:
        return "FUTURE_REF" if expression.part == "later" else "PAST_REF"
    return _calendar(expression, when.earliest, when.latest)


def _duration(expression: DateExpression) -> str:
    unit = _UNITS[expression.unit or "day"]
    count = "X" if expression.count is None else expression.count
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _half_or_quarter(expression: DateExpression, first: date | None) -> str | None:
    if first is None or expression.unit not in {"half", "quarter"}:
        return None
    if expression.unit == "half":
        return f"{first.year}-H{1 if first.month < 7 else 2}"
    return f"{first.year}-Q{(first.month + 2) // 3}"


def _clock(expression: DateExpression, anchor: date | None) -> str:
    day = anchor.isoformat() if anchor else "XXXX-XX-XX"
    return f"{day}T{expression.clock}"


def _calendar(expression: DateExpression, first: date | None, last: date | None) -> str | None:
    if (expression.year or 0) < 0:
        return f"BC{-(expression.year or 0):04}"
    if first is None or last is None:
        return None
    unit = expression.unit if expression.kind in {DateKind.later, DateKind.period, DateKind.ago} else expression.kind
    if unit == DateKind.season:
        return f"{last.year}-{_SEASONS[expression.unit or '']}"
    forms = {
        "month": f"{first.year}-{first.month:02}",
        "year": f"{first.year}",
        "decade": f"{first.year // 10}",
        "century": f"{first.year // 100:02}",
        "week": f"{first.isocalendar().year}-W{first.isocalendar().week:02}",
    }
    return forms.get(str(unit)) or first.isoformat() + _DAYPARTS.get(expression.daypart or "", "")
