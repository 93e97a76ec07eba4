"""Names of witnesses, relatives and other private persons stay out of the words kept for who says it.

Whoever speaks in a public role (a governor, a spokesman, an analyst) keeps the name: that is what the claim rests on.
"""

from __future__ import annotations

import re

WITHHELD = "(name withheld)"
"""Stands where the words of the report have a private person's name."""

NAME = r"[^\W\d_a-z][\w’-]*\.?(?:\s+(?:(?:al|bin|ibn|abu|de|la|del|van|von|el)[\s-])?[^\W\d_a-z][\w’-]*)*"
"""A run of words with capitals, and the particles inside Arabic, Spanish and Dutch names."""

KIN = (
    r"(?:(?:grand)?(?:brother|sister|mother|father|son|daughter)(?:-in-law)?|wife|widow|husband|uncle|aunt|cousin|nephew|niece"
    r"|child|parent|relative|family|fianc[ée]e?|in-law)(?:e?s)?|children|families|wives"
)
_PRIVATE = (
    r"witness|eyewitness|resident|villager|neighbou?r|survivor|farmer|trader|shopkeeper|vendor|driver|student|labou?rer|herder"
    r"|fisherman|victim|detainee|prisoner|inmate|refugee|patient|passenger|pupil|schoolboy|schoolgirl|boy|girl|woman|man|teenager"
    r"|shepherd|housewife|mourner|\d{1,3}-year-old"
)
KIN_ROLE = re.compile(rf"\b(?:{KIN})\b", re.IGNORECASE)
_PRIVATE_ROLE = re.compile(rf"\b(?:{_PRIVATE})\b", re.IGNORECASE)
_PUBLIC_ROLE = re.compile(
    r"\b(?:spokes\w+|minister|governor|mayor|president|chief|commander|general|colonel|captain|major|lieutenant|brigadier"
    r"|sergeant|inspector|officer|official|director|head|leader|judge|prosecutor|lawmaker|senator|deputy|secretary|ambassador"
    r"|representative|coordinator|analyst|expert|researcher|professor|administrator|councillor|chairman|chairwoman|police|army)\b",
    re.IGNORECASE,
)
_LAST_NAME = re.compile(rf"{NAME}(?=$|\s*,)")
_APPOSED = re.compile(r",\s*(?:\d{1,3},\s*)?(?P<role>(?:an?|the|his|her|their|whose|who)\b[^.;,\n]{0,60})")


def without_name(words: str, after: str) -> str:
    """Return a speaker's `words` without the name of a private person; `after` is the text that follows them."""
    apposed = _APPOSED.match(after)
    role = words if apposed is None else f"{words} {apposed['role']}"
    private = KIN_ROLE.search(role) or (_PRIVATE_ROLE.search(role) and not _PUBLIC_ROLE.search(role))
    name = _LAST_NAME.search(words) if private else None
    if name is None or _begins_plainly(name):
        return words
    return f"{words[: name.start()]}{WITHHELD}{words[name.end() :]}"


def _begins_plainly(name: re.Match[str]) -> bool:
    """Tell whether what looks like a name is only the word that begins the sentence: "Residents", "Villagers"."""
    return name.start() == 0 and " " not in name[0]
