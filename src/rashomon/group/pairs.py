"""Vectors -> scored pairs: how like two documents are, and how near in time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import isqrt

from rashomon.config import GroupConfig
from rashomon.group.vectors import Vector, View

#: Whole likeness, whole nearness, and the score at which two documents tell one event.
WHOLE = 1000


def cosine(left: View, right: View) -> int:
    """The cosine of two views in thousandths, by integers alone; 0 where one is empty."""
    small, large = sorted((left.weights, right.weights), key=len)
    product = sum(weight * large[key] for key, weight in small.items() if key in large)
    return WHOLE * product // isqrt(left.square * right.square) if product else 0


def likeness(left: Vector, right: Vector, config: GroupConfig) -> int:
    """How like two documents are, time left out, against what one event asks for: WHOLE is enough."""
    if left.language == right.language:
        return cosine(left.words, right.words) * WHOLE // config.same_language
    return cosine(left.bridge, right.bridge) * WHOLE // config.across_languages


def days_apart(left: Vector, right: Vector) -> int | None:
    """Days between two documents, the fewest their candidates allow; None where one has no day."""
    return min((abs(a - b) for a in left.days for b in right.days), default=None)


def nearness(days: int | None, config: GroupConfig) -> int:
    """What the time between two documents leaves of their likeness, in thousandths."""
    if days is None:
        return config.undated
    if days > config.window:
        return 0
    return WHOLE * config.half_life**2 // (config.half_life**2 + days**2)


def score(left: Vector, right: Vector, config: GroupConfig) -> int:
    """Likeness times nearness: from WHOLE on, two documents tell one event."""
    near = nearness(days_apart(left, right), config)
    return likeness(left, right, config) * near // WHOLE if near else 0


def candidate_pairs(vectors: Sequence[Vector], config: GroupConfig) -> Iterator[tuple[int, int]]:
    """Index pairs i < j, in order, of documents that share some of each other's heaviest features."""
    postings: Mapping[str, list[int]] = defaultdict(list)
    for j, vector in enumerate(vectors):
        shared: Counter[int] = Counter()
        for key in _heaviest(vector, config):
            shared.update(postings[key])
            postings[key].append(j)
        yield from ((i, j) for i in sorted(shared) if shared[i] >= config.candidate_shared)


def _heaviest(vector: Vector, config: GroupConfig) -> tuple[str, ...]:
    """The features by which a document is found; the two views have keys of their own."""
    keys = []
    for name, view in ((f"{vector.language}/", vector.words), ("", vector.bridge)):
        ranked = sorted(view.weights.items(), key=lambda item: (-item[1], item[0]))
        keys += [name + key for key, _ in ranked[: config.candidate_features]]
    return tuple(keys)
