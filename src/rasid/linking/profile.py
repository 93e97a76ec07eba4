"""What linking looks at of one mention, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rasid.linking.settle.actors import named_ids, perpetrators_of
from rasid.linking.settle.counts import harmed
from rasid.linking.settle.places import where_of
from rasid.linking.settle.targets import targets_of
from rasid.linking.settle.times import when_of
from rasid.linking.settle.weapons import weapons_of
from rasid.model import (
    ActorKind,
    Count,
    DateBasis,
    DatePrecision,
    EventType,
    Harm,
    Mention,
    MentionRole,
    Report,
    Status,
    When,
    Where,
)
from rasid.text.names import fold, words

# A main mention without a date is news: it is looked for in the days before publication, as UCDP codes "recently"
# (r-3 to r-1), with the day itself and one more for time zones.
_NEWS_DAYS = 4
# Shorter words are mostly articles, prepositions and pronouns, in Latin and Arabic script.
_WORD_LENGTH = 4
_AHEAD = frozenset({Status.planned, Status.threatened})
_UNTOLD_KINDS = frozenset({ActorKind.unknown, ActorKind.unidentified_armed_group, ActorKind.organisation})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days in which a mention places its incident, as ordinals (`date.toordinal`), both inclusive.

    `stated` tells whether the text dates it, or its days are inferred, at least from its publication; `grain` is 1 for a day, more for wider dates.
    """

    first: int
    last: int
    stated: bool
    grain: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """The facets of a mention in the form in which two are compared.

    `window` is None where not even the publication bounds the days. `known_by` is the ordinal of the publication day:
    what happened later cannot be what the report tells; None for announcements. `also` are the ids of other places
    that the mention names or could mean. `parties` are the actors of either side.
    """

    mention_id: str
    report_id: str
    event_type: EventType
    window: Window | None
    known_by: int | None
    place: Where | None
    also: frozenset[str]
    perpetrators: frozenset[str]
    perpetrator_kinds: frozenset[ActorKind]
    target_actors: frozenset[str]
    target_classes: frozenset[str]
    killed: Count
    injured: Count
    weapons: frozenset[str]
    words: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """Return the register's ids of all actors named, on whichever side."""
        return self.perpetrators | self.target_actors


def profile_of(mention: Mention, report: Report) -> Profile:
    """Return the profile of `mention`; `report` is the one that tells it."""
    targets = targets_of(mention)
    event_type = mention.event_type.value
    place = where_of(mention)
    return Profile(
        mention_id=mention.mention_id,
        report_id=mention.report_id,
        event_type=event_type,
        window=_window(mention, report.published_day),
        known_by=_known_by(mention, report.published_day),
        place=place,
        also=_other_places(mention, place),
        perpetrators=named_ids(mention),
        perpetrator_kinds=frozenset(actor.kind for actor in perpetrators_of(mention)) - _UNTOLD_KINDS,
        target_actors=frozenset(
            t.actor.actor_id for t in targets if t.actor is not None and t.actor.actor_id is not None
        ),
        target_classes=frozenset(target.target_class for target in targets if target.target_class is not None),
        killed=harmed(mention, Harm.killed, event_type),
        injured=harmed(mention, Harm.injured, event_type),
        weapons=frozenset(weapons_of(mention)),
        words=_words(mention, report.text),
    )


def _window(mention: Mention, published: date | None) -> Window | None:
    when = when_of(mention)
    if when is not None and when.earliest is not None and when.latest is not None:
        return _of_when(when, when.earliest, when.latest)
    if published is None or mention.role is MentionRole.background or mention.status.value in _AHEAD:
        return None
    first = published - timedelta(days=_NEWS_DAYS)
    return Window(first=first.toordinal(), last=published.toordinal(), stated=False, grain=_NEWS_DAYS)


def _of_when(when: When, earliest: date, latest: date) -> Window:
    first, last = earliest.toordinal(), latest.toordinal()
    grain = 1 if when.precision is DatePrecision.day else max(last - first + 1, 2)
    return Window(first=first, last=last, stated=when.basis is not DateBasis.inferred, grain=grain)


def _known_by(mention: Mention, published: date | None) -> int | None:
    if published is None or mention.status.value in _AHEAD:
        return None
    return published.toordinal()


def _other_places(mention: Mention, place: Where | None) -> frozenset[str]:
    if place is None:
        return frozenset()
    named = {claim.value.place_id for claim in mention.places}
    return frozenset(named | {other.place_id for other in place.runners_up}) - {place.place_id}


def _words(mention: Mention, text: str) -> frozenset[str]:
    quotes = {span.quote(text) for span in mention.evidence}
    return frozenset(folded for quote in quotes for word in words(quote) if (folded := _folded(word.text)))


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    """Return the word as compared, interned so that a large record holds each but once; empty if too short to tell."""
    folded = fold(word)
    return folded if len(folded) >= _WORD_LENGTH or folded.isdigit() else ""
