"""Names of victims are left out of the record's words; the evidence spans still point into the report.

Names of private persons are kept only where a project asks for it (`keep_names`). The reader's roles and the resolved
actor decide: organisations and people told by a noun stay as they are, a bare personal name does not.
"""

from __future__ import annotations

import re

from rasid.coding.context import Context
from rasid.model.reading import Argument

WITHHELD = "(name withheld)"

_NAME_RUN = re.compile(
    r"[^\W\d_a-z][\w’'-]*\.?(?:\s+(?:(?:al|bin|ibn|abu|de|la|del|van|von|el)[\s-])?[^\W\d_a-z][\w’'-]*)*"
)
_AGE = re.compile(r"\b\d{1,3}-year-old\b", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:party|union|company|bank|ministry|committee|association|federation|council|institute|university|school|radio|"
    r"newspaper|agency|organi[sz]ation|movement|front|force|forces|army|police|government|club|church|corporation|cross|"
    r"nations|mission|hospital|hotel|department|office|team)\b",
    re.IGNORECASE,
)


def shown(context: Context, argument: Argument, *, harmed: bool) -> str:
    """Return the argument's words as they may be kept: a personal name gives way to `WITHHELD`.

    `harmed` tells that the phrase is counted as killed, injured, abducted, arrested or displaced, so that it is people.
    """
    words = context.quote(argument.span)
    if context.keep_names or argument.code is not None or _names_organisation(context, argument):
        return words
    if _ORGANISATION.search(words) or any(sign.isdigit() for sign in _AGE.sub("", words)):
        return words
    if context.upper:
        return WITHHELD if harmed and len(words.split()) <= 6 else words
    named = [run for run in _NAME_RUN.finditer(words) if words[run.end() :].strip(" .,") == ""]
    if not named or not (harmed or len(named[-1].group().split()) > 1):
        return words
    title = words[: named[-1].start()].strip(" ,")
    return f"{title} {WITHHELD}" if title and title.lower() not in {"the", "a", "an"} else WITHHELD


_PEOPLES = re.compile(r"(?:[ai]ns|ims|ews|rds|abs|ists|[^r]is|ites|eks|ers|acks)$", re.IGNORECASE)
"""Endings of the plurals of peoples and faiths: "Shiite Muslims", "Coptic Christians"."""


def is_personal_name(context: Context, argument: Argument) -> bool:
    """Tell whether the whole phrase is a person's name of two words or more: "Carlos Torres" is one person."""
    words = context.quote(argument.span)
    if argument.code is not None or _ORGANISATION.search(words) or _names_organisation(context, argument):
        return False
    named = _NAME_RUN.fullmatch(words)
    return named is not None and not context.upper and len(words.split()) > 1 and _PEOPLES.search(words) is None


def _names_organisation(context: Context, argument: Argument) -> bool:
    """Tell whether the phrase holds a name of the register, so that what is named in it is no person."""
    return any(start < argument.span.end and argument.span.start < end for start, end, _ in context.named_actors)
