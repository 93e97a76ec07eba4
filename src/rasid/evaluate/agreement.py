"""When a coded field agrees with the key's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from rasid.evaluate.incident import ScoredIncident

_APART = re.compile(r"[^\w]+")

Agrees = Callable[[ScoredIncident, ScoredIncident], bool]


def same_type(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """The event types are the same."""
    return key.event_type == coded.event_type


def same_status(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """The statuses are the same."""
    return key.status == coded.status


def same_killed(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """The best numbers of killed are the same; where the key has none, the coding must have none either."""
    return key.killed.best == coded.killed.best


def same_date(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """The stretches of days share one; where the key has no date, the coding must have none either."""
    if key.days is None or coded.days is None:
        return key.days is coded.days
    return key.days[0] <= coded.days[1] and coded.days[0] <= key.days[1]


def same_place(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """One of the names holds the other, word by word, without regard to marks on letters."""
    return _share_words(key.places, coded.places)


def same_country(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """The countries are the same."""
    return key.country == coded.country


def same_perpetrator(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """As for places."""
    return _share_words(key.perpetrators, coded.perpetrators)


def same_target(key: ScoredIncident, coded: ScoredIncident) -> bool:
    """As for places."""
    return _share_words(key.targets, coded.targets)


FIELDS: Mapping[str, Agrees] = {
    "type": same_type,
    "status": same_status,
    "killed best": same_killed,
    "date": same_date,
    "place": same_place,
    "country": same_country,
    "perpetrator": same_perpetrator,
    "target": same_target,
}
"""What is compared in incidents that were found."""


def _share_words(key: tuple[str, ...], coded: tuple[str, ...]) -> bool:
    if not key or not coded:
        return not key and not coded
    return any(_holds(left, right) or _holds(right, left) for left in map(_plain, key) for right in map(_plain, coded))


def _holds(outer: str, inner: str) -> bool:
    return f" {inner} " in f" {outer} "


def _plain(words: str) -> str:
    """Return small letters without marks, one blank between words."""
    letters = "".join(
        char for char in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(char)
    )
    return _APART.sub(" ", letters).strip()
