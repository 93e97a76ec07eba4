"""Actors: who did it and to whom."""

from __future__ import annotations

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile
from rasid.model import EventType


def compare_perpetrators(left: Profile, right: Profile) -> Likeness:
    """Compare who did it; in a clash either side may be named first, so all parties are compared."""
    if EventType.armed_clash in {left.event_type, right.event_type}:
        return _compare_ids(left.parties, right.parties, "the parties", differ=-0.6)
    if left.perpetrators and right.perpetrators:
        return _compare_ids(left.perpetrators, right.perpetrators, "the perpetrators", differ=-0.8)
    if left.perpetrator_kinds and right.perpetrator_kinds:
        shared = left.perpetrator_kinds & right.perpetrator_kinds
        kinds = _show({kind.value for kind in shared or left.perpetrator_kinds | right.perpetrator_kinds})
        return Likeness(0.4, f"both by {kinds}") if shared else Likeness(-0.5, f"by different kinds of actor: {kinds}")
    return SILENT


def compare_targets(left: Profile, right: Profile) -> Likeness:
    """Compare to whom or what it was done; reports name different ones of several targets, so little speaks against."""
    shared = left.target_actors & right.target_actors
    if shared:
        return Likeness(1.0, f"the same target, {_show(shared)}")
    if not (left.target_classes and right.target_classes):
        return SILENT
    classes = left.target_classes & right.target_classes
    if classes:
        return Likeness(0.6, f"the same kind of target, {_show(classes)}")
    # Who is in arms is called soldier, fighter or guard as the teller sees it.
    value = -0.2 if left.target_classes & _ARMED and right.target_classes & _ARMED else -0.6
    return Likeness(value, f"different targets: {_show(left.target_classes)} and {_show(right.target_classes)}")


_ARMED = frozenset({"military", "police", "armed_group", "peacekeepers"})


def _compare_ids(left: frozenset[str], right: frozenset[str], what: str, *, differ: float) -> Likeness:
    if not (left and right):
        return SILENT
    shared = left & right
    if shared:
        return Likeness(1.0, f"{what} agree: {_show(shared)}")
    return Likeness(differ, f"{what} differ: {_show(left)} and {_show(right)}")


def _show(names: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(names))
