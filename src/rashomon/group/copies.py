"""Vectors -> near-copies: documents of one day that would be found by the same features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.vectors import Vector
from rashomon.group.views import Ints, heaviest

Signature = tuple[object, ...]


def first_copies(vectors: Sequence[Vector], config: GroupConfig) -> Ints:
    """For each document the place of the first one that it is a near-copy of, its own where there is none.

    Near-copies have the same time and the same heaviest features with the same shares: each would find
    the same documents, so one is scored for all, and no order shows in who is whose copy.
    """
    first: dict[Signature, int] = {}
    return np.array(
        [first.setdefault(signature(v, config), place) for place, v in enumerate(vectors)], np.int64
    )


def signature(vector: Vector, config: GroupConfig) -> Signature:
    """What near-copies have in common; they need not be of the same minute."""
    held = (
        *heaviest(vector.words, config.candidate_features),
        *heaviest(vector.bridge, config.candidate_features),
    )
    times = vector.times
    return (
        vector.language,
        times.days,
        times.weekdays,
        times.coming,
        b"".join(column.tobytes() for column in held),
    )
