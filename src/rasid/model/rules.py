"""What the beginning of a rule's name says beside how something was read: readers write it, coding asks for it."""

from __future__ import annotations

OWN_SIDE = "counter."
"""Begins the rules of arguments for people of the acting side; coding counts them apart."""


def only_blames(rule: str) -> bool:
    """Tell whether somebody only names the actor as the one who did it: blamed, accused, or claiming the act."""
    return rule.startswith("blame.")


def is_of_two_sides(rule: str) -> bool:
    """Tell whether a party stands in an act that two sides do to each other: clashes "between" them, an "exchange"."""
    return rule.endswith(".mutual")


def only_counts(rule: str) -> bool:
    """Tell whether a trigger only counts the harm of an act and does not say what kind of act it was."""
    return rule.startswith("casualty.")


def harms_own_side(rule: str) -> bool:
    """Tell whether those harmed are on the side that acts."""
    return rule.startswith(OWN_SIDE)
