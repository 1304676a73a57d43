"""Vectors -> scored pairs: how like two documents are, and how near in time."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isqrt

from rashomon.config import GroupConfig
from rashomon.group.times import WHOLE, Times, days_apart
from rashomon.group.vectors import Vector
from rashomon.group.views import View, cosine

#: Features with their shares of a view, and the documents that have a feature, with its share there.
_Features = list[tuple[int, int]]
_Postings = defaultdict[int, list[tuple[int, int]]]


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
    """Index pairs i < j, in order, of documents whose heaviest features alone make them somewhat alike.

    Documents of one language are found by their words, those of two by the bridge. No pair depends on a
    third document. Those too far in time for one event must share more: they can only be related.
    """
    words: dict[str | None, _Postings] = defaultdict(lambda: defaultdict(list))
    bridge: dict[str | None, _Postings] = defaultdict(lambda: defaultdict(list))
    for j, vector in enumerate(vectors):
        own, common = _heaviest(vector.words, config), _heaviest(vector.bridge, config)
        found = _sharing(own, words[vector.language], config)
        for language, postings in bridge.items():
            if language != vector.language:
                found |= _sharing(common, postings, config)
        for features, postings in ((own, words[vector.language]), (common, bridge[vector.language])):
            for key, share in features:
                postings[key].append((j, share))
        for i, shared in sorted(found.items()):
            if shared >= config.candidate_related or _near(vectors[i].times, vector.times, config):
                yield i, j


def _near(left: Times, right: Times, config: GroupConfig) -> bool:
    days = days_apart(left, right)
    return days is None or days <= config.window


def _sharing(features: _Features, postings: _Postings, config: GroupConfig) -> dict[int, int]:
    """The earlier documents alike by these features, with how much, in thousandths of a cosine."""
    products: defaultdict[int, int] = defaultdict(int)
    for key, share in features:
        for i, other in postings.get(key, ()):
            products[i] += share * other
    least = config.candidate_likeness * WHOLE
    return {i: product // WHOLE for i, product in products.items() if product >= least}


def _heaviest(view: View, config: GroupConfig) -> _Features:
    """The features by which a document is found, each with its share of the view, in thousandths."""
    weighed = zip(view.ids.tolist(), view.weights.tolist(), strict=True)
    heaviest = heapq.nsmallest(config.candidate_features, weighed, key=lambda x: (-x[1], x[0]))
    root = isqrt(view.square)
    return [(key, WHOLE * weight // root) for key, weight in heaviest]
