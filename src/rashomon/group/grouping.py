"""Articles -> which of them tell one event.

vectors -> near-copies apart -> candidate pairs -> likeness -> with time: scores -> average link

A grouping is a function of the set of documents: they are taken in the order of their ids, all weights
are fixed and all arithmetic that decides is in integers. Adding documents scores the pairs they are in,
and clusters the components they touch, no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from rashomon.config import GroupConfig
from rashomon.group.across import join_languages
from rashomon.group.candidates import (
    Candidates,
    Catalogue,
    best_candidates,
    find_candidates,
    join,
    new_catalogue,
)
from rashomon.group.clusters import Group, Pair, clusters
from rashomon.group.copies import first_copies
from rashomon.group.pairs import likeness_of
from rashomon.group.times import WHOLE, nearness
from rashomon.group.vectors import Vector, make_vector
from rashomon.group.views import dots
from rashomon.types import Article

Ints = NDArray[np.int64]
DEFAULT = GroupConfig()


def _none() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of documents that were scored: their likeness, and their score, which is likeness with time."""

    found: Candidates = field(default_factory=partial(join, ()))
    likeness: Ints = field(default_factory=_none)
    scores: Ints = field(default_factory=_none)

    def where(self, chosen: NDArray[np.bool_] | Ints) -> Pairs:
        """Those of the pairs, in that order."""
        return Pairs(self.found.where(chosen), self.likeness[chosen], self.scores[chosen])

    def alike(self, chosen: NDArray[np.bool_]) -> dict[Pair, int]:
        """The likeness of each of these pairs, the smaller place first."""
        found = self.found.where(chosen)
        low, high = np.minimum(found.later, found.earlier), np.maximum(found.later, found.earlier)
        pairs = zip(low.tolist(), high.tolist(), strict=True)
        return dict(zip(pairs, self.likeness[chosen].tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Which documents tell one event, and what that was told from.

    All places are among the ``vectors``, which are in the order of their ids. ``firsts`` are what each
    document is a near-copy of, itself mostly; ``cores`` are the groups of those in one language, and only
    they have pairs; ``joined`` are the cores of one event in several languages together.
    """

    vectors: tuple[Vector, ...] = ()
    firsts: Ints = field(default_factory=_none)
    cores: tuple[Group, ...] = ()
    joined: tuple[Group, ...] = ()
    pairs: Pairs = field(default_factory=Pairs)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The places of the documents of each story, copies among them."""
        copies: dict[int, list[int]] = {}
        for place, first in enumerate(self.firsts.tolist()):
            copies.setdefault(first, []).append(place)
        return tuple(tuple(sorted(i for first in core for i in copies[first])) for core in self.joined)

    @property
    def document_ids(self) -> tuple[tuple[str, ...], ...]:
        """The documents of each story."""
        return tuple(tuple(self.vectors[i].id for i in group) for group in self.groups)


def group_articles(articles: tuple[Article, ...], config: GroupConfig = DEFAULT) -> Grouping:
    """A partition of the articles into events; the same set of articles gives the same one."""
    return add_articles(Grouping(), articles, config)


def add_articles(
    grouping: Grouping, articles: tuple[Article, ...], config: GroupConfig = DEFAULT
) -> Grouping:
    """The grouping of its documents and these; the same, whatever came first and in however many parts."""
    vectors, moved = _with_vectors(grouping.vectors, articles, config)
    firsts = first_copies(vectors, config)
    was_first, is_first = np.unique(moved[grouping.firsts]), np.unique(firsts)
    old, fresh = np.intersect1d(was_first, is_first), np.setdiff1d(is_first, was_first)
    catalogue = new_catalogue(vectors)
    found = join(
        [
            find_candidates(catalogue, fresh, is_first, config),
            find_candidates(catalogue, old, fresh, config),
        ]
    )
    known = _moved(grouping.pairs, moved)
    standing = np.isin(known.found.later, old) & np.isin(known.found.earlier, old)
    pairs = _with_found(catalogue, known.where(standing), found, config)
    # What was paired with a document that is now another one's copy is looked at again too.
    bereft = known.where(~standing).found
    touched = np.concatenate((fresh, np.intersect1d(old, np.concatenate((bereft.later, bereft.earlier)))))
    held = set(old.tolist())
    cores = (tuple(moved[list(core)].tolist()) for core in grouping.cores)
    # Across languages groups are compared, not documents.
    within = pairs.where(catalogue.languages[pairs.found.later] == catalogue.languages[pairs.found.earlier])
    columns = (within.found.later, within.found.earlier, within.scores)
    grown = clusters(len(vectors), columns, WHOLE, [c for c in cores if held.issuperset(c)], touched.tolist())
    return Grouping(vectors, firsts, grown, join_languages(vectors, grown, columns, config), pairs)


def _with_vectors(
    vectors: tuple[Vector, ...], articles: Sequence[Article], config: GroupConfig
) -> tuple[tuple[Vector, ...], Ints]:
    """The vectors with those of new articles, in the order of ids, and where each known one stands now."""
    known = {vector.id for vector in vectors}
    new = {article.document.id: article for article in articles if article.document.id not in known}
    merged = sorted((*vectors, *(make_vector(a, config) for a in new.values())), key=lambda v: v.id)
    moved = [place for place, vector in enumerate(merged) if vector.id in known]
    return tuple(merged), np.array(moved, np.int64)


def _moved(pairs: Pairs, moved: Ints) -> Pairs:
    """The pairs, by the new places of their documents."""
    found = pairs.found
    return replace(pairs, found=Candidates(moved[found.later], moved[found.earlier], found.shared))


def _with_found(catalogue: Catalogue, known: Pairs, found: Candidates, config: GroupConfig) -> Pairs:
    """The best of the known and of the newly found pairs, the latter scored now, in order."""
    both = join([known.found, found])
    best = best_candidates(catalogue, both, config)
    count = len(known.scores)
    kept, added = known.where(best[:count]), _scored(catalogue, found.where(best[count:]), config)
    pairs = Pairs(
        both.where(best),
        np.concatenate((kept.likeness, added.likeness)),
        np.concatenate((kept.scores, added.scores)),
    )
    return pairs.where(np.lexsort((pairs.found.earlier, pairs.found.later)))


def _scored(catalogue: Catalogue, found: Candidates, config: GroupConfig) -> Pairs:
    """Likeness with time: two reports of one day count whole, those of other months not at all."""
    vectors = catalogue.vectors
    alike, scores = [], []
    columns = (found.later, found.earlier, _products(catalogue, found))
    for i, j, product in zip(*(column.tolist() for column in columns), strict=True):
        # The smaller id goes first: a likeness need not be the same both ways.
        left, right = vectors[min(i, j)], vectors[max(i, j)]
        like = likeness_of(product, left, right, config)
        alike.append(like)
        scores.append(like * nearness(left.times, right.times, config) // WHOLE if like else 0)
    return Pairs(found, np.array(alike, np.int64), np.array(scores, np.int64))


def _products(catalogue: Catalogue, found: Candidates) -> Ints:
    """The scalar product of the views in which each pair is compared."""
    # In the order of time, for near documents have fellows in common.
    order = np.lexsort((found.later, catalogue.days[found.later]))
    same = catalogue.languages[found.later] == catalogue.languages[found.earlier]
    products = np.zeros(len(order), np.int64)
    words, bridge = order[same[order]], order[~same[order]]
    products[words] = dots([v.words for v in catalogue.vectors], found.later[words], found.earlier[words])
    products[bridge] = dots([v.bridge for v in catalogue.vectors], found.later[bridge], found.earlier[bridge])
    return products
