"""The flat tables: one row a mention or an incident, with the description of every column beside it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, get_type_hints

Number = int | None


@dataclass(frozen=True, kw_only=True)
class _MentionIds:
    source_id: Annotated[str | None, "Id that the supplier gave the report"]
    report_id: Annotated[str, "Id of the report, derived from its text"]
    mention_id: Annotated[str, "Id of the mention: report id and number"]
    incident_id: Annotated[str | None, "Id of the incident that the mention was linked to"]
    role: Annotated[str, "main: the report's news; background: told besides, or recalled from before"]


@dataclass(frozen=True, kw_only=True)
class _IncidentIds:
    incident_id: Annotated[str, "Id of the incident, derived from its smallest mention id"]
    reports: Annotated[int, "How many reports tell the incident"]
    publishers: Annotated[int, "How many different known publishers they have; not checked for shared copy"]
    claims: Annotated[int, "How many claims the settled values rest on"]


@dataclass(frozen=True, kw_only=True)
class _Values:
    event_type: Annotated[str, "Codebook id of the kind of act"]
    status: Annotated[str, "How far the act went, and on whose word (codebook id)"]
    date_start: Annotated[date | None, "Earliest local calendar day"]
    date_end: Annotated[date | None, "Latest local calendar day"]
    date_precision: Annotated[str | None, "day, days, week, month, year; empty when no date is known"]
    place_text: Annotated[str | None, "The words for the place"]
    place_name: Annotated[str | None, "Name of the place in the gazetteer"]
    admin1: Annotated[str | None, "First-level division, in the gazetteer's spelling"]
    country: Annotated[str | None, "ISO 3166-1 alpha-2"]
    lat: Annotated[float | None, "WGS84 degrees of the place's representative point, rounded by precision"]
    lon: Annotated[float | None, "WGS84 degrees of the place's representative point, rounded by precision"]
    place_precision: Annotated[str | None, "exact, town, district, admin1, country, region"]
    perpetrators: Annotated[str | None, "The words for who did it"]
    perpetrator: Annotated[str | None, "Who did it: actor of the register or unidentified class"]
    targets: Annotated[str | None, "The words for whom or what it was done to"]
    target: Annotated[str | None, "To whom or what: actor of the register, else codebook class"]
    weapons: Annotated[str | None, "Codebook weapon classes"]
    tactics: Annotated[str | None, "Codebook tactics"]
    killed_low: Annotated[Number, "Killed, lower bound; the acting side's dead are apart"]
    killed_best: Annotated[Number, "Killed, best value by the named rule"]
    killed_high: Annotated[Number, "Killed, upper bound"]
    killed_civilians: Annotated[Number, "Civilians among the killed: best, else lower bound"]
    killed_perpetrators: Annotated[Number, "Dead of the acting side: best, else lower bound"]
    injured_low: Annotated[Number, "Injured, lower bound"]
    injured_best: Annotated[Number, "Injured, best value by the named rule"]
    injured_high: Annotated[Number, "Injured, upper bound"]
    abducted: Annotated[Number, "Abducted: best, else lower bound"]
    arrested: Annotated[Number, "Arrested: best, else lower bound"]


@dataclass(frozen=True, kw_only=True)
class _Words:
    sources: Annotated[str | None, "Who says so, in the reports' words"]
    evidence: Annotated[str | None, "The sentence that tells it best"]
    confidence: Annotated[float, "0 to 1; how sure the coding is, not how likely the act"]


@dataclass(frozen=True, kw_only=True)
class _Conflicts:
    conflicts: Annotated[str | None, "Fields whose claims cannot all be true, with the values"]
    relations: Annotated[str | None, "Links to other incidents that a report states, as kind and incident id"]
    report_ids: Annotated[str | None, "Ids of the reports"]
    urls: Annotated[str | None, "Addresses of the reports, where known"]


# The order of the columns is that of the bases from right to left.
@dataclass(frozen=True, kw_only=True)
class FlatRow(_Words, _Values, _MentionIds):
    """One mention as a flat row; several values are joined by "; ", unknown is None."""


@dataclass(frozen=True, kw_only=True)
class IncidentRow(_Words, _Conflicts, _Values, _IncidentIds):
    """One incident with its settled values as a flat row; several values are joined by "; ", unknown is None."""


Row = FlatRow | IncidentRow


def columns(row: type[Row]) -> tuple[str, ...]:
    """Return the column names of a table in their order."""
    return tuple(field.name for field in fields(row))


def describe(row: type[Row]) -> dict[str, str]:
    """Return column name -> description, in column order."""
    hints = get_type_hints(row, include_extras=True)
    return {name: hints[name].__metadata__[0] for name in columns(row)}


def as_values(row: Row) -> dict[str, str | int | float | None]:
    """Return a row as plain values in column order; dates as ISO 8601."""
    values = {name: getattr(row, name) for name in columns(type(row))}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
