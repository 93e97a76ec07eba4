"""Made-up inputs of any size, the same on every run: articles from the example reports, codings for linking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeVar

from rasid.model import (
    Claim,
    Coding,
    Count,
    DateBasis,
    DatePrecision,
    EventType,
    Ledger,
    Mention,
    MentionRole,
    PlacePrecision,
    Report,
    Span,
    Status,
    Toll,
    When,
    Where,
    make_report,
)
from rasid.sources import named_reports

T = TypeVar("T")
REPORTS = Path(__file__).resolve().parents[1] / "examples" / "reports"
ARTICLE_WORDS = 400
_BY = "made/1"
_START = date(2014, 1, 1)
_TYPES = (EventType.attack, EventType.bombing, EventType.armed_clash, EventType.shelling, EventType.kidnapping)
_TOWNS = 400


def articles(number: int) -> list[Report]:
    """Return articles of 400 words, cut from the example reports laid end to end; each is a text of its own."""
    reports = [report for _, report in named_reports([REPORTS], defaults={}, ledger=Ledger())]
    words = [word for report in reports for word in report.text.split()]
    day = date(2024, 3, 12)
    found = []
    for at in range(number):
        begin = at * ARTICLE_WORDS % len(words)
        cut = [*words[begin:], *words][:ARTICLE_WORDS]
        found.append(make_report(" ".join([f"Item {at}.", *cut]), published=day))
    return found


def codings(mentions: int) -> Iterator[tuple[Report, Coding]]:
    """Yield reports with codings of one mention each: incidents in towns over years, told by one to four reports.

    Days grow with the number, so that incidents stand as close to each other at every size.
    """
    random = Random(7)  # noqa: S311 - made-up data
    told = 0
    for number in count():
        day, town = _START + timedelta(days=number // 20), random.randrange(_TOWNS)
        kind, killed = random.choice(_TYPES), random.randrange(1, 30)
        for _ in range(random.choice((1, 1, 2, 4))):
            if told == mentions:
                return
            report = make_report(f"Report {told} on incident {number}.", published=day + timedelta(days=1))
            yield report, _coding(report, kind, day, town, killed + random.randrange(2))
            told += 1


def _coding(report: Report, kind: EventType, day: date, town: int, killed: int) -> Coding:
    span = Span(report_id=report.report_id, start=0, end=len(report.text))

    def told(value: T) -> Claim[T]:
        return Claim(value=value, evidence=(span,), coded_by=_BY, rule="made")

    when = When(earliest=day, latest=day, precision=DatePrecision.day, basis=DateBasis.explicit)
    mention = Mention(
        mention_id=f"{report.report_id}:1",
        report_id=report.report_id,
        event_type=told(kind),
        status=told(Status.reported),
        role=MentionRole.main,
        evidence=(span,),
        triggers=(span,),
        killed=(told(Toll(count=Count.exactly(killed), words=str(killed), total=True)),),
        places=(told(_where(town)),),
        times=(told(when),),
    )
    return Coding(report_id=report.report_id, mentions=(mention,), coded_by=_BY)


def _where(town: int) -> Where:
    return Where(
        place_id=f"made:{town}",
        name=f"Town {town}",
        words=f"Town {town}",
        country="IQ",
        admin1=f"Province {town % 18}",
        lat=30 + (town % 20) * 0.3,
        lon=40 + town // 20 * 0.3,
        precision=PlacePrecision.town,
        ucdp_prec=1,
        confidence=0.9,
    )
