"""Average-link clustering of a sparse graph: chains of likeness do not swallow all, and one may be in two.

Sokal and Michener 1958 (UPGMA); a pair that has no link counts as 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush


def average_link(links: Mapping[tuple[int, int], float], least: float) -> tuple[tuple[int, ...], ...]:
    """Clusters of two or more items whose mean link is at least ``least``, sorted.

    ``links`` holds pairs (i, j) with i < j. Ties go to the smaller numbers.
    """
    members: dict[int, tuple[int, ...]] = {i: (i,) for pair in links for i in pair}
    sums: dict[int, dict[int, float]] = {i: {} for i in members}
    for (i, j), value in links.items():
        sums[i][j] = sums[j][i] = value
    heap = [(-value, i, j, 1) for (i, j), value in links.items() if value >= least]
    heapify(heap)
    while heap:
        _, i, j, size = heappop(heap)
        if i not in members or j not in members or size != len(members[i]) * len(members[j]):
            continue
        members[i] = tuple(sorted(members[i] + members.pop(j)))
        for k, value in sums.pop(j).items():
            del sums[k][j]
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
        for k, value in sums[i].items():
            pairs = len(members[i]) * len(members[k])
            if value / pairs >= least:
                heappush(heap, (-value / pairs, min(i, k), max(i, k), pairs))
    return tuple(sorted(cluster for cluster in members.values() if len(cluster) > 1))


def overlapping(
    links: Mapping[tuple[int, int], float], least: float, rounds: int
) -> Iterator[tuple[tuple[int, ...], Mapping[tuple[int, int], float]]]:
    """Clusters of which an item may be in several, each with the links it was made from.

    The links that lie in no cluster are clustered by themselves, as often as ``rounds`` says.
    """
    left = links
    for _ in range(rounds):
        found = average_link(left, least)
        cluster_of = {i: number for number, cluster in enumerate(found) for i in cluster}
        for cluster in found:
            yield cluster, left
        left = {(i, j): s for (i, j), s in left.items() if cluster_of.get(i, -1) != cluster_of.get(j, -2)}
