"""Which part of a store a product is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rasid.model import EventType, Incident
from rasid.products.record import Record, record_of
from rasid.products.show import show_day

if TYPE_CHECKING:  # its import takes longer than coding one report
    from rasid.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The incidents that fit all that is given; none given is the whole record. Days are inclusive."""

    since: date | None = None
    until: date | None = None
    country: str | None = None
    event_type: EventType | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()

    def __str__(self) -> str:
        parts = [
            f"from {show_day(self.since)}" if self.since else "",
            f"until {show_day(self.until)}" if self.until else "",
            f"country {self.country}" if self.country else "",
            f"type {self.event_type.value}" if self.event_type else "",
        ]
        return ", ".join(filter(None, parts)) or "all"


def incidents_in(store: Store, selection: Selection) -> tuple[Incident, ...]:
    """Return the incidents of a store that fit."""
    return tuple(
        store.incidents(
            since=selection.since,
            until=selection.until,
            country=selection.country,
            event_type=selection.event_type,
        )
    )


def record_in(store: Store, selection: Selection) -> Record:
    """Return the selected incidents with the reports that tell them; the whole record has every coded report.

    Of the reports of a part, all statements are given, and the mentions of the selected incidents only.
    """
    incidents = incidents_in(store, selection)
    wanted = {mention_id for incident in incidents for mention_id in incident.mention_ids}
    coded = [
        (report, coding)
        for report, coding in store.codings()
        if selection.whole or any(mention.mention_id in wanted for mention in coding.mentions)
    ]
    record = record_of((report for report, _ in coded), (coding for _, coding in coded), incidents)
    return record if selection.whole else record.only(wanted)
