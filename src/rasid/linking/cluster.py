"""Pairs to groups: agglomeration by average, so that one strong pair does not chain two incidents together.

The two groups whose pairs agree best on average are joined first, as long as that average would by itself be judged
"same". The average runs over all pairs across the two groups, also those that blocking did not propose, so a mention
joins a group only if it fits its members as a whole. Laws stand above scores: two mentions of one report are never one
incident, and what people judged "not the same" stays apart in every group; what they judged "same" is joined first.
Groups depend only on the mentions that candidate pairs connect, so a new report changes its own neighbourhood alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from rasid.linking.score import SAME_POINTS

Points = Callable[[int, int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laws:
    """What no score can overrule, by index: the report of each item, pairs to join, latest first, pairs to hold apart."""

    reports: Sequence[str]
    together: Sequence[tuple[int, int]] = ()
    apart: Sequence[tuple[int, int]] = ()


def cluster(near: Mapping[tuple[int, int], float], points: Points, laws: Laws) -> list[list[int]]:
    """Return the groups of the items 0..n-1, each ascending, in the order of their first items.

    `near` holds the log-odds of the pairs (i < j) that may be one incident, `points` gives those of any pair.
    """
    grouping = _Grouping(points, laws)
    for left, right in laws.together:
        grouping.join_by_law(left, right)
    grouping.connect(near)
    grouping.join_by_score()
    return grouping.groups()


class _Grouping:
    """Groups named by their smallest item, with the summed log-odds between those that a near pair connects."""

    def __init__(self, points: Points, laws: Laws) -> None:
        self._points = points
        self._members = {item: [item] for item in range(len(laws.reports))}
        self._reports = {item: {report} for item, report in enumerate(laws.reports)}
        self._name = list(range(len(laws.reports)))
        self._apart: dict[int, set[int]] = {}
        self._sums: dict[int, dict[int, float]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for left, right in laws.apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def join_by_law(self, left: int, right: int) -> None:
        """Join the groups of two items unless a later law holds some of their members apart."""
        one, other = _ordered(self._name[left], self._name[right])
        if one != other and not self._held_apart(one, other):
            self._absorb(one, other)

    def connect(self, near: Iterable[tuple[int, int]]) -> None:
        """Take up the groups that a near pair connects."""
        pairs = {_ordered(self._name[left], self._name[right]) for left, right in near}
        for one, other in sorted(pairs):
            if one != other and not self._forbidden(one, other):
                self._set_sum(one, other, self._cross(self._members[one], self._members[other]))

    def join_by_score(self) -> None:
        """Join the best pair of groups until no average says "same"."""
        while self._heap:
            key, one, other = heappop(self._heap)
            if self._sums.get(one, {}).get(other) is not None and key == self._key(one, other):
                self._join(one, other)

    def groups(self) -> list[list[int]]:
        """Return the groups, each ascending, in the order of their first items."""
        return [sorted(members) for _, members in sorted(self._members.items())]

    def _join(self, one: int, other: int) -> None:
        before, joined = list(self._members[one]), self._members[other]
        mine, theirs = self._sums[one], self._sums.pop(other)
        del mine[other], theirs[one]
        for third in sorted(mine.keys() | theirs.keys()):
            total = mine[third] if third in mine else self._cross(before, self._members[third])
            total += theirs[third] if third in theirs else self._cross(joined, self._members[third])
            self._sums[third].pop(other, None)
            if self._forbidden(one, third) or self._forbidden(other, third):
                mine.pop(third, None)
                self._sums[third].pop(one, None)
            else:
                mine[third] = self._sums[third][one] = total
        self._absorb(one, other)
        for third in mine:
            self._push(one, third)

    def _absorb(self, one: int, other: int) -> None:
        for item in self._members[other]:
            self._name[item] = one
        self._members[one] += self._members.pop(other)
        self._reports[one] |= self._reports.pop(other)
        if other in self._apart:
            self._apart.setdefault(one, set()).update(self._apart.pop(other))

    def _set_sum(self, one: int, other: int, total: float) -> None:
        self._sums.setdefault(one, {})[other] = total
        self._sums.setdefault(other, {})[one] = total
        self._push(one, other)

    def _push(self, one: int, other: int) -> None:
        one, other = _ordered(one, other)
        key = self._key(one, other)
        if -key >= SAME_POINTS:
            heappush(self._heap, (key, one, other))

    def _key(self, one: int, other: int) -> float:
        """Return minus the average log-odds, so that the heap gives the best pair first."""
        return -self._sums[one][other] / (len(self._members[one]) * len(self._members[other]))

    def _cross(self, left: Sequence[int], right: Sequence[int]) -> float:
        return sum(self._points(*_ordered(i, j)) for i in left for j in right)

    def _forbidden(self, one: int, other: int) -> bool:
        return not self._reports[one].isdisjoint(self._reports[other]) or self._held_apart(one, other)

    def _held_apart(self, one: int, other: int) -> bool:
        return one in self._apart and not self._apart[one].isdisjoint(self._members[other])


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
