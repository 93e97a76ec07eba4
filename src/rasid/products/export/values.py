"""Settled values -> the columns that mentions and incidents share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasid.model import Claim, Count, Incident, Mention, Stance, When, Where
from rasid.products.geo import point_of

JOINT = "; "


def values_of(settled: Incident, mentions: Iterable[Mention]) -> dict[str, Any]:
    """Return the shared columns by name; `mentions` give the words that the values rest on."""
    mentions = tuple(mentions)
    return {
        "event_type": settled.event_type.value.value,
        "status": settled.status.value.value,
        **_when(settled.when.value),
        **_where(settled.where.value),
        "place_text": _words(claim for mention in mentions for claim in mention.places),
        "perpetrators": _words(claim for mention in mentions for claim in mention.perpetrators),
        "perpetrator": joined(actor.name for actor in settled.perpetrators.value),
        "targets": _words(claim for mention in mentions for claim in mention.targets),
        "target": joined(target.label for target in settled.targets.value),
        "weapons": joined(settled.weapons.value),
        "tactics": joined(settled.tactics.value),
        **_range("killed", settled.killed.value),
        "killed_civilians": one_number(settled.killed_civilians.value),
        "killed_perpetrators": one_number(settled.killed_perpetrators.value),
        **_range("injured", settled.injured.value),
        "abducted": one_number(settled.abducted.value),
        "arrested": one_number(settled.arrested.value),
    }


def _words(claims: Iterable[Claim[Any]]) -> str | None:
    """Return the words that somebody stands for; who is only said not to have done it is no perpetrator."""
    return joined(claim.value.words for claim in claims if claim.stance is not Stance.denied)


def joined(values: Iterable[str]) -> str | None:
    """Join different values in the order of their first occurrence; None for none, blanks squeezed."""
    squeezed = (" ".join(value.split()) for value in values)
    return JOINT.join(dict.fromkeys(value for value in squeezed if value)) or None


def one_number(count: Count) -> int | None:
    """Return the number for a column that has room for one: best, else the lower bound."""
    return count.low if count.best is None else count.best


def _range(name: str, count: Count) -> dict[str, int | None]:
    return {f"{name}_low": count.low, f"{name}_best": count.best, f"{name}_high": count.high}


def _when(when: When | None) -> dict[str, Any]:
    if when is None or not when.known:
        return {"date_start": None, "date_end": None, "date_precision": None}
    return {"date_start": when.earliest, "date_end": when.latest, "date_precision": when.precision.value}


def _where(where: Where | None) -> dict[str, Any]:
    if where is None:
        return dict.fromkeys(("place_name", "admin1", "country", "lat", "lon", "place_precision"))
    lat, lon = point_of(where) or (None, None)
    return {
        "place_name": where.name,
        "admin1": where.admin1,
        "country": where.country,
        "lat": lat,
        "lon": lon,
        "place_precision": where.precision.value,
    }
