"""Fits the weights by which two documents of one language are told to tell one event; prints them.

    python -m scripts.fit_pairs

Reads the parts of ../shared/data that bench/stories.py tunes on. Whole texts: AllSides, once with the days
its pages have, once with none, and ECB+; titles: OG2021 in six languages, with and without days. A pair
counts by the inverse of the sizes of its stories, so that large ones do not decide; all sets count the
same. The result goes to GroupConfig by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from bench.stories import LANGUAGES, Labelled, allsides, allsides_dated, ecb, og2021
from rashomon.config import GroupConfig
from rashomon.group.candidates import find_candidates, new_catalogue
from rashomon.group.evidence import Features, features, in_common
from rashomon.group.times import WHOLE, days_apart
from rashomon.group.vectors import make_vector

CONFIG = GroupConfig()
#: Pull of the weights to nothing, in pairs of weight one.
RIDGE = 0.1
ROUNDS = 30
#: What a set counts, in documents, and the copy of one without days, as a share of it.
EACH, UNDATED = 1000, 0.5
Table = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]


def undated(labelled: Labelled) -> Labelled:
    """The same pages without their days."""
    return [(s, replace(a, document=replace(a.document, published=None))) for s, a in labelled]


def table(labelled: Labelled) -> Table:
    """Features of the candidate pairs, whether each tells one event, and what it counts."""
    pages = {article.document.id: (story, article) for story, article in labelled}
    vectors = [make_vector(article, CONFIG) for _, article in pages.values()]
    stories = [story for story, _ in pages.values()]
    sizes = Counter(stories)
    every = np.arange(len(vectors))
    found = find_candidates(new_catalogue(vectors), every, every, CONFIG)
    rows, same, counts = [], [], []
    commons = in_common(vectors, found.later, found.earlier)
    for i, j, common in zip(found.later.tolist(), found.earlier.tolist(), commons, strict=True):
        days = days_apart(vectors[i].times, vectors[j].times)
        if days is None or days <= CONFIG.window:
            rows.append(features(common, vectors[i], vectors[j], CONFIG))
            same.append(stories[i] == stories[j])
            counts.append(min(1.0, 1 / sizes[stories[i]] + 1 / sizes[stories[j]]))
    return np.array(rows) / WHOLE, np.array(same, np.float64), EACH * np.array(counts) / len(vectors)


def fit(tables: Sequence[Table]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method."""
    rows, same, counts = (np.concatenate(column) for column in zip(*tables, strict=True))
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (counts * (same - p)) - RIDGE * weights
        curvature = (rows * (counts * p * (1 - p))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def counted(share: float, found: Table) -> Table:
    """A table of which every pair counts by this share."""
    return found[0], found[1], found[2] * share


def main() -> None:
    """Fit both tables of weights."""
    titles = [og2021("tune", code) for code in list(LANGUAGES)[:-1]]
    texts = [allsides_dated("tune"), allsides("tune"), ecb("tune")]
    for name, sets, stripped in (("text_pairs", texts, texts[:1]), ("flash_pairs", titles, titles)):
        less = map(partial(counted, UNDATED), map(table, map(undated, stripped)))
        weights = fit([*map(table, sets), *less])
        print(name, tuple(round(float(w) * WHOLE) for w in weights), Features._fields)


if __name__ == "__main__":
    main()
