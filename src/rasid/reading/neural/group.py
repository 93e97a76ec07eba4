"""Which triggers tell one incident: average-link clustering of the pair scores."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def group(links: NDArray[np.float64], least: float) -> list[list[int]]:
    """Return the triggers `0 … n-1` in groups, the mean link between two joined groups above `least`.

    `links` `(n, n)` is read above its diagonal. The closest two groups are joined first, of equals those that come first.
    Groups and members are in text order.
    """
    sums = np.triu(links, 1)
    sums += sums.T
    groups = {at: [at] for at in range(len(links))}
    sizes = np.ones(len(links))
    while len(groups) > 1:
        means = np.triu(sums / np.outer(sizes, sizes), 1)
        left, right = divmod(int(np.argmax(means)), len(links))
        if means[left, right] <= least:
            break
        groups[left] = sorted(groups[left] + groups.pop(right))
        sums[left] += sums[right]
        sums[:, left] = sums[left]
        sums[right] = sums[:, right] = -np.inf
        sums[left, left] = 0.0
        sizes[left] += sizes[right]
    return list(groups.values())
