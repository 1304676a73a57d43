"""Scored pairs -> clusters by average link, whatever order the pairs come in."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping

import numpy as np

from rashomon.group.views import Ints

Pair = tuple[int, int]
Group = tuple[int, ...]


def clusters(
    size: int,
    pairs: tuple[Ints, Ints, Ints],
    threshold: int,
    known: Iterable[Group] = (),
    touched: Collection[int] | None = None,
) -> tuple[Group, ...]:
    """Groups of 0..size-1 whose mean pair score reaches the threshold (UPGMA, Sokal & Michener 1958).

    ``pairs`` are left and right members and their scores; pairs that are not given count 0. A merge above
    the threshold needs a pair above it, so every connected component of such pairs is clustered by itself;
    those that hold nothing ``touched`` are left as the ``known`` groups have them.
    """
    left, right, scores = pairs
    strong = scores >= threshold
    roots = _components(size, left[strong].tolist(), right[strong].tolist())
    redone = roots if touched is None else {roots[i] for i in touched}
    groups = [group for group in known if touched is not None and roots[group[0]] not in redone]
    members: dict[int, list[int]] = {root: [] for root in sorted(redone)}
    for i, root in enumerate(roots):
        if root in members:
            members[root].append(i)
    inside = _inside(members, np.array(roots, np.int64), pairs)
    for root, found in members.items():
        groups += _average_link(found, inside.get(root, {}), threshold)
    return tuple(sorted(groups))


def _components(size: int, left: Iterable[int], right: Iterable[int]) -> list[int]:
    """The smallest member of each one's connected component of these pairs."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in zip(left, right, strict=True):
        low, high = sorted((root(i), root(j)))
        parent[high] = low
    return [root(i) for i in range(size)]


def _inside(
    members: Mapping[int, Collection[int]], roots: Ints, pairs: tuple[Ints, Ints, Ints]
) -> dict[int, dict[Pair, int]]:
    """The scores inside each component that has some."""
    left, right, scores = pairs
    chosen = np.isin(roots, [root for root, found in members.items() if len(found) > 1])
    within = (scores != 0) & chosen[left] & (roots[left] == roots[right])
    columns = (column[within].tolist() for column in (roots[left], left, right, scores))
    inside: dict[int, dict[Pair, int]] = {}
    for root, i, j, score in zip(*columns, strict=True):
        inside.setdefault(root, {})[i, j] = score
    return inside


def _average_link(members: Collection[int], scores: Mapping[Pair, int], threshold: int) -> tuple[Group, ...]:
    """The best mean is merged first, ties by the smallest members; a cluster goes by its smallest member."""
    groups: dict[int, list[int]] = {i: [i] for i in members}
    links: dict[int, dict[int, int]] = {i: {} for i in members}
    for (i, j), score in scores.items():
        links[i][j] = links[j][i] = score
    # Only what may be merged now waits its turn: a link that grows is looked at again.
    heap = [
        _entry(groups, min(pair), max(pair), score) for pair, score in scores.items() if score >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, i, j, size = heapq.heappop(heap)
        # An entry of groups that have grown since is out of date.
        if i not in groups or j not in groups or size != len(groups[i]) * len(groups[j]):
            continue
        groups[i] += groups.pop(j)
        _move_links(links, i, j)
        for k, total in links[i].items():
            entry = _entry(groups, min(i, k), max(i, k), total)
            if -entry[0] >= threshold:
                heapq.heappush(heap, entry)
    return tuple(tuple(sorted(group)) for group in groups.values())


def _entry(groups: Mapping[int, list[int]], i: int, j: int, total: int) -> tuple[int, int, int, int]:
    size = len(groups[i]) * len(groups[j])
    return (-(total // size), i, j, size)


def _move_links(links: dict[int, dict[int, int]], i: int, j: int) -> None:
    """The links of group j become links of i, which has swallowed it."""
    for k, total in links.pop(j).items():
        del links[k][j]
        if k != i:
            links[i][k] = links[k][i] = links[i].get(k, 0) + total
