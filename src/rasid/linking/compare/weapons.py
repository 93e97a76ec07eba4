"""Weapons: whether two accounts name the same means."""

from __future__ import annotations

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile


def compare(left: Profile, right: Profile) -> Likeness:
    """Compare the weapon classes; reports name different ones of several, so little speaks against."""
    if not (left.weapons and right.weapons):
        return SILENT
    shared = left.weapons & right.weapons
    if shared:
        return Likeness(0.7, f"the same weapons, {', '.join(sorted(shared))}")
    return Likeness(
        -0.5, f"different weapons: {', '.join(sorted(left.weapons))} and {', '.join(sorted(right.weapons))}"
    )
