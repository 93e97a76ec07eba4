"""Counts: how well two numbers of people agree."""

from __future__ import annotations

from math import log

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile
from rasid.linking.settle.counts import compatible
from rasid.model import Count

# The larger the number the rarer a chance agreement: (up to, value when both give it).
_AGREE = ((0, 0.15), (1, 0.25), (2, 0.35), (5, 0.55), (10, 0.8))
_NEAR = 0.25
# Twice the number is half way to "as different as can be"; four times is all the way.
_FACTOR = log(4)


def compare_killed(left: Profile, right: Profile) -> Likeness:
    """Compare how many were killed; a later report that gives more counts half, since tolls rise."""
    return _compare(left, right, left.killed, right.killed, "killed")


def compare_injured(left: Profile, right: Profile) -> Likeness:
    """Compare how many were injured, as the killed."""
    return _compare(left, right, left.injured, right.injured, "injured")


def _compare(left: Profile, right: Profile, one: Count, other: Count, harm: str) -> Likeness:
    mine, theirs = _number(one), _number(other)
    if mine is None or theirs is None:
        return SILENT
    if mine == theirs and one.best is not None and other.best is not None:
        return Likeness(_agreement(mine), f"both give {mine} {harm}")
    text = f"{one} and {other} {harm}"
    if compatible(one, other) or abs(mine - theirs) <= max(1.0, _NEAR * max(mine, theirs)):
        return Likeness(_agreement(min(mine, theirs)) / 2, text)
    value = -min(1.0, abs(log((mine + 0.5) / (theirs + 0.5))) / _FACTOR)
    return Likeness(value / 2 if _rises(left, right, mine, theirs) else value, text)


def _agreement(number: int) -> float:
    return next((value for limit, value in _AGREE if number <= limit), 1.0)


def _rises(left: Profile, right: Profile, mine: int, theirs: int) -> bool:
    if left.known_by is None or right.known_by is None or left.known_by == right.known_by:
        return False
    return (left.known_by < right.known_by) == (mine < theirs)


def _number(count: Count) -> int | None:
    return next((value for value in (count.best, count.low, count.high) if value is not None), None)
