"""What rasid reads in a report as entities: organisations, persons, locations and weapons, each a stretch of the text.

Nothing here looks for entities: they are a by-product of reading. Parties to an act and speakers are persons or
organisations by their words, weapons and places are so by their role, and the resolvers find names of organisations and of
places anywhere in the text. Where two overlap the longest stays, as in the key of re3d.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rasid.coding.context import Context
from rasid.coding.counts import count_of
from rasid.model import Reading, Report, Resolvers, Span
from rasid.model.reading import Argument, ArgumentRole
from rasid.resolve import load_actors


class Kind(StrEnum):
    """A kind of entity, by its name in re3d."""

    organisation = "Organisation"
    location = "Location"
    person = "Person"
    weapon = "Weapon"


class Entity(NamedTuple):
    """A kind of entity and its half-open stretch of the text, in code points."""

    start: int
    end: int
    kind: Kind


_SITES = frozenset(
    """military_site police_site government_site diplomatic civilian_site prison media_site medical_site education_site
    religious_site displaced_camp infrastructure energy business market residence""".split()
)
"""Target classes of the codebook that are places to be in; vehicles and livestock are none of the four kinds."""
_THINGS = frozenset({"transport", "vehicle", "shipping", "livestock"})
_PRONOUNS: dict[str, Kind | None] = {
    **dict.fromkeys("i me my he him his himself she her herself".split(), Kind.person),
    **dict.fromkeys("we us our they them their it its itself themselves".split(), Kind.organisation),
    **dict.fromkeys("who whom which that this these those there one ones some others".split()),
}
"""Pronouns by number; those that only point tell neither."""
_BODIES = frozenset(
    """administration agency alliance army band battalion board body branch brigade bureau cabinet cartel cell coalition
    command commission committee community company convoy corps council country court crew crowd department division
    embassy enemy faction family fleet force foundation front gang garrison government group infantry institute junta
    leadership media mediation military militia ministry mission mob movement nation navy network office opposition
    organisation organization parliament party patrol personnel platoon police population press public regime regiment
    service side squad squadron state team tribe troop union unit university watchdog wing""".split()
)
"""Singular nouns for several people who act as one; the other nouns for people, in the singular, tell one person."""
_NAME_WORD = r"[^\W\d_a-z][\w’'-]*\.?"
_NAME = re.compile(
    rf"(?!(?:The|An?|This|That|One|Its|His|Her|Their|Our)\s){_NAME_WORD}"
    rf"(?:\s+(?:(?:al|bin|ibn|abu|de|la|del|van|von|el)[\s-]+)?{_NAME_WORD})*(?<![A-Z][A-Z])|(?:{_NAME_WORD}\s)+[IVX]+"
)
"""A personal name with its titles: words in capitals, the last no acronym but for a numeral: "Gen. Joseph L. Votel", "Keating IV"."""
_BEHIND_HEAD = re.compile(r"\s*(?:,|\(|\b(?:of|for|in|at|from|with|to|on|who|which|that)\b)", re.IGNORECASE)
_PEOPLE = frozenset(
    {
        ArgumentRole.killed, ArgumentRole.injured, ArgumentRole.abducted, ArgumentRole.arrested, ArgumentRole.displaced,
    }
)  # fmt: skip


def entities(report: Report, reading: Reading, resolvers: Resolvers) -> list[Entity]:
    """Return the entities of a report in the order of its text, none overlapping another."""
    context = Context(report, reading, resolvers)
    found = [
        *_weapons_and_places(reading),
        *_parties(context),
        *_speakers(context),
        *(Entity(start, end, Kind.organisation) for start, end, _ in context.named_actors),
        *(Entity(start, end, Kind.location) for start, end, _ in context.named_places),
    ]
    return longest(found)


def longest(found: Iterable[Entity]) -> list[Entity]:
    """Return the entities that stay when the longest of those that overlap does; of equals the one that came first."""
    kept: list[Entity] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept)


def _arguments(reading: Reading) -> Iterator[Argument]:
    for trigger in reading.triggers:
        yield from trigger.arguments


def _weapons_and_places(reading: Reading) -> Iterator[Entity]:
    kinds = {ArgumentRole.weapon: Kind.weapon, ArgumentRole.place: Kind.location}
    for argument in _arguments(reading):
        if argument.role in kinds:
            yield Entity(argument.span.start, argument.span.end, kinds[argument.role])


def _parties(context: Context) -> Iterator[Entity]:
    """Yield who acts and whom or what it hits; what is also read as a weapon is one: "Coalition | aircraft"."""
    weapons = [one.span for one in _arguments(context.reading) if one.role is ArgumentRole.weapon]
    others = {ArgumentRole.weapon, ArgumentRole.place, ArgumentRole.time, ArgumentRole.tactic}
    for argument in _arguments(context.reading):
        if argument.role not in others:
            armed = any(argument.head.overlaps(weapon) for weapon in weapons)
            kind = Kind.weapon if armed else _of_party(context, argument)
            if kind is not None:
                yield Entity(argument.span.start, argument.span.end, kind)


def _of_party(context: Context, argument: Argument) -> Kind | None:
    if argument.code in _SITES:
        return Kind.location
    if argument.code in _THINGS:
        return None
    people = argument.role in _PEOPLE
    return _who(context, argument.span, argument.head, classed=argument.code is not None, people=people)


def _speakers(context: Context) -> Iterator[Entity]:
    reading = context.reading
    told = [one.attribution.speaker for one in reading.triggers if one.attribution is not None]
    for span in [*told, *(one.speaker for one in reading.statements)]:
        if span is not None:
            kind = _who(context, span, _head(context, span), classed=False, people=True)
            if kind is not None:
                yield Entity(span.start, span.end, kind)


def _head(context: Context, span: Span) -> Span:
    """Return the last word of a phrase before what is said of it: "the | spokesman | for the ministry"."""
    words = span.quote(context.report.text)
    behind = _BEHIND_HEAD.search(words, 1)
    before = words[: behind.start()] if behind is not None else words
    start = span.start + max(before.rfind(blank) for blank in (" ", "\n")) + 1
    return Span(report_id=span.report_id, start=start, end=max(span.start + len(before), start + 1))


def _who(context: Context, span: Span, head: Span, *, classed: bool, people: bool) -> Kind | None:
    """Return whether words tell one person or an organisation, None where they may tell neither.

    `classed` tells that the reader knows the noun as one for people, `people` that the role is one that only people have.
    """
    words, noun = context.quote(span), context.quote(head)
    if noun.lower() in _PRONOUNS:
        return _PRONOUNS[noun.lower()]
    if any(start < head.end and head.start < end for start, end, _ in context.named_actors):
        return Kind.organisation
    if classed or load_actors().class_of(noun) is not None:
        return Kind.person if _is_one(words, noun) else Kind.organisation
    placed = any(start <= span.start and span.end <= end for start, end, _ in context.named_places)
    if placed or not noun[:1].isupper():
        return None
    if _NAME.fullmatch(words) and noun.lower() not in _BODIES | load_actors().vocabulary.nations.keys():
        return Kind.person
    return Kind.organisation if people else None


def _is_one(words: str, noun: str) -> bool:
    """Tell whether a phrase with a noun for people means one person; an acronym stands for a body."""
    counted = count_of(words, noun.lower())
    return counted is not None and counted.count.best == 1 and noun.lower() not in _BODIES and not noun.isupper()
