"""Values of the record as words for people; the command line and the brief say them alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from rasid.model import (
    ActorRef,
    Claim,
    Count,
    DatePrecision,
    EventType,
    Mention,
    PlacePrecision,
    Report,
    Span,
    Status,
    Target,
    Toll,
    When,
    Where,
)
from rasid.products.countries import country_name
from rasid.products.words import label, sentence_case, word

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
UNKNOWN = "unknown"
LONGEST_QUOTE = 180
"""Code points of a quotation that are shown; the whole stands in the report."""

_COUNT = re.compile(r"(\?|\d+)/(\?|\d+)/(\?|\d+)")  # as Count shows itself
_FINE = frozenset({PlacePrecision.exact, PlacePrecision.town})


def show_count(count: Count) -> str:
    """Return a number of people in words that keep what is unknown unknown: "11", "at least 11", "11 (11 to 14)"."""
    low, best, high = count.low, count.best, count.high
    if low == best == high:
        return UNKNOWN if best is None else str(best)
    if best is None:
        return _bounds(low, high)
    if high is None and low in {best, None}:
        return str(best) if low is None else f"at least {best}"
    return f"{best} ({_bounds(low, high)})"


def _bounds(low: int | None, high: int | None) -> str:
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low} to {high}"


def show_month(day: date) -> str:
    """Return the name of the month of a day."""
    return _MONTHS[day.month - 1]


def show_day(day: date) -> str:
    """Return a day as "21 January 2022"."""
    return f"{day.day} {show_month(day)} {day.year}"


def show_days(first: date, last: date) -> str:
    """Return a stretch of days without saying a month or year twice."""
    if first == last:
        return show_day(last)
    if first.year != last.year:
        return f"{show_day(first)} to {show_day(last)}"
    if first.month != last.month:
        return f"{first.day} {show_month(first)} to {show_day(last)}"
    return f"{first.day} to {show_day(last)}"


def show_when(when: When | None) -> str:
    """Return a date at its own precision: "21 January 2022", "January 2022", "2021", "17 to 24 January 2022"."""
    if when is None or not when.known:
        return UNKNOWN
    if when.earliest is None or when.latest is None:
        return f"by {show_day(when.latest)}" if when.latest else f"from {show_day(when.earliest)}"  # type: ignore[arg-type]
    if when.precision is DatePrecision.year and when.earliest.year == when.latest.year:
        return str(when.latest.year)
    if when.precision is DatePrecision.month and (when.earliest.year, when.earliest.month) == (
        when.latest.year,
        when.latest.month,
    ):
        return f"{show_month(when.latest)} {when.latest.year}"
    return show_days(when.earliest, when.latest)


def show_where(where: Where | None) -> str:
    """Return a place with the division and country it lies in, and the precision where it is coarse."""
    if where is None:
        return UNKNOWN
    names = [where.name, where.admin1, country_name(where.country) if where.country else None]
    shown = ", ".join(dict.fromkeys(name for name in names if name))
    return shown if where.precision in _FINE else f"{shown} ({word('precisions', where.precision)})"


def show_actor(actor: ActorRef) -> str:
    """Return the name of an actor."""
    return sentence_case(actor.name)


def show_target(target: Target) -> str:
    """Return the canonical actor or the label of the target class, else the words."""
    if target.actor is not None and target.actor.actor_id is not None:
        return target.actor.name
    if target.target_class:
        return label(target.target_class)
    return target.actor.name if target.actor is not None else target.words


def show_toll(toll: Toll) -> str:
    """Return a toll with the group it counts: "11 members of armed bodies"."""
    group = show_group(toll)
    return f"{show_count(toll.count)} {group}" if group else show_count(toll.count)


def show_group(toll: Toll) -> str:
    """Return whom a toll counts, as far as told: "civilians", "members of armed bodies of the acting side"."""
    group = "victim" if toll.count == Count.exactly(1) else "victims"
    return " ".join(filter(None, (word(group, toll.victims), word("sides", toll.side))))


def show_quote(span: Span, report: Report, *, longest: int = LONGEST_QUOTE) -> str:
    """Return the words of `span`, blanks squeezed; cut at a word's end before `longest` code points, with an ellipsis."""
    words = " ".join(span.quote(report.text).split())
    if len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " \u2026"


def show_stated(field: str, value: str, mention: Mention | None = None) -> str:
    """Return a value of a conflict in words; `mention` gives the names where the value holds the register's ids."""
    if field == "perpetrators" and mention is not None:
        return ", ".join(show_actor(claim.value) for claim in mention.perpetrators if claim.value.actor_id)
    if field == "status":
        return label(value)
    count = _COUNT.fullmatch(value)
    return (
        show_count(Count(**dict(zip(("low", "best", "high"), map(_number, count.groups()), strict=True))))
        if count
        else value
    )


def _number(digits: str) -> int | None:
    return None if digits == "?" else int(digits)


def show_value(value: Any) -> str:
    """Return any claimed value in words."""
    return _SHOWS[type(value)](value)


def _unknown(_: None) -> str:
    return UNKNOWN


_SHOWS: Mapping[type[Any], Callable[[Any], str]] = {
    Count: show_count,
    When: show_when,
    Where: show_where,
    ActorRef: show_actor,
    Target: show_target,
    Toll: show_toll,
    EventType: label,
    Status: label,
    str: label,
    type(None): _unknown,
}


def show_claim(claim: Claim[Any]) -> str:
    """Return the value of a claim in words."""
    return show_value(claim.value)
