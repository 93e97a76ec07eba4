"""Days and months as phrases of their own: "On June 7 | al Shabaab fired", "On Monday 13 March | gunmen"."""

from __future__ import annotations

from collections.abc import Sequence

MONTHS = frozenset(
    """january february march april may june july august september october november december jan. feb. mar. apr. jun.
    jul. aug. sept. sep. oct. nov. dec.""".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
DAYS = _WEEKDAYS | {"yesterday", "today", "tonight"}
"""Days close no phrase: "detained several insurgents | yesterday"."""
NAMES_OF_DAYS = MONTHS | _WEEKDAYS
"""Words of a date that are written with a capital."""
_DAYPARTS = frozenset("morning afternoon evening night midday noon dawn".split())
_LAST_DAY = 31


def date_end(forms: Sequence[str], tags: Sequence[str], begin: int) -> int | None:
    """Return the end of a day with its month ("7 June 2023", "June 7") that begins at token `begin`, or None.

    The number after a month that is itself no part of the phrase counts as one too.
    """
    if tags[begin] != "CD" and forms[begin] not in NAMES_OF_DAYS:
        return None
    if forms[begin] in _WEEKDAYS and begin and forms[begin - 1] == "on":
        return _weekday_end(forms, tags, begin)
    if (_is_day(forms, tags, begin) and begin + 1 < len(forms) and forms[begin + 1] in MONTHS) or (
        forms[begin] in MONTHS and begin + 1 < len(forms) and _is_day(forms, tags, begin + 1)
    ):
        end = begin + 2
    elif begin and forms[begin - 1] in MONTHS and _is_day(forms, tags, begin) and not _is_day(forms, tags, begin - 2):
        end = begin + 1
    else:
        return None
    return end + 1 if end < len(forms) and _is_year(forms[end]) else end


def _weekday_end(forms: Sequence[str], tags: Sequence[str], begin: int) -> int | None:
    """Return the end of "on Tuesday (evening)", so that "on Tuesday | shelling killed" parts; not of "on Tuesday's raid"."""
    end = begin + 2 if forms[begin + 1 : begin + 2] and forms[begin + 1] in _DAYPARTS else begin + 1
    return None if tags[end : end + 1] == ["POS"] else end


def _is_day(forms: Sequence[str], tags: Sequence[str], at: int) -> bool:
    if not 0 <= at < len(forms) or tags[at] != "CD" or len(forms[at]) > 2 or not forms[at].isdecimal():
        return False
    return 1 <= int(forms[at]) <= _LAST_DAY


def _is_year(form: str) -> bool:
    return form.isdigit() and len(form) == 4
