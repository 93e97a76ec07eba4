"""Words of a text, its scene, and counts over long periods: what makes a violent word tell no incident."""

from __future__ import annotations

import re
from functools import cache

from rasid.reading.lexicon.vocabulary import vocabulary

_MARKS = str.maketrans(dict.fromkeys(".,;:!?\"'()[]{}“”‘’«»…/*_#|~`<>=+\n\t\r-–—", " "))
EXTRA = frozenset(
    """dead killed wounded injured casualties toll hostage hostages ceasefire warned warning threatened condemned
    condemn responsibility denied bomb bombs explosives gunmen grenade mine homicide suicide""".split()
)


def words_of(text: str) -> list[str]:
    """Return the lower-case words of a text for set look-ups; hyphens part words."""
    return text.lower().translate(_MARKS).split()


@cache
def _scene(name: str) -> frozenset[str]:
    return frozenset(vocabulary().cues["scenes"][name]["words"])


def armed_weight(words: list[str]) -> int:
    """Return how many different words of an armed context stand among `words`."""
    return len(_scene("armed") & set(words))


_PLAYED = {"film": 6, "exercise": 4}
"""Different words of film and theatre that make a text a review, however much fighting it retells; the same of an exercise."""


def scene_of(words: list[str]) -> str | None:
    """Return the scene that outweighs the armed context, or the one of a text that tells what is only played."""
    present = set(words)
    armed = len(_scene("armed") & present)
    best, weight = None, 0
    for name, least in _PLAYED.items():
        if len(_scene(name) & present) >= least:
            return name
    for name in ("sport", "film", "market", "trade", "weather", "industry", "accident", "history"):
        found = len(_scene(name) & present)
        if found > weight:
            best, weight = name, found
    return best if weight >= 3 and weight > armed else None


def is_played(scene: str | None) -> bool:
    """Tell whether nothing in such a scene happened: a film, an exercise."""
    return scene in _PLAYED


_AGGREGATE = re.compile(
    r"""\b(?: since\ (?:the\ (?:start|beginning|outbreak|first\ of)|january|february|march|april|may|june|july|august|september
          |october|november|december|last|the\ war|20\d\d|19\d\d|\d)
      | (?:so\ far\ )?this\ year | this\ (?:month|week)\ alone | last\ year | (?:in|over|during|within|for)\ the\ (?:last|past|previous)\ (?:\w+\ )?(?:years?|months?|decades?|weeks)
      | in\ (?:the\ (?:spring|summer|autumn|fall|winter)\ of\ )?(?:19|20)\d\d\b | between\ (?:19|20)\d\d | annually | per\ year | each\ year | every\ (?:year|month|week|day) | (?<!in\ )a\ (?:year|month)\b
      | during\ the\ (?:war|conflict|civil\ war|year|decade) | (?:decade|decades|years)\ of | to\ date | (?<!people\ )in\ all | overall
      | (?:per\ cent|percent)\ (?:fewer|more|less)\ than | in\ the\ quarter | in\ (?:recent|the\ first)\ (?:\w+\ )?(?:months|years) | monthly | more\ than\ a\ (?:year|decade)
      | in\ (?:\w+|\d+)\ (?:months|years) | (?:first|second|third|last)\ (?:quarter|half) )""",
    re.VERBOSE | re.IGNORECASE,
)


def tells_aggregate(text: str) -> bool:
    """Tell whether a sentence counts over a period of months or years rather than telling one incident."""
    return _AGGREGATE.search(text) is not None and _RANKED.search(text) is None


_RANKED = re.compile(
    r"\b(?:was|were) the (?:first|second|third|latest|deadliest|worst|only|biggest|largest)\b", re.IGNORECASE
)
"""One act set among others of its year: "was the first in the province this year"."""
