"""Weapons: whether two accounts name the same means."""

from __future__ import annotations

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile

# Words that reports choose between for one and the same means: "aircraft" and "drone", "bomb" and "device".
_FAMILIES = (
    frozenset({"aircraft", "armed_drone", "helicopter", "missile"}),
    frozenset({"explosive", "ied", "vehicle_bomb", "suicide_vest", "landmine"}),
    frozenset({"small_arms", "medium_weapons", "sniper_rifle"}),
    frozenset({"artillery", "mortar", "rocket", "missile", "tank"}),
)


def compare(left: Profile, right: Profile) -> Likeness:
    """Compare the weapon classes; reports name different ones of several, so little speaks against."""
    if not (left.weapons and right.weapons):
        return SILENT
    shared = left.weapons & right.weapons
    if shared:
        return Likeness(0.7, f"the same weapons, {', '.join(sorted(shared))}")
    if any(family & left.weapons and family & right.weapons for family in _FAMILIES):
        return SILENT
    return Likeness(
        -0.5, f"different weapons: {', '.join(sorted(left.weapons))} and {', '.join(sorted(right.weapons))}"
    )
