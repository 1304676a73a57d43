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

from rashomon.config import GroupConfig
from rashomon.group.candidates import find_candidates, join, new_catalogue
from rashomon.group.clusters import Group, clusters
from rashomon.group.pairs import likeness
from rashomon.group.times import WHOLE, Times, nearness
from rashomon.group.vectors import Vector
from rashomon.group.views import View

#: The length of a view before it is added to others.
_SCALE = 1 << 16


def join_languages(
    vectors: Sequence[Vector], groups: Sequence[Group], config: GroupConfig
) -> tuple[Group, ...]:
    """The groups with those of one event in several languages joined, by average link.

    ``groups`` are places among the vectors, each of one language; two of one language count 0.
    """
    pooled = [pool([vectors[i] for i in group]) for group in groups]
    pairs = _pairs(pooled, config)
    scores = [_score(pooled[i], pooled[j], config) for i, j in pairs]
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    joined = clusters(len(groups), (left, right, np.array(scores, np.int64)), WHOLE)
    return tuple(sorted(tuple(sorted(i for n in some for i in groups[n])) for some in joined))


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
    return likeness(left, right, config) * nearness(left.times, right.times, config) // WHOLE


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
