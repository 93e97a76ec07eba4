"""One incident as scoring sees it, the same form for the key and for what was coded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rasid.model import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredIncident:
    """The fields that are compared; words in small letters, None or empty where nothing is told.

    `days` is the first and last local calendar day, both included; `group` the cluster of the key or the incident id.
    """

    event_type: str
    status: str | None = None
    main: bool = True
    killed: Count = field(default_factory=Count)
    days: tuple[date, date] | None = None
    places: tuple[str, ...] = ()
    country: str | None = None
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredReport:
    """The incidents of one report; `names` are what it may be called in a file of rows, the most certain first."""

    names: tuple[str, ...]
    incidents: tuple[ScoredIncident, ...]
