"""Checks of single examples: the coding must be one that the text can bear."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from rasid.codebook.entries import Codebook, EventEntry, Example, ExpectedMention
from rasid.codebook.problem import Problem
from rasid.model import Count, Status, normalise_text

ACTOR_KINDS = ("state", "militia", "insurgent", "foreign", "gang", "protester", "communal", "unidentified")
SHORTEST, LONGEST = 12, 45
"""Words of an example: shorter ones are no sentence of a report, longer ones test more than one thing."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_OTHER_DAY = re.compile(
    r"\b(overnight|yesterday|today|last night|a day (?:after|before|later)|\d{1,2} (?:january|february|march|april|may"
    r"|june|july|august|september|october|november|december))\b",
)
_COUNTRY = re.compile(r"[A-Z]{2}")
# A weekday of a report is the last or the next one; "last Thursday" may lie one week further back.
_REACH = dt.timedelta(days=13)
_COUNTS = ("killed", "killed_perpetrators", "injured", "abducted", "arrested", "displaced")
_WORDS = ("perpetrator", "target", "place", "source")


def example_problems(path: str, example: Example, event: EventEntry, codebook: Codebook) -> Iterator[Problem]:
    """Yield the problems of one example that stands under `event`."""
    yield from _form_problems(path, example)
    types = {mention.type for mention in example.mentions}
    if example.mentions and event.id not in types:
        yield Problem(path, f"codes {', '.join(sorted(types))} and stands under {event.id}; move it")
    for number, mention in enumerate(example.mentions, start=1):
        at = f"{path}.mentions[{number}]"
        yield from _word_problems(at, mention, example)
        yield from _class_problems(at, mention, codebook)
        yield from _count_problems(at, mention)
        yield from _date_problems(at, mention, example)
    for number, statement in enumerate(example.statements, start=1):
        yield from _missing(f"{path}.statements[{number}]", "speaker", statement.speaker, example.text)


def _form_problems(path: str, example: Example) -> Iterator[Problem]:
    length = len(example.text.split())
    if not SHORTEST <= length <= LONGEST:
        yield Problem(path, f"{length} words; wants {SHORTEST} to {LONGEST}")
    if normalise_text(example.text) != example.text:
        yield Problem(path, "text is not in the form a report's text is kept in (NFC, plain line ends)")
    if not _COUNTRY.fullmatch(example.country):
        yield Problem(path, f"country {example.country!r}: wants an ISO 3166-1 code of two capitals")
    if example.actor_kind not in ACTOR_KINDS:
        yield Problem(path, f"actor_kind {example.actor_kind!r}: wants one of {', '.join(ACTOR_KINDS)}")
    if example.mentions and _dated(example.text) and example.published is None:
        yield Problem(path, "the text has a relative date; say when it was published")


def _dated(text: str) -> bool:
    return bool(_WEEKDAY.search(text.lower()) or _OTHER_DAY.search(text.lower()))


def _word_problems(path: str, mention: ExpectedMention, example: Example) -> Iterator[Problem]:
    for name in _WORDS:
        words: str | None = getattr(mention, name)
        if words is not None:
            yield from _missing(path, name, words, example.text)


def _missing(path: str, name: str, words: str, text: str) -> Iterator[Problem]:
    if not re.search(rf"\b{re.escape(words.lower())}", text.lower()):
        yield Problem(path, f"{name} {words!r} does not stand in the text")


def _class_problems(path: str, mention: ExpectedMention, codebook: Codebook) -> Iterator[Problem]:
    for name, classes in (("weapons", codebook.weapons), ("tactics", codebook.tactics)):
        ids: tuple[str, ...] = getattr(mention, name)
        known = {entry.id for entry in classes}
        for unknown in sorted(set(ids) - known):
            yield Problem(path, f"{name} has {unknown!r}; {name}.toml has {', '.join(sorted(known))}")
        if len(set(ids)) != len(ids):
            yield Problem(path, f"{name} {ids}: names a class twice")


def _count_problems(path: str, mention: ExpectedMention) -> Iterator[Problem]:
    for name in _COUNTS:
        count: Count | None = getattr(mention, name)
        if count is not None and not count.known:
            yield Problem(path, f"{name} is unknown throughout; leave it out")


def _date_problems(path: str, mention: ExpectedMention, example: Example) -> Iterator[Problem]:
    day, published = mention.date, example.published
    if day is None:
        return
    if not _dated(example.text):
        yield Problem(path, f"date {day}: the text names no day")
    if published is None:
        yield Problem(path, f"date {day}: say when the text was published")
        return
    if day > published and mention.status is not Status.planned:
        yield Problem(path, f"date {day} lies after publication on {published}")
    yield from _weekday_problems(path, day, published, example.text.lower())


def _weekday_problems(path: str, day: dt.date, published: dt.date, text: str) -> Iterator[Problem]:
    named = set(_WEEKDAY.findall(text))
    if not named or _OTHER_DAY.search(text):
        return
    if _WEEKDAYS[day.weekday()] not in named:
        yield Problem(path, f"date {day} is a {_WEEKDAYS[day.weekday()]}; the text names {', '.join(sorted(named))}")
    if abs(day - published) > _REACH:
        yield Problem(path, f"date {day} is too far from publication on {published} for a weekday")
