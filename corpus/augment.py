"""New reports for training out of annotated ones, whose gold stays true: names, numbers and days changed, case and articles lost.

Every change is a function (report, dice) -> report; the same report and seed give the same result. What cannot be changed without
making the record or the marks untrue is left as it is. Augmented reports are for training only and are never written to the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from corpus.document import Annotation, Document, IncidentRecord
from corpus.edit import Edit, edited, whole
from corpus.swap_actors import swap_actors
from corpus.swap_numbers import swap_numbers
from corpus.swap_places import swap_places

_OUTLETS = tuple("""Radio Tamourt|The Plains Courier|Hadath Wire|Riverside Dispatch|Voice of the Valley|Le Fanal|Qalam News Agency|
El Mirador del Sur|Border Monitor|The Evening Sentinel|Agence Baobab|Kavkaz Bulletin|The Lantern|Sahel Reporter""".replace("\n", "").split("|"))  # fmt: skip
_DATED = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov"
    r"|dec|spring|summer|autumn|fall|winter|ramadan|eid|christmas|easter|ashura|arbaeen|new year|may \d|\d{1,2} may|in may"
    r"|last may|1[89]\d\d|20\d\d|\d{1,2}[/.]\d{1,2})\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|an|a) (?=[a-z])")
_MOST_WEEKS = 40
_DROPPED = 0.4  # share of articles that translated prose loses

Change = Callable[[Document, Random], Document]


def swap_outlet(document: Document, dice: Random) -> Document:
    """Return the report as of another invented outlet, also where its text names the outlet."""
    outlet = dice.choice([name for name in _OUTLETS if name != document.head.publisher])
    named = whole(document.head.publisher).finditer(document.text)
    changed = edited(document, [Edit(*match.span(), outlet) for match in named])
    return replace(changed, head=replace(document.head, publisher=outlet))


def shift_days(document: Document, dice: Random) -> Document:
    """Return the report some whole weeks earlier or later, publication and record alike, so that weekdays stay true.

    Reports that name a month, a year, a season or a feast, or record anything but days, stay as they are.
    """
    records = document.annotation.incidents
    published = document.head.published
    told = f"{document.head.title or ''} {document.text}"
    if published is None or _DATED.search(told) or not all(map(_movable, records)):
        return document
    shift = timedelta(weeks=dice.choice([*range(-_MOST_WEEKS, 0), *range(1, _MOST_WEEKS + 1)]))
    moved = tuple(replace(record, date=_shifted(record.date, shift)) for record in records)
    return replace(
        document,
        head=replace(document.head, published=published + shift),
        annotation=replace(document.annotation, incidents=moved),
    )


def upper_case(document: Document, dice: Random) -> Document:
    """Return the report in upper case, as old wire copy has it; letters whose capital is longer stay."""
    del dice
    text = "".join(high if len(high := char.upper()) == 1 else char for char in document.text)
    return replace(document, text=text)


def drop_articles(document: Document, dice: Random) -> Document:
    """Return the report with some articles lost, as hasty translation loses them; none at the head of a sentence."""
    lost = [match for match in _ARTICLE.finditer(document.text) if dice.random() < _DROPPED]
    return edited(document, [Edit(*match.span(), "") for match in lost])


CHANGES: Mapping[str, Change] = {
    "actors": swap_actors,
    "places": swap_places,
    "numbers": swap_numbers,
    "days": shift_days,
    "outlet": swap_outlet,
    "articles": drop_articles,
    "upper": upper_case,
}
"""By name, in the order in which they are made: names are looked for before case and articles go."""


def augmented(document: Document, seed: int, *changes: str) -> Document:
    """Return the report with the named changes made, under the id `<id>-x<seed>`; raises ValueError for an unknown change.

    Keys of the record get the same ending: a changed report no longer tells the incident of its cluster.
    """
    dice = Random(f"{document.head.id} {seed}")  # noqa: S311 - variety, not secrecy
    for name in sorted(changes, key=list(CHANGES).index):
        document = CHANGES[name](document, dice)
    head = replace(document.head, id=f"{document.head.id}-x{seed}", lookalike=None)
    return replace(document, head=head, annotation=_renamed(document.annotation, seed))


def _renamed(annotation: Annotation, seed: int) -> Annotation:
    records = tuple(replace(record, key=f"{record.key}-x{seed}") for record in annotation.incidents)
    return replace(annotation, incidents=records)


def _movable(record: IncidentRecord) -> bool:
    return record.date == "?" or all(len(part) == len("2021-03-12") for part in record.date.split(".."))


def _shifted(dates: str, shift: timedelta) -> str:
    if dates == "?":
        return dates
    return "..".join((date.fromisoformat(part) + shift).isoformat() for part in dates.split(".."))
