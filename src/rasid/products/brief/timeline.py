"""The timeline of a brief: one line an incident, at the precision of its date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from markupsafe import Markup

from rasid.model import Incident, When
from rasid.products.brief.days import Axis, axis_of, near, ticks
from rasid.products.brief.html import el
from rasid.products.brief.numbering import Numbering
from rasid.products.brief.titles import BESIDES, short_title
from rasid.products.show import show_day, show_when

MOST_LINES = 40
"""With more incidents than this the timeline shows how many a day instead of each."""

LEAST_BAR = 1.5
"""Percent of the axis that a bar is wide at least, so that a few days of many years can be seen."""


def render_timeline(numbering: Numbering, news: frozenset[str]) -> Markup:
    """Return the timeline, or an empty string without dates; `news` are the ids of incidents told as news."""
    told = [when for incident in numbering.incidents if incident.incident_id in news and (when := _known(incident))]
    published = {day for report in numbering.reports if (day := report.published_day) is not None}
    axis = axis_of(near([day for when in told for day in _ends(when)], published) + sorted(published))
    if axis is None:
        return Markup("")
    many = len(numbering.incidents) > MOST_LINES
    body = _bars(axis, told) if many else el("ol", _lines(axis, numbering, news), class_="lines")
    return el(
        "section",
        el("h2", "When"),
        el(
            "figure",
            body,
            el("div", _scale(axis, published), class_="axis"),
            el("figcaption", _caption(axis, told if many else ())),
            class_="timeline many" if many else "timeline",
        ),
        id="when",
    )


def _lines(axis: Axis, numbering: Numbering, news: frozenset[str]) -> list[Markup]:
    """Draw the incidents told as news, then under a heading of their own those that are told besides."""
    numbered = list(enumerate(numbering.incidents, 1))
    told = [_line(axis, number, incident) for number, incident in numbered if incident.incident_id in news]
    back = [_line(axis, number, incident) for number, incident in numbered if incident.incident_id not in news]
    return [*told, el("li", BESIDES, class_="group"), *back] if back else told


def _line(axis: Axis, number: int, incident: Incident) -> Markup:
    when = _known(incident)
    name = el("a", el("b", number), el("span", short_title(incident)), href=f"#i{number}")
    date_words = show_when(when) if when is not None else "no date told"
    return el("li", el("span", name, class_="name"), _track(axis, when), el("span", date_words, class_="date"))


def _track(axis: Axis, when: When | None) -> Markup:
    """Draw a date: a dot for a day, a bar for a stretch, an arrow at the edge for a date outside, nothing for none."""
    drawn = _mark(axis, when) if when is not None else None
    return el(
        "svg", el("line", x1="0", x2="100%", y1=11, y2=11, class_="rule"), drawn, class_="track", aria_hidden="true"
    )


def _mark(axis: Axis, when: When) -> Markup:
    first, last = _ends(when)
    if last < axis.first:
        return el("text", "\u2190 earlier", x="0", y=15)
    if first > axis.last:
        return el("text", "later \u2192", x="100%", y=15, text_anchor="end")
    if first == last:
        return el("circle", cx=f"{axis.share(first):.2f}%", cy=11, r=6, class_="dot")
    left, right = max(axis.share(first), 0.0), min(axis.share(last), 100.0)
    left = min(left, max(right - LEAST_BAR, 0.0))
    return el("rect", x=f"{left:.2f}%", width=f"{right - left:.2f}%", y=7, height=8, rx=4, class_="span")


def _bars(axis: Axis, told: list[When]) -> Markup:
    """Draw how many incidents each day has; one whose date is a stretch counts on its first day."""
    counts = Counter(day for when in told if axis.holds(day := _ends(when)[0]))
    most, width = max(counts.values(), default=1), 100 / axis.days
    bars = [
        el("rect", x=f"{axis.share(day) - width / 2:.3f}%", width=f"{max(width * 0.8, 0.15):.3f}%", y=100 - 96 * count / most,
           height=96 * count / most, class_="bar")
        for day, count in sorted(counts.items())
    ]  # fmt: skip
    return el("svg", el("title", f"Incidents a day, at most {most}"), bars, class_="bars", role="img")


def _scale(axis: Axis, published: set[date]) -> Markup:
    """Draw the named days and, below the line, a tick for each day on which a report was published."""
    named = [
        el("g", el("line", x1=x, x2=x, y1=0, y2=5), el("text", name, x=x, y=19, text_anchor="middle"))
        for x, name in ((f"{axis.share(day):.2f}%", name) for day, name in ticks(axis))
    ]
    reports = [
        el("rect", x=f"{axis.share(day):.2f}%", y=25, width=3, height=8, class_="report") for day in sorted(published)
    ]
    line = el("line", x1="0", x2="100%", y1=0, y2=0, class_="rule")
    words = f"from {show_day(axis.first)} to {show_day(axis.last)}"
    return el("svg", el("title", words), line, named, reports, class_="scale", role="img")


def _caption(axis: Axis, counted: Collection[When]) -> str:
    """Say what is drawn; `counted` are the dates drawn as heights, none where each incident has its line."""
    outside = sum(not axis.holds(_ends(when)[0]) for when in counted)
    what = "Height: incidents a day, by first day." if counted else "Dot: one day. Bar: some time within it."
    more = f" {outside} lie outside this stretch." if outside else ""
    return f"{what}{more} Ticks below the scale: days on which the reports were published."


def _known(incident: Incident) -> When | None:
    when = incident.when.value
    return when if when is not None and when.known else None


def _ends(when: When) -> tuple[date, date]:
    """Return the first and last day of a known date; an open side is the other one."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        msg = f"date {when.words!r} is unknown and has no place on a timeline"
        raise ValueError(msg)
    return first, last
