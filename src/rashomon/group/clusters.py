"""Scored pairs -> clusters by average link, whatever order the pairs come in."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]
Group = tuple[int, ...]


def clusters(size: int, scores: Mapping[Pair, int], threshold: int) -> tuple[Group, ...]:
    """Groups of 0..size-1 whose mean pair score reaches the threshold (UPGMA, Sokal & Michener 1958).

    A merge above the threshold needs a pair above it, so every connected component of such pairs is
    clustered by itself. Pairs (i < j) without a score count 0.
    """
    component_of = _components(size, scores, threshold)
    members: dict[int, list[int]] = {}
    for i, root in enumerate(component_of):
        members.setdefault(root, []).append(i)
    inside: dict[int, dict[Pair, int]] = {root: {} for root in members}
    for (i, j), score in scores.items():
        if component_of[i] == component_of[j]:
            inside[component_of[i]][i, j] = score
    return tuple(
        group
        for root, found in members.items()
        for group in _average_link(tuple(found), inside[root], threshold)
    )


def _components(size: int, scores: Mapping[Pair, int], threshold: int) -> list[int]:
    """The smallest member of each one's connected component of pairs that reach the threshold."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for (i, j), score in scores.items():
        if score >= threshold:
            low, high = sorted((root(i), root(j)))
            parent[high] = low
    return [root(i) for i in range(size)]


def _average_link(members: Group, scores: Mapping[Pair, int], threshold: int) -> tuple[Group, ...]:
    """The best mean is merged first, ties by the smallest members; a cluster goes by its smallest member."""
    groups: dict[int, Group] = {i: (i,) for i in members}
    links: dict[int, dict[int, int]] = {i: {} for i in members}
    for (i, j), score in scores.items():
        links[i][j] = links[j][i] = score
    heap = [_entry(groups, i, j, score) for (i, j), score in scores.items()]
    heapq.heapify(heap)
    while heap:
        mean, i, j, size = heapq.heappop(heap)
        if -mean < threshold:
            break
        # An entry of groups that have grown since is out of date.
        if i not in groups or j not in groups or size != len(groups[i]) * len(groups[j]):
            continue
        groups[i] = tuple(sorted((*groups[i], *groups.pop(j))))
        _move_links(links, i, j)
        for k, total in links[i].items():
            heapq.heappush(heap, _entry(groups, min(i, k), max(i, k), total))
    return tuple(groups.values())


def _entry(groups: Mapping[int, Group], i: int, j: int, total: int) -> tuple[int, int, int, int]:
    size = len(groups[i]) * len(groups[j])
    return (-(total // size), i, j, size)


def _move_links(links: dict[int, dict[int, int]], i: int, j: int) -> None:
    """The links of group j become links of i, which has swallowed it."""
    for k, total in links.pop(j).items():
        del links[k][j]
        if k != i:
            links[i][k] = links[k][i] = links[i].get(k, 0) + total
