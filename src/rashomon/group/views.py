"""Weighted features of one document as arrays, and the cosine of two, in integers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from rashomon.group.times import WHOLE

#: Arrays of whole numbers, and of which of them hold.
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
_ID_BYTES = 8
#: Pairs whose views are laid side by side at once; it bounds the memory.
_BLOCK = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sparse vector: ids of features, ascending, their positive weights, and its squared length."""

    ids: Ints
    weights: NDArray[np.int32]
    square: int


@lru_cache(maxsize=1 << 17)
def feature_id(feature: str) -> int:
    """Eight bytes of a digest as a number: the same in every process, unlike a hash."""
    digest = blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=_ID_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)


def new_view(weights: Mapping[str, int]) -> View:
    """The view of features and their positive weights."""
    ids = np.fromiter(map(feature_id, weights), np.int64, len(weights))
    values = np.fromiter(weights.values(), np.int64, len(weights))
    order = ids.argsort()
    return View(ids[order], values[order].astype(np.int32), int((values * values).sum()))


def weights_of(view: View, features: Sequence[str]) -> list[int]:
    """What each of these features weighs in a view; 0 where it has none."""
    ids = view.ids.tolist()
    places = ((bisect_left(ids, found), found) for found in map(feature_id, features))
    return [int(view.weights[n]) if n < len(ids) and ids[n] == found else 0 for n, found in places]


def cosine(left: View, right: View) -> int:
    """The cosine of two views in thousandths, by integers alone; 0 where one is empty."""
    return cosine_of(dot(left, right), left, right)


def cosine_of(product: int, left: View, right: View) -> int:
    """The same where the scalar product of the two is known."""
    return WHOLE * product // isqrt(left.square * right.square) if product else 0


def dot(left: View, right: View) -> int:
    """The scalar product of two views."""
    few, many = (left, right) if len(left.ids) < len(right.ids) else (right, left)
    if not few.square:
        return 0
    places = many.ids.searchsorted(few.ids)
    places[places == len(many.ids)] = 0
    shared = many.ids[places] == few.ids
    return int(np.multiply(few.weights, many.weights[places], dtype=np.int64)[shared].sum())


def heaviest(view: View, most: int) -> tuple[Ints, Ints]:
    """The heaviest features of a view, ties to the smaller id, with their shares of it in thousandths."""
    order = np.lexsort((view.ids, -view.weights))[:most]
    return view.ids[order], WHOLE * view.weights[order].astype(np.int64) // max(isqrt(view.square), 1)


def counted(view: View) -> View:
    """The view with each feature worth one."""
    return View(view.ids, np.ones(len(view.ids), np.int32), len(view.ids))


def dots(views: Sequence[View], left: Ints, right: Ints) -> Ints:
    """The scalar products of pairs of views, by their places."""
    return overlaps(views, left, right)[0]


def overlaps(views: Sequence[View], left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """The scalar products of pairs of views, by their places, and how many features they share.

    Quick where the pairs of one left view stand together and the right views are short.
    """
    blocks = [slice(start, start + _BLOCK) for start in range(0, len(left), _BLOCK)]
    parts = [_overlaps(views, left[block], right[block]) for block in blocks]
    products, counts = np.concatenate([np.zeros((2, 0), np.int64), *parts], axis=1)
    return products, counts


def _overlaps(views: Sequence[View], left: Ints, right: Ints) -> Ints:
    """One left view after the other is laid out over all features; its fellows look up theirs in it."""
    places, ends_of_pairs = np.unique(np.concatenate((left, right)), return_inverse=True)
    left, right = np.split(ends_of_pairs, 2)
    held = [views[place] for place in places.tolist()]
    features, columns = np.unique(np.concatenate([view.ids for view in held]), return_inverse=True)
    columns = columns.astype(np.int32)
    weights = np.concatenate([view.weights for view in held])
    ends = np.cumsum([len(view.ids) for view in held])
    starts = ends - [len(view.ids) for view in held]
    laid_out = np.zeros(len(features), np.int32)
    turns = [0, *(np.flatnonzero(np.diff(left)) + 1).tolist(), len(left)]
    found = np.zeros((2, len(left)), np.int64)
    for start, end in pairwise(turns):
        own = slice(starts[left[start]], ends[left[start]])
        laid_out[columns[own]] = weights[own]
        fellows = right[start:end]
        counts = ends[fellows] - starts[fellows]
        before = np.cumsum(counts) - counts
        entries = np.arange(counts.sum(), dtype=np.int32) + np.repeat(starts[fellows] - before, counts)
        mine = laid_out[columns[entries]]
        # Few features are shared, and only these are looked at any further.
        shared = np.flatnonzero(mine)
        mine, theirs = mine[shared].astype(np.int64), weights[entries[shared]]
        bounds = shared.searchsorted([before, before + counts])
        sums = np.concatenate(([0], np.cumsum(mine * theirs)))
        found[:, start:end] = sums[bounds[1]] - sums[bounds[0]], bounds[1] - bounds[0]
        laid_out[columns[own]] = 0
    return found
