"""A made-up record with known truth: incidents in towns of one country, each told by some reports, with noise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from rasid.model import Coding, PlacePrecision, Report, Where
from tests.make import a, k, m, n, p, r, t, w

START = date(2014, 1, 1)
TYPES = ("attack", "bombing", "armed_clash", "shelling", "assassination", "kidnapping", "arrest")
TARGETS = ("civilians", "police", "military", "armed_group")
GROUPS = tuple(a(f"Group {letter}") for letter in "ABCDEF")
PUBLISHERS = tuple(f"Publisher {number}" for number in range(12))
WORDS = (
    "market",
    "station",
    "morning",
    "patrol",
    "outskirts",
    "gunmen",
    "officials",
    "witnesses",
    "vehicle",
    "district",
)


class Fact(NamedTuple):
    """What really happened, from which every report of it is made."""

    number: int
    day: date
    town: Where
    event_type: str
    killed: int
    group: int
    target: str


def towns(random: Random, count: int) -> list[Where]:
    """Return towns spread over a grid of divisions, so that towns of one division lie within some 50 km."""
    return [
        p(
            f"Town {number}",
            admin1=f"Province {number % 18}",
            lat=30 + (number % 6) * 1.1 + random.uniform(0, 0.5),
            lon=40 + (number % 18 // 6) * 1.4 + random.uniform(0, 0.5),
            extent_km=5.0,
        )
        for number in range(count)
    ]


def facts(random: Random, count: int, *, days: int, places: int) -> list[Fact]:
    """Return `count` incidents spread evenly over `days`."""
    known = towns(random, places)
    return [
        Fact(
            number=number,
            day=START + timedelta(days=random.randrange(days)),
            town=random.choice(known),
            event_type=random.choice(TYPES),
            killed=min(int(random.expovariate(0.25)), 60),
            group=random.randrange(len(GROUPS)),
            target=random.choice(TARGETS),
        )
        for number in range(count)
    ]


def world(mentions: int, *, seed: int = 1, days: int | None = None) -> Iterator[tuple[Report, Coding]]:
    """Yield reports that tell about `mentions` incidents' accounts in all, one account each, two for every incident on average.

    The true incident of a report is its `source_id`. Days default to a density of five incidents a day.
    """
    random = Random(seed)  # noqa: S311 - made-up data, repeatable
    told = 0
    for fact in facts(random, mentions, days=days or max(mentions // 10, 20), places=200):
        for _ in range(random.choice((1, 1, 2, 2, 4))):
            if told == mentions:
                return
            told += 1
            yield _tell(random, fact, told)


def _tell(random: Random, fact: Fact, number: int) -> tuple[Report, Coding]:
    words = " ".join(random.sample(WORDS, 6))
    report = r(
        f"Report {number}: {fact.event_type} in {fact.town.name}, {words}.",
        str(fact.day + timedelta(days=random.choice((0, 1, 1, 2)))),
        publisher=random.choice(PUBLISHERS),
        source_id=str(fact.number),
    )
    facets: dict[str, Any] = {}
    if random.random() < 0.9:
        facets["when"] = w(str(fact.day))
    if random.random() < 0.8:
        facets["where"] = fact.town
    else:
        facets["where"] = p(str(fact.town.admin1), PlacePrecision.admin1)
    if random.random() < 0.8:
        facets["killed"] = t(n(max(0, fact.killed + random.choice((0, 0, 0, 0, 1, -1)))))
    if random.random() < 0.5:
        facets["by"] = GROUPS[fact.group]
    if random.random() < 0.7:
        facets["at"] = fact.target
    event_type = "attack" if fact.event_type == "bombing" and random.random() < 0.2 else fact.event_type
    return report, k(report, m(report, 1, event_type, **facets))
