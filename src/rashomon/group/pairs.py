"""Vectors -> scored pairs: how like two documents are, and how near in time."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import isqrt

from rashomon.config import GroupConfig
from rashomon.group.times import WHOLE, nearness
from rashomon.group.vectors import Vector, View


def cosine(left: View, right: View) -> int:
    """The cosine of two views in thousandths, by integers alone; 0 where one is empty."""
    a, b = left.weights, right.weights
    product = sum(a[key] * b[key] for key in a.keys() & b.keys())
    return WHOLE * product // isqrt(left.square * right.square) if product else 0


def likeness(left: Vector, right: Vector, config: GroupConfig) -> int:
    """How like two documents are, time left out, against what one event asks for: WHOLE is enough."""
    if left.language == right.language:
        like = cosine(left.words, right.words) * figure_factor(left.figures, right.figures, config)
        flash = min(len(left.words.weights), len(right.words.weights)) <= config.flash_words
        return like // (config.flashes if flash else config.same_language)
    return cosine(left.bridge, right.bridge) * WHOLE // config.across_languages


def figure_factor(left: frozenset[str], right: frozenset[str], config: GroupConfig) -> int:
    """What the figures of two documents say to their likeness, in thousandths; nothing where one has few."""
    if min(len(left), len(right)) < config.least_figures:
        return WHOLE
    shared = WHOLE * len(left & right) // isqrt(len(left) * len(right))
    gain = WHOLE - config.no_figure_shared
    return config.no_figure_shared + gain * min(shared, config.figures_shared) // config.figures_shared


def candidate_pairs(vectors: Sequence[Vector], config: GroupConfig) -> Iterator[tuple[int, int]]:
    """Index pairs i < j, in order, of documents that share some of each other's heaviest features.

    Documents too far in time for one event must share more: they can only be related.
    """
    postings: Mapping[str, list[int]] = defaultdict(list)
    asked: list[int] = []
    for j, vector in enumerate(vectors):
        keys = _heaviest(vector, config)
        # A bare title has few features: one of them must do.
        asked.append(config.candidate_shared if len(keys) > config.few_features else 1)
        shared: Counter[int] = Counter()
        for key in keys:
            shared.update(postings[key])
            postings[key].append(j)
        for i, count in sorted(shared.items()):
            enough = count >= min(asked[i], asked[j])
            if enough and (
                count >= config.related_shared or nearness(vectors[i].times, vector.times, config)
            ):
                yield i, j


def _heaviest(vector: Vector, config: GroupConfig) -> tuple[str, ...]:
    """The features by which a document is found; the two views have keys of their own."""
    return tuple(
        name + key
        for name, view in ((f"{vector.language}/", vector.words), ("", vector.bridge))
        for key, _ in heapq.nsmallest(
            config.candidate_features, view.weights.items(), key=lambda item: (-item[1], item[0])
        )
    )
