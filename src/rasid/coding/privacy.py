"""Names of victims are left out of the record's words; the evidence spans still point into the report.

Names of private persons are kept only where a project asks for it (`keep_names`). The reader's roles and the resolved
actor decide: organisations and people told by a noun stay as they are, a bare personal name does not.
"""

from __future__ import annotations

import re

from rasid.coding.context import Context
from rasid.coding.witnesses import KIN, KIN_ROLE, NAME, WITHHELD
from rasid.model.reading import Argument

_NAME_RUN = re.compile(NAME)
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
    if context.keep_names:
        return words
    owned = _without_owner(context, argument, words)
    if owned != words or _is_no_person(context, argument, words):
        return owned
    if context.upper:
        return WITHHELD if harmed and len(words.split()) <= 6 else words
    named = [run for run in _NAME_RUN.finditer(words) if words[run.end() :].strip(" .,") == ""]
    if not named or not (harmed or len(named[-1].group().split()) > 1):
        return words
    title = words[: named[-1].start()].strip(" ,")
    return f"{title} {WITHHELD}" if title and title.lower() not in {"the", "a", "an"} else WITHHELD


_PEOPLES = re.compile(r"(?:[ai]ns|ims|ews|rds|abs|ists|[^r]is|ites|eks|ers|acks)$", re.IGNORECASE)
"""Endings of the plurals of peoples and faiths: "Shiite Muslims", "Coptic Christians"."""


def _is_no_person(context: Context, argument: Argument, words: str) -> bool:
    """Tell whether the words are of a kind the vocabulary knows, an organisation's, a number's or a people's."""
    if argument.code is not None or _names_organisation(context, argument) or _tells_people(words):
        return True
    return bool(_ORGANISATION.search(words)) or any(sign.isdigit() for sign in _AGE.sub("", words))


_OWNED = rf"(?:{KIN}|house|home|residence|apartment|flat|villa|farm|shop|store|car|vehicle|convoy|motorcade|funeral|office|bodyguards?|guards?)"
_TITLE = r"(?:[Ss]heikh|[Jj]udge|[Ii]mam|Mr|Mrs|Ms|Dr|[Dd]octor|[Cc]aptain|[Cc]olonel|[Gg]eneral|[Gg]overnor|[Mm]ayor|[Mm]ullah)\.?\s+"
_OWNER = re.compile(rf"(?P<name>{NAME})(?=['’]s?\s+(?:[\w-]+\s+){{0,2}}{_OWNED}\b)")
_OWNER_BEHIND = re.compile(rf"\b{_OWNED}\s+of\s+(?:the\s+)?(?:{_TITLE})?(?P<name>{NAME})\s*$")


def _without_owner(context: Context, argument: Argument, words: str) -> str:
    """Withhold the person whose kin or house it is: "(name withheld)'s brother", "the house of (name withheld)".

    A place or an organisation of the register is no person; a single name counts as one only where it has kin.
    """
    found = _OWNER.search(words) or _OWNER_BEHIND.search(words)
    if found is None or _names_organisation(context, argument) or _ORGANISATION.search(found["name"]):
        return words
    several = " " in found["name"]
    if not several and KIN_ROLE.search(words) is None:
        return words
    if any(words[found.start("name") : found.end("name")] == name for _, _, name in context.named_places):
        return words
    return words[: found.start("name")] + WITHHELD + words[found.end("name") :]


_DETERMINED = frozenset(
    {"no", "some", "several", "many", "all", "any", "a", "an", "two", "three", "four", "five", "six", "dozens"}
)


_FAITHS = re.compile(
    r"\b(?:\w+(?:ians|ites|lims)|sunnis|shias|yazidis|houthis|iraqis|pakistanis|israelis|afghans|kurds|arabs|jews|sikhs|hindus|copts"
    r"|hutus|tutsis|hazaras|pashtuns|turks|uighurs|uyghurs|tamils|balochs?)$",
    re.IGNORECASE,
)
"""Plurals of peoples and faiths that are no surnames: "Evans", "Davis" and "Collins" must not pass for one."""


def _tells_people(words: str) -> bool:
    """Tell whether people are told by what they are: "Shiite Muslims", "NO CIVILIANS"; a name has no such word before it."""
    several = words.split()
    determined = words.isupper() and several[0].lower() in _DETERMINED
    return determined or (_FAITHS.search(words) is not None and _NAME_RUN.fullmatch(words) is not None)


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
