"""Grouping beside what a user would else pick, in one run: quality, speed and memory on one core.

    python -m bench.story_peers [SET...]        (pip install "rashomon[bench]")

The others see each document as TF-IDF of its title, twice, and its text; where both documents have a day
their cosine falls with the days between them. DBSCAN and Leiden have their thresholds chosen on the "tune"
part of each set, as the best BCubed F1 there; all are scored on "test" (bench/stories.py). BERTopic, where
it is installed, gets 100 dimensions of TF-IDF by truncated SVD, for its own models must be downloaded.
Memory is what a system adds to the documents, in a process of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import resource
import time
from collections.abc import Callable, Sequence
from itertools import count, product
from typing import Any

import numpy as np

from bench.stories import SETS, Labelled, bcubed, pairwise
from rashomon.chronology import day_of
from rashomon.group.stories import group_stories
from rashomon.types import Article

Labels = list[str]
Matrix = Any
#: Days after which a cosine counts half.
_HALF_LIFE = 3
_THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_RESOLUTIONS = (0.5, 1.0, 2.0)
_NEIGHBOURS = 10
DEFAULT_SETS = ("allsides", "dated", "ecb+", "og2021 eng", "og2021 rus", "og2021 deu")


def ours(articles: Sequence[Article]) -> Labels:
    """Rashomon, with the thresholds it is shipped with."""
    story_of = {i: story.id for story in group_stories(tuple(articles)) for i in story.document_ids}
    return [story_of[article.document.id] for article in articles]


def each_alone(articles: Sequence[Article]) -> Labels:
    """Every document a story."""
    return [article.document.id for article in articles]


def all_in_one(articles: Sequence[Article]) -> Labels:
    """One story of all."""
    return ["one"] * len(articles)


def tfidf(articles: Sequence[Article]) -> Matrix:
    """TF-IDF with logarithmic term frequency; documents x words, sparse."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [f"{a.document.title} {a.document.title} {a.document.text}" for a in articles]
    return TfidfVectorizer(sublinear_tf=True).fit_transform(texts)


def similarities(articles: Sequence[Article]) -> Matrix:
    """Cosines, less with the days between two documents; documents x documents."""
    vectors = tfidf(articles)
    cosines = (vectors @ vectors.T).toarray()
    days = [day_of(a.document.published or "") for a in articles]
    ordinals = np.array([day.toordinal() if day else np.nan for day in days])
    apart = np.nan_to_num(np.abs(ordinals[:, None] - ordinals[None, :]))
    return cosines / (1 + (apart / _HALF_LIFE) ** 2)


def dbscan(articles: Sequence[Article], threshold: float) -> Labels:
    """Density clusters of scikit-learn; what is noise to it is a story of its own."""
    from sklearn.cluster import DBSCAN

    distances = np.clip(1 - similarities(articles), 0, None)
    found = DBSCAN(eps=1 - threshold, min_samples=2, metric="precomputed").fit_predict(distances)
    return _with_noise_alone(found)


def leiden(articles: Sequence[Article], threshold: float, resolution: float) -> Labels:
    """Communities of scikit-network in the graph of nearest neighbours above a threshold."""
    from scipy.sparse import csr_matrix
    from sknetwork.clustering import Leiden

    like = similarities(articles)
    np.fill_diagonal(like, 0)
    if len(like) > _NEIGHBOURS:
        like[like < np.sort(like, axis=1)[:, -_NEIGHBOURS][:, None]] = 0
    like[like < threshold] = 0
    graph = csr_matrix(np.maximum(like, like.T))
    alone = np.asarray(graph.sum(axis=1)).ravel() == 0
    found = (
        Leiden(resolution=resolution, random_state=0).fit_predict(graph) if graph.nnz else np.zeros(len(like))
    )
    return _with_noise_alone(np.where(alone, -1, found))


def bertopic(articles: Sequence[Article]) -> Labels:
    """BERTopic with topics of two documents or more; its outliers are stories of their own."""
    from bertopic import BERTopic
    from sklearn.decomposition import TruncatedSVD
    from umap import UMAP

    embeddings = TruncatedSVD(100, random_state=0).fit_transform(tfidf(articles))
    model = BERTopic(min_topic_size=2, umap_model=UMAP(random_state=0, metric="cosine"))
    found, _ = model.fit_transform([a.document.text or a.document.title or "" for a in articles], embeddings)
    return _with_noise_alone(np.array(found))


def _with_noise_alone(found: Any) -> Labels:
    alone = count()
    return [f"alone {next(alone)}" if label < 0 else str(label) for label in found]


System = Callable[..., Labels]
#: Each with what its settings are chosen from, and the package it needs.
SYSTEMS: dict[str, tuple[System, tuple[Sequence[float], ...], str]] = {
    "rashomon": (ours, (), "rashomon"),
    "DBSCAN": (dbscan, (_THRESHOLDS,), "sklearn"),
    "Leiden": (leiden, (_THRESHOLDS, _RESOLUTIONS), "sknetwork"),
    "BERTopic": (bertopic, (), "bertopic"),
    "each alone": (each_alone, (), "rashomon"),
    "all in one": (all_in_one, (), "rashomon"),
}


def _measured(
    system: System, articles: Sequence[Article], settings: tuple[float, ...]
) -> tuple[Labels, float, float]:
    """The labels, the seconds of a core, and the megabytes on top of what there was."""
    before, start = _peak(), time.process_time()
    labels = system(articles, *settings)
    return labels, time.process_time() - start, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _best(system: System, grid: tuple[Sequence[float], ...], tune: Labelled) -> tuple[float, ...]:
    gold = [story for story, _ in tune]
    articles = [article for _, article in tune]
    return max(product(*grid), key=lambda settings: bcubed(gold, system(articles, *settings))[2])


def run(name: str, tune: Labelled, test: Labelled) -> None:
    """Print a line a system."""
    gold = [story for story, _ in test]
    articles = [article for _, article in test]
    fork = multiprocessing.get_context("fork")
    for title, (system, grid, package) in SYSTEMS.items():
        if not importlib.util.find_spec(package):
            print(f"{name:12} {title:12} skipped: no {package}", flush=True)
            continue
        settings = _best(system, grid, tune) if grid else ()
        with fork.Pool(1) as pool:
            labels, seconds, megabytes = pool.apply(_measured, (system, articles, settings))
        shown = (*bcubed(gold, labels), pairwise(gold, labels)[2], len(gold) / max(seconds, 0.001), megabytes)
        print(
            f"{name:12} {title:12}"
            " BCubed {:.3f}/{:.3f}/{:.3f}  pairs F1 {:.3f}  {:6.0f} docs/s  {:5.0f} MB".format(*shown),
            *settings,
            flush=True,
        )


def main() -> None:
    """Print a table of sets and systems."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=DEFAULT_SETS, help=f"of {', '.join(SETS)}")
    for name in parser.parse_args().sets:
        try:
            run(name, SETS[name]("tune"), SETS[name]("test"))
        except FileNotFoundError as error:
            print(f"{name} skipped: {error}")


if __name__ == "__main__":
    main()
