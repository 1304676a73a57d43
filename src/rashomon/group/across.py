"""Groups of one language -> groups over languages.

A title or two share little with those of another language; what all reports of a group tell together
shares more. So are clusters linked across languages by Pouliquen, Steinberger and Deguernel, "Story
tracking: linking similar news over time and across languages" (2008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import isqrt
from statistics import median_low

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.candidates import Candidates, find_candidates, join, new_catalogue
from rashomon.group.clusters import Group, clusters
from rashomon.group.pairs import likeness, told_by_model
from rashomon.group.times import WHOLE, Times, nearness
from rashomon.group.vectors import Vector
from rashomon.group.views import Flags, Ints, View

Columns = tuple[Ints, Ints, Ints]
#: The length of a view before it is added to others.
_SCALE = 1 << 16


def _no_links() -> Ints:
    return np.zeros((0, 3), np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Across:
    """The groups of one language, here cores, and which of them tell one event.

    ``pooled`` is what each core tells, ``links`` are rows of the places of two cores and their score, and
    ``joined`` the places of the cores of each event.
    """

    cores: tuple[Group, ...] = ()
    pooled: tuple[Vector, ...] = ()
    links: Ints = field(default_factory=_no_links)
    joined: tuple[Group, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """What the cores of each event hold, together."""
        return tuple(sorted(tuple(sorted(i for n in some for i in self.cores[n])) for some in self.joined))


#: What is known before the first documents.
_NOTHING = Across()
_NOWHERE = np.zeros(0, np.int64)


def join_languages(
    vectors: Sequence[Vector],
    cores: tuple[Group, ...],
    scores: Columns,
    config: GroupConfig,
    *,
    known: Across = _NOTHING,
    now: Ints = _NOWHERE,
) -> Across:
    """The cores with those of one event in several languages joined, by average link.

    ``cores`` are places among the vectors, each of one language, and ``scores`` pairs of places in one
    language with their scores: two cores of one language go by the mean of these. ``now`` tells for each
    known core its place among the cores, -1 where it is to be looked at anew; what is known of the others
    stands.
    """
    standing = dict(zip(now.tolist(), known.pooled, strict=True))
    pooled = tuple(
        standing[n] if n in standing else pool([vectors[i] for i in core]) for n, core in enumerate(cores)
    )
    fresh = ~np.isin(np.arange(len(cores)), now)
    ends = now[known.links[:, :2]]
    stand = (ends >= 0).all(axis=1)
    links = np.concatenate(
        (
            np.column_stack((ends[stand], known.links[stand, 2])),
            _scores_across(pooled, fresh, config),
            _mean_scores(len(vectors), cores, fresh, scores),
        )
    )
    # A component is no longer what it was where it has gained a core or lost a link that joins.
    lost = ends[~stand & (known.links[:, 2] >= WHOLE)]
    touched = np.concatenate((np.flatnonzero(fresh), lost[lost >= 0]))
    left, right, score = links.T
    groups = [tuple(now[list(group)].tolist()) for group in known.joined]
    whole = [group for group in groups if min(group) >= 0]
    joined = clusters(len(cores), (left, right, score), WHOLE, whole, touched.tolist())
    return Across(cores, pooled, links, joined)


def _mean_scores(size: int, cores: Sequence[Group], fresh: Flags, scores: Columns) -> Ints:
    """Rows of two cores, one of them fresh, and the mean score of their pairs, those without counting 0."""
    left, right, score = scores
    core_of = np.zeros(size, np.int64)
    for n, core in enumerate(cores):
        core_of[list(core)] = n
    lengths = np.array([len(core) for core in cores], np.int64)
    ends = np.sort(np.stack((core_of[left], core_of[right])), axis=0)
    chosen = (ends[0] != ends[1]) & fresh[ends].any(axis=0)
    rows, places = np.unique(ends[:, chosen], axis=1, return_inverse=True)
    totals = np.zeros(rows.shape[1], np.int64)
    np.add.at(totals, places.ravel(), score[chosen])
    return np.stack((*rows, totals // (lengths[rows[0]] * lengths[rows[1]])), axis=1)


def _scores_across(pooled: Sequence[Vector], fresh: Flags, config: GroupConfig) -> Ints:
    """Rows of two cores of two languages, one of them fresh, and their score."""
    found = _pairs(pooled, fresh, config)
    pairs = zip(found.later.tolist(), found.earlier.tolist(), strict=True)
    rows = [(i, j, _score(pooled[i], pooled[j], config)) for i, j in pairs]
    return np.array(rows, np.int64).reshape(-1, 3)


def _pairs(pooled: Sequence[Vector], fresh: Flags, config: GroupConfig) -> Candidates:
    """Pairs of two languages that are worth scoring; no third core decides which these are."""
    # What is too far apart in time counts nothing here.
    config = replace(config, related_window=config.window)
    known = new_catalogue(pooled)
    parts = []
    for language in np.unique(known.languages[fresh]):
        own = fresh & (known.languages == language)
        others = known.languages != language
        parts += [(own, others), (others & ~fresh, own)]
    places = ((np.flatnonzero(askers), np.flatnonzero(holders)) for askers, holders in parts)
    return join([find_candidates(known, askers, holders, config) for askers, holders in places])


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
