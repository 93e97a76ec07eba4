"""Days: how well two dates agree, given how precise each is."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from rasid.linking.compare.likeness import SILENT, Likeness
from rasid.linking.profile import Profile, Window

_DAY, _SPAN, _WEEK, _MONTH = 1, 6, 10, 31
# Both name one day, but at least one account only by the day on which its story stands.
_INFERRED = 0.6
# A night has two dates, and a report of the next day may mean either.
_GAPS = {1: 0.2, 2: -0.4, 3: -0.7}


def compare(left: Profile, right: Profile) -> Likeness:
    """Compare the days: the narrower the shared window the more it says; each day of a gap speaks against."""
    if left.window is None or right.window is None:
        return _bounded(left, right)
    gap = max(left.window.first, right.window.first) - min(left.window.last, right.window.last)
    if gap > 0:
        return _apart(left.window, right.window, gap)
    grain = max(left.window.grain, right.window.grain)
    if not (left.window.stated and right.window.stated):
        if grain == _DAY:
            return Likeness(_INFERRED, f"the same day, {_show(left.window)}, by where the text stands")
        return Likeness(0.3, f"the days fit the time of publication: {_show(left.window)} and {_show(right.window)}")
    if grain == _DAY:
        return Likeness(1.0, f"the same day, {_show(left.window)}")
    return Likeness(_overlap(grain), f"the days overlap: {_show(left.window)} and {_show(right.window)}")


def _overlap(grain: int) -> float:
    for width, value in ((_SPAN, 0.7), (_WEEK, 0.5), (_MONTH, 0.2)):
        if grain <= width:
            return value
    return 0.05


def _apart(left: Window, right: Window, gap: int) -> Likeness:
    value = _GAPS.get(gap, -1.0)
    if not (left.stated and right.stated):
        value = min(value, 0.0) / 2 if gap <= _SPAN else -1.0
    return Likeness(value, f"{gap} day{'' if gap == 1 else 's'} apart: {_show(left)} and {_show(right)}")


def _bounded(left: Profile, right: Profile) -> Likeness:
    """With a date on one side only: the other report must have been published after it."""
    for dated, undated in ((left, right), (right, left)):
        if dated.window is None or undated.known_by is None:
            continue
        if dated.window.stated and dated.window.first > undated.known_by + 1:
            published = date.fromordinal(undated.known_by)
            return Likeness(-1.0, f"{_show(dated.window)} is later than the other report, published {published}")
    return SILENT


def _show(window: Window) -> str:
    return _dates(window.first, window.last)


@lru_cache(maxsize=1 << 14)
def _dates(first: int, last: int) -> str:
    """Kept, since a block compares the same few days over and over: half the time of this facet."""
    return f"{date.fromordinal(first)}" if first == last else f"{date.fromordinal(first)} to {date.fromordinal(last)}"
