"""Texts: how many words the two accounts share."""

from __future__ import annotations

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile

# Sentences on different incidents of one kind share about a sixth of their longer words.
_CHANCE = 0.15
_TOO_FEW = 4


def compare(left: Profile, right: Profile) -> Likeness:
    """Compare the words of the evidence (Dice coefficient above chance); says nothing across languages, never against."""
    if len(left.words) < _TOO_FEW or len(right.words) < _TOO_FEW:
        return SILENT
    dice = 2 * len(left.words & right.words) / (len(left.words) + len(right.words))
    if dice <= _CHANCE:
        return SILENT
    return Likeness((dice - _CHANCE) / (1 - _CHANCE), f"{dice:.0%} of the words are shared")
