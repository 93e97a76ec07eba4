"""Time expressions to calendar days, by the rules of UCDP GED (codebook 19.1) where it has one.

Narrated events lie in the past: "Sunday" is the last Sunday, "14 January" the last 14 January. Nothing depends on the
day on which the program runs: without a day of publication relative expressions stay unknown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from rasid.model.when import DateBasis, DatePrecision, When
from rasid.resolve import time_calendar as calendar
from rasid.resolve import time_fiscal, time_named, time_relative
from rasid.resolve.time_calendar import Days, day_span
from rasid.resolve.time_reference import Answer, Reference, answer
from rasid.text.dates import DateExpression, DateKind, find_times

_Rule = Callable[[DateExpression, Reference, Days | None], Answer | None]
_RULES: dict[DateKind, _Rule] = {
    DateKind.day: time_named.day,
    DateKind.holiday: time_named.day,
    DateKind.lunar: time_named.other_calendar,
    DateKind.solar: time_named.other_calendar,
    DateKind.month: time_named.month,
    DateKind.year: time_named.year,
    DateKind.fiscal: time_fiscal.fiscal,
    DateKind.decade: time_named.decade,
    DateKind.century: time_named.century,
    DateKind.season: time_named.season,
    DateKind.nth: time_named.nth,
    DateKind.weekday: time_relative.weekday,
    DateKind.near: time_relative.near,
    DateKind.recent: time_relative.recent,
    DateKind.ago: time_relative.ago,
    DateKind.later: time_relative.later,
    DateKind.period: time_relative.period,
    DateKind.past: time_relative.past,
    DateKind.weekend: time_relative.weekend,
    DateKind.nights: time_relative.nights,
    DateKind.span: time_relative.span,
    DateKind.duration: time_relative.several,
}
# Ends of a range whose own words leave the year or the week open; the first then counts back from the last.
_OPEN = frozenset({DateKind.day, DateKind.month, DateKind.weekday, DateKind.holiday})


class TimeResolver:
    """Turns time expressions into days; stateless, so one resolver serves all reports.

    `ahead` is how many days after publication a day without a year may lie; 0 reads every such day as past.
    """

    __slots__ = ("_ahead",)

    def __init__(self, *, ahead: int = 0) -> None:
        self._ahead = ahead

    def resolve(
        self, words: str, *, published: date | None, anchor: date | None = None, country: str | None = None
    ) -> When:
        """Return the days that `words` mean to a report published on `published`.

        `anchor` is the day that the text named before, for "the previous day" and "three days later"; where there is
        no `published`, it also settles weekdays and days without a year, by nearness. `country` is the ISO code of the one
        whose fiscal years are meant. Empty `words` are UCDP's "no
        time stated". Words that hold no time, or need a day that is not given, give an unknown `When` whose `rule`
        says so. `earliest` alone is None for "until Friday".
        """
        reference = Reference(published=published, anchor=anchor, ahead=self._ahead, country=country)
        if not words.strip():
            return _when(words, time_relative.no_time(reference), DateBasis.inferred)
        expressions = sorted(find_times(words), key=lambda expression: not expression.dated)
        if not expressions:
            return When(words=words, rule="no date in these words")
        answers = (resolve_expression(expression, reference) for expression in expressions)
        return _when(words, next((found for found in answers if found is not None), None), reference.basis)

    def resolve_expression(
        self, expression: DateExpression, *, published: date | None, anchor: date | None = None
    ) -> When:
        """Return the days of an expression that `find_dates` found; otherwise like `resolve`."""
        reference = Reference(published=published, anchor=anchor, ahead=self._ahead)
        return _when(expression.words, resolve_expression(expression, reference), reference.basis)


def _when(words: str, found: Answer | None, basis: DateBasis) -> When:
    if found is None:
        return When(words=words, rule="no day to count from")
    precision = found.precision or (found.days.precision if found.days else DatePrecision.unknown)
    return When(
        earliest=found.first,
        latest=found.last,
        precision=precision,
        basis=found.basis or basis,
        words=words,
        rule=found.rule,
    )


def resolve_expression(expression: DateExpression, reference: Reference) -> Answer | None:
    """Return the days of an expression, or None where it names none or needs a day that is not given."""
    if expression.kind in _COMPOSED:
        return _COMPOSED[expression.kind](expression, reference)
    rule = _RULES.get(expression.kind)
    found = rule(expression, reference, _whole(expression, reference)) if rule else None
    return _local(found, expression.local) if found is not None and expression.local else found


def _local(told: Answer, days: int) -> Answer:
    """Return the local days where the words tell those of Greenwich."""
    first, last = (None if day is None else calendar.shifted(day, days) for day in (told.first, told.last))
    return told._replace(first=first, last=last, rule=f"{told.rule}, told in Greenwich time")


def _whole(expression: DateExpression, reference: Reference) -> Days | None:
    """Return the whole longer period that the expression lies in, if it names one."""
    if not expression.parts:
        return None
    part = expression.parts[0]
    if part.kind in {DateKind.period, DateKind.later}:
        return time_relative.whole_period(part, reference)
    found = resolve_expression(part, reference)
    return found.days if found else None


def _range(expression: DateExpression, reference: Reference) -> Answer | None:
    left, right = expression.parts
    last = resolve_expression(right, reference)
    if last is None or last.last is None:
        return None
    if left.kind in _OPEN and left.year is None and not left.parts:
        first = resolve_expression(left, replace(reference, published=last.last, ahead=0))
    else:
        first = resolve_expression(left, reference)
    if first is None or first.first is None or first.first > last.last:
        return None
    return Answer(first.first, last.last, "from day to day", None, last.basis)


def _since(expression: DateExpression, reference: Reference) -> Answer | None:
    found = resolve_expression(expression.parts[0], reference)
    if found is None or found.first is None or reference.published is None:
        return None
    days = Days(found.first, max(found.first, reference.published))
    precision = DatePrecision.days if (days.last - days.first).days < 7 else None
    return answer(days, "since", precision, reference.basis)


def _until(expression: DateExpression, reference: Reference) -> Answer | None:
    found = resolve_expression(expression.parts[0], reference)
    return found and Answer(None, found.last, "until", DatePrecision.unknown, found.basis)


def _around(expression: DateExpression, reference: Reference) -> Answer | None:
    found = resolve_expression(expression.parts[0], reference)
    if found is None or found.first is None or found.first != found.last:
        return found
    return answer(day_span(found.first, 1, 1), "around a day", None, found.basis)


def _eve(expression: DateExpression, reference: Reference) -> Answer | None:
    found = resolve_expression(expression.parts[0], reference)
    if found is None or found.first is None:
        return None
    return answer(day_span(calendar.shifted(found.first, -1)), "the eve of a day", None, found.basis)


_COMPOSED: dict[DateKind, Callable[[DateExpression, Reference], Answer | None]] = {
    DateKind.range: _range,
    DateKind.since: _since,
    DateKind.until: _until,
    DateKind.around: _around,
    DateKind.eve: _eve,
}
