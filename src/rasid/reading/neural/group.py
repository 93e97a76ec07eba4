"""Which triggers tell one incident: average-link clustering of the pair scores."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]


def group(number: int, chances: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Return the triggers `0 … number-1` in groups, the mean chance between two joined groups at least `least`.

    `chances` has every pair `(smaller, larger)`; a missing one counts as 0. Groups and members are in text order.
    """
    groups = [[at] for at in range(number)]
    while True:
        best, pair = least, None
        for left in range(len(groups)):
            for right in range(left + 1, len(groups)):
                links = [chances.get((min(a, b), max(a, b)), 0.0) for a in groups[left] for b in groups[right]]
                mean = sum(links) / len(links)
                if mean > best:
                    best, pair = mean, (left, right)
        if pair is None:
            return sorted(groups)
        groups[pair[0]] = sorted(groups[pair[0]] + groups.pop(pair[1]))
