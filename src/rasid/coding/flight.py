"""Flight and arrival: where a text tells both, it is the flight that dates and places the displacement."""

from __future__ import annotations

import re

from rasid.coding.context import Context
from rasid.model import EventType
from rasid.model.reading import Trigger

_ARRIVING = re.compile(r"(?:arriv(?:e|es|ed|ing)|reach(?:es|ed|ing)?)\b", re.IGNORECASE)
_BEFORE_THAT = re.compile(r"\b(?:having|had|after)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_WINDOW = 30
"""Code points before a verb in which its perfect ("having", "had") or "after" stands."""


def of_flight(context: Context, triggers: list[Trigger]) -> list[Trigger]:
    """Return the triggers without arrivals, if the same sentence tells a flight before: "arrived on Sunday, having abandoned …"."""
    fled = {trigger.sentence for trigger in triggers if _fled_before(context, trigger)}
    left = [trigger for trigger in triggers if not (_arrives(context, trigger) and trigger.sentence in fled)]
    return left or triggers


def _arrives(context: Context, trigger: Trigger) -> bool:
    words = context.quote(trigger.span)
    return trigger.event_type is EventType.displacement and _ARRIVING.match(words) is not None


def _fled_before(context: Context, trigger: Trigger) -> bool:
    if trigger.event_type is not EventType.displacement or _arrives(context, trigger):
        return False
    start = trigger.span.start
    return _BEFORE_THAT.search(context.report.text[max(0, start - _WINDOW) : start]) is not None
