"""Groups of one language -> groups over languages.

A title or two share little with those of another language; what all reports of a group tell together
shares more. So are clusters linked across languages by Pouliquen, Steinberger and Deguernel, "Story
tracking: linking similar news over time and across languages" (2008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isqrt
from statistics import median_low

import numpy as np
from numpy.typing import NDArray

from rashomon.config import GroupConfig
from rashomon.group.candidates import find_candidates, join, new_catalogue
from rashomon.group.clusters import Group, clusters
from rashomon.group.pairs import likeness, told_by_model
from rashomon.group.times import WHOLE, Times, nearness
from rashomon.group.vectors import Vector
from rashomon.group.views import View

Ints = NDArray[np.int64]
Columns = tuple[Ints, Ints, Ints]
#: The length of a view before it is added to others.
_SCALE = 1 << 16


def join_languages(
    vectors: Sequence[Vector], groups: Sequence[Group], scores: Columns, config: GroupConfig
) -> tuple[Group, ...]:
    """The groups with those of one event in several languages joined, by average link.

    ``groups`` are places among the vectors, each of one language, and ``scores`` pairs of places in one
    language with their scores: two groups of one language go by the mean of these.
    """
    pooled = [pool([vectors[i] for i in group]) for group in groups]
    pairs = _pairs(pooled, config)
    across = [(i, j, _score(pooled[i], pooled[j], config)) for i, j in pairs]
    left, right, score = np.concatenate(
        (np.array(across, np.int64).reshape(-1, 3), _mean_scores(len(vectors), groups, scores))
    ).T
    joined = clusters(len(groups), (left, right, score), WHOLE)
    return tuple(sorted(tuple(sorted(i for n in some for i in groups[n])) for some in joined))


def _mean_scores(size: int, groups: Sequence[Group], scores: Columns) -> Ints:
    """Rows of two groups and the mean score of their pairs, those without score counting 0."""
    left, right, score = scores
    group_of = np.zeros(size, np.int64)
    for n, group in enumerate(groups):
        group_of[list(group)] = n
    lengths = np.array([len(group) for group in groups], np.int64)
    ends = np.sort(np.stack((group_of[left], group_of[right])), axis=0)
    apart = ends[0] != ends[1]
    rows, places = np.unique(ends[:, apart], axis=1, return_inverse=True)
    totals = np.zeros(rows.shape[1], np.int64)
    np.add.at(totals, places.ravel(), score[apart])
    return np.stack((*rows, totals // (lengths[rows[0]] * lengths[rows[1]])), axis=1)


def _pairs(pooled: Sequence[Vector], config: GroupConfig) -> list[tuple[int, int]]:
    """Pairs of two languages that are worth scoring."""
    known = new_catalogue(pooled)
    parts = [
        find_candidates(known, np.flatnonzero(own), np.flatnonzero(~own), config)
        for own in (known.languages == language for language in np.unique(known.languages))
    ]
    found = join(parts)
    return list(zip(found.later.tolist(), found.earlier.tolist(), strict=True))


def _score(left: Vector, right: Vector, config: GroupConfig) -> int:
    near = nearness(left.times, right.times, config)
    # Where an even chance joins, log odds count half.
    return (likeness(left, right, config) + told_by_model(left, right, config) // 2) * near // WHOLE


def pool(vectors: Sequence[Vector]) -> Vector:
    """What a group tells as one vector: its bridge is the mean of its members', all made of one length.

    For the rest it is its longest member.
    """
    if len(vectors) == 1:
        return vectors[0]
    longest = max(vectors, key=lambda v: (len(v.words.ids), v.id))
    return replace(longest, times=_pooled_times(vectors), bridge=_sum([v.bridge for v in vectors]))


def _sum(views: Sequence[View]) -> View:
    """The sum of views made of one length."""
    ids, places = np.unique(np.concatenate([view.ids for view in views]), return_inverse=True)
    shares = [_SCALE * view.weights.astype(np.int64) // max(isqrt(view.square), 1) for view in views]
    weights = np.zeros(len(ids), np.int64)
    np.add.at(weights, places, np.concatenate(shares))
    weights //= len(views)
    return View(ids, weights.astype(np.int32), int((weights * weights).sum()))


def _pooled_times(vectors: Sequence[Vector]) -> Times:
    """The middle day of those whose day is known, else all days they may be from."""
    sure = sorted(v.times.days[0] for v in vectors if len(v.times.days) == 1)
    days = (median_low(sure),) if sure else tuple(sorted({day for v in vectors for day in v.times.days}))
    weekdays = tuple(map(sum, zip(*(v.times.weekdays for v in vectors), strict=True)))
    return Times(days, weekdays, frozenset[tuple[int, int]]().union(*(v.times.coming for v in vectors)))
