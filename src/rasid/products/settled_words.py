"""The settled fields of an incident in words, in the order people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rasid.model import Count, Incident, Settled
from rasid.products.show import show_actor, show_count, show_target, show_when, show_where
from rasid.products.words import label

Show = Callable[[Any], str]


def _listed(show: Show) -> Show:
    return lambda values: ", ".join(map(show, values))


SETTLED_FIELDS: Mapping[str, Show] = {
    "perpetrators": _listed(show_actor),
    "targets": _listed(show_target),
    "when": show_when,
    "where": show_where,
    "killed": show_count,
    "killed_civilians": show_count,
    "killed_perpetrators": show_count,
    "injured": show_count,
    "abducted": show_count,
    "arrested": show_count,
    "displaced": show_count,
    "weapons": _listed(label),
    "tactics": _listed(label),
    "status": label,
}
"""Field -> how its value is shown."""


def settled_words(incident: Incident) -> Iterator[tuple[str, str, Settled[Any]]]:
    """Yield (field, words, settled) for each field that an account tells."""
    for field, show in SETTLED_FIELDS.items():
        settled = getattr(incident, field)
        if is_told(settled):
            yield field, show(settled.value), settled


def silent_fields(incident: Incident) -> list[str]:
    """Return the fields that no account tells; they are unknown and not zero."""
    return [field for field in SETTLED_FIELDS if not is_told(getattr(incident, field))]


def is_told(settled: Settled[Any]) -> bool:
    """Tell whether any account gives the field a value."""
    value = settled.value
    return value.known if isinstance(value, Count) else bool(value)
