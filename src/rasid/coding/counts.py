"""Phrases for people into low / best / high, by the counting rules of the codebook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rasid.codebook.load import load_codebook
from rasid.model import Count
from rasid.text.numbers import find_numbers

_BOUNDS = (
    ("more_than", r"more than|over|upwards of|in excess of|no less than \d+ and|greater than"),
    ("at_least", r"at least|no fewer than|no less than|not less than|a minimum of|not fewer than"),
    ("up_to", r"up to|as many as|at most|no more than|a maximum of"),
    ("nearly", r"nearly|almost|close to|just under"),
    ("about", r"about|around|some|roughly|approximately|an estimated|estimated"),
)
_BOUND = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS) + r")\s+(?:the\s+|an?\s+)?$", re.IGNORECASE
)
_VAGUE = (
    ("hundreds_of_thousands", r"hundreds of thousands"),
    ("tens_of_thousands", r"tens of thousands"),
    ("thousands", r"thousands|several thousand"),
    ("hundreds", r"hundreds|several hundred"),
    ("scores", r"scores"),
    ("dozens", r"dozens|several dozen"),
    ("tens", r"tens"),
    ("couple", r"a couple(?: of)?"),
    ("pair", r"a pair of|both"),
    ("few", r"a few|a handful of"),
    (
        "several",
        r"several|a number of|numerous|multiple|(?<!as )many|various|a group of|groups of|a large number of|(?<!at )most|an unknown number of|an unspecified number of",
    ),
)
_VAGUE_RE = tuple((rule, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for rule, words in _VAGUE)
_RANGE = re.compile(r"^(?:\s*(?:-|–|to|and|or)\s*)$", re.IGNORECASE)
_ONE = re.compile(r"^(?:an?|one|his|her|the|its|their)\s", re.IGNORECASE)
_NONE = re.compile(
    r"^(?:no(?! (?:fewer|less|more) than)|without|nobody|none|no one|without|(?:was|were|had been|has been|have been) (?:not|\w+n't))\b|^\w+n't\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:the|these|those|his|her|their|its|this|that|all|both)\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"the (?:total )?(?:number|toll) of\b", re.IGNORECASE)
"""Words that only announce a number given elsewhere: "the number of people displaced has reached 26,000"."""
_HOUSEHOLD = re.compile(r"\b(?:famil(?:y|ies)|households?|homes?|houses?)$", re.IGNORECASE)
_BODY = re.compile(
    r"(?:an?|the|one) (?:[\w-]+ )?(?:group|band|gang|team|party|crowd|mob|family|squad|column|cell|unit) of ",
    re.IGNORECASE,
)
"""Before a number it is a body of that many people: "a group of | about ten gunmen", "a family of | four"."""
_PLURALS = frozenset(
    {
        "wounded",
        "injured",
        "dead",
        "deceased",
        "missing",
        "people",
        "men",
        "women",
        "children",
        "policemen",
        "gunmen",
        "troops",
        "police",
        "others",
        "personnel",
    }
)
_AGE = re.compile(r"\b(?:aged?|year)\b|\d+(?:st|nd|rd|th)\b|-year-old", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the rule of the codebook that gave it; `stated` tells that the words hold a number."""

    count: Count
    rule: str
    stated: bool


@cache
def _by_rule(rule: str, *stated: int) -> Count:
    """Apply a rule of the vague-number profile."""
    return load_codebook().count_rule(rule).count(*stated)


def count_of(words: str, head: str) -> Counted | None:
    """Return how many people a phrase names, or None when it gives no number ("the soldiers", "families").

    `words` is the phrase as it stands, `head` its head noun in lower case.
    """
    if _NONE.match(words):
        return Counted(_by_rule("none_hurt"), "none_hurt", stated=True)
    body = _BODY.match(words)
    inner = words[body.end() :] if body is not None else words
    if body is not None and (told := _numbered(inner)) is not None and not _vague(inner):
        return told
    if _HOUSEHOLD.search(head) or _NUMBER_OF.match(words):
        return None
    return _vague(words) or _numbered(words) or _unnumbered(words, head)


def _numbered(words: str) -> Counted | None:
    """Read the first number of the phrase with its bound: "at least 11", "between 11 and 15"."""
    numbers = [
        hit
        for hit in find_numbers(words)
        if not _AGE.match(words[hit[1] :].lstrip(" -")) and not _is_ordinal(words, hit)
    ]
    numbers = [
        hit
        for hit in numbers
        if words[hit[1] : hit[1] + 1] not in {"-", "%", "mm"} or words[hit[1] + 1 : hit[1] + 2].isdigit()
    ]
    if not numbers or _AGE.search(words[: numbers[0][1]]):
        return None
    start, end, value = numbers[0]
    if value >= 10_000_000 or re.search(r"\bof\b", words[:start]):
        return None
    if len(numbers) > 1 and _RANGE.match(words[end : numbers[1][0]]) and value < numbers[1][2]:
        return Counted(_by_rule("range", value, numbers[1][2]), "range", stated=True)
    bound = _BOUND.search(words[:start])
    rule = bound.lastgroup if bound is not None and bound.lastgroup else "exact"
    return Counted(_by_rule(rule, value), rule, stated=True)


def _is_ordinal(words: str, hit: tuple[int, int, int]) -> bool:
    return words[hit[1] : hit[1] + 2].lower() in {"st", "nd", "rd", "th"}


def _vague(words: str) -> Counted | None:
    """Read "dozens of", "several", "a couple of" before any plain number."""
    begin = words[:48]
    for rule, pattern in _VAGUE_RE:
        place = pattern.search(begin)
        if place is not None and not find_numbers(words[: place.start()]) and " of the " not in words[: place.start()]:
            return Counted(_by_rule(rule), rule, stated=True)
    return None


def _unnumbered(words: str, head: str) -> Counted | None:
    """Read "a policeman" and a name as one, "soldiers" as two or more; "the soldiers" gives no number."""
    plural = head in _PLURALS or (head.endswith("s") and not head.endswith("ss")) or head.endswith("men")
    if not plural and _ONE.match(words) and not _DEFINITE.match(words):
        return Counted(_by_rule("exact", 1), "exact", stated=False)
    if _DEFINITE.match(words):
        return None if plural else Counted(_by_rule("exact", 1), "exact", stated=False)
    if plural:
        return Counted(_by_rule("plural"), "plural", stated=False)
    return Counted(_by_rule("exact", 1), "exact", stated=False)
