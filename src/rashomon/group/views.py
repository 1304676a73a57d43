"""Weighted features of one document as arrays, and the cosine of two, in integers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from rashomon.group.times import WHOLE

_ID_BYTES = 8


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sparse vector: ids of features, ascending, their positive weights, and its squared length."""

    ids: NDArray[np.int64]
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
    held = dict(zip(view.ids.tolist(), view.weights.tolist(), strict=True))
    return [held.get(feature_id(feature), 0) for feature in features]


def cosine(left: View, right: View) -> int:
    """The cosine of two views in thousandths, by integers alone; 0 where one is empty."""
    product = dot(left, right)
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


def heaviest(view: View, most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The heaviest features of a view, ties to the smaller id, with their shares of it in thousandths."""
    order = np.lexsort((view.ids, -view.weights))[:most]
    return view.ids[order], WHOLE * view.weights[order].astype(np.int64) // max(isqrt(view.square), 1)
