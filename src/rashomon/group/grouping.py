"""Articles -> which of them tell one event.

vectors -> near-copies apart -> candidate pairs -> likeness and scores -> average link -> across languages

A grouping is a function of the set of documents: they are taken in the order of their ids, all weights
are fixed and all arithmetic that decides is in integers. Adding documents scores the pairs they are in,
and clusters the components they touch, no others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.across import Across, join_languages
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
from rashomon.group.evidence import certainty, in_common
from rashomon.group.pairs import likeness_of
from rashomon.group.times import WHOLE
from rashomon.group.vectors import Vector, make_vector
from rashomon.group.views import Flags, Ints, dots
from rashomon.types import Article

DEFAULT = GroupConfig()


def _none() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of documents: their likeness, and how sure it is that they tell one event, 0 across languages."""

    found: Candidates = field(default_factory=partial(join, ()))
    likeness: Ints = field(default_factory=_none)
    scores: Ints = field(default_factory=_none)

    def where(self, chosen: Flags | Ints) -> Pairs:
        """Those of the pairs, in that order."""
        return Pairs(self.found.where(chosen), self.likeness[chosen], self.scores[chosen])

    def alike(self, chosen: Flags) -> dict[Pair, int]:
        """The likeness of each of these pairs, the smaller place first."""
        found = self.found.where(chosen)
        low, high = np.minimum(found.later, found.earlier), np.maximum(found.later, found.earlier)
        pairs = zip(low.tolist(), high.tolist(), strict=True)
        return dict(zip(pairs, self.likeness[chosen].tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Which documents tell one event, and what that was told from.

    All places are among the ``vectors``, which are in the order of their ids. ``firsts`` are what each
    document is a near-copy of, itself mostly; only they have pairs. ``across`` holds the groups of those
    in one language, the cores, and which of them tell one event.
    """

    vectors: tuple[Vector, ...] = ()
    firsts: Ints = field(default_factory=_none)
    pairs: Pairs = field(default_factory=Pairs)
    across: Across = field(default_factory=Across)

    @property
    def cores(self) -> tuple[Group, ...]:
        """The groups of one language, near-copies left out."""
        return self.across.cores

    @property
    def joined(self) -> tuple[Group, ...]:
        """The cores of one event in several languages together."""
        return self.across.groups

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
    best = best_candidates(catalogue, join([known.found.where(standing), found]), config)
    count = int(standing.sum())
    standing[standing] = best[:count]
    added = _scored(catalogue, found.where(best[count:]), config)
    pairs = _in_order([known.where(standing), *added])
    # Who loses a pair, to a better one or since the other is now a copy, is touched too.
    lost = known.where(~standing & (known.scores != 0)).found
    touched = np.concatenate((fresh, np.intersect1d(old, np.concatenate((lost.later, lost.earlier)))))
    # Across languages groups are compared, not documents.
    within = pairs.where(catalogue.languages[pairs.found.later] == catalogue.languages[pairs.found.earlier])
    columns = (within.found.later, within.found.earlier, within.scores)
    cores = [tuple(moved[list(core)].tolist()) for core in grouping.cores]
    held = set(old.tolist())
    whole = [core for core in cores if held.issuperset(core)]
    grown = clusters(len(vectors), columns, WHOLE, whole, touched.tolist())
    now = _standing(cores, grown, touched)
    across = join_languages(vectors, grown, columns, config, known=grouping.across, now=now)
    return Grouping(vectors, firsts, pairs, across)


def _standing(cores: Sequence[Group], grown: Sequence[Group], touched: Ints) -> Ints:
    """For each core its place among those grown, -1 where it is not there or a member is touched."""
    places = {core: place for place, core in enumerate(grown)}
    changed = set(touched.tolist())
    return np.array([places.get(c, -1) if changed.isdisjoint(c) else -1 for c in cores], np.int64)


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


def _in_order(parts: Sequence[Pairs]) -> Pairs:
    found = join([part.found for part in parts])
    likeness = np.concatenate([part.likeness for part in parts])
    scores = np.concatenate([part.scores for part in parts])
    return Pairs(found, likeness, scores).where(np.lexsort((found.earlier, found.later)))


def _scored(catalogue: Catalogue, found: Candidates, config: GroupConfig) -> tuple[Pairs, Pairs]:
    """How alike the documents of each pair are, and with time how sure they tell one event."""
    # In the order of time, for near documents have fellows in common.
    order = np.lexsort((found.later, catalogue.days[found.later]))
    found = found.where(order)
    same = catalogue.languages[found.later] == catalogue.languages[found.earlier]
    within, across = found.where(same), found.where(~same)
    return _within(catalogue, within, config), _across(catalogue, across, config)


def _within(catalogue: Catalogue, found: Candidates, config: GroupConfig) -> Pairs:
    """Scores of pairs of one language."""
    vectors = catalogue.vectors
    alike, scores = [], []
    commons = in_common(vectors, found.later, found.earlier)
    for i, j, common in zip(found.later.tolist(), found.earlier.tolist(), commons, strict=True):
        alike.append(likeness_of(common.product, vectors[i], vectors[j], config))
        scores.append(certainty(common, vectors[i], vectors[j], config))
    return Pairs(found, np.array(alike, np.int64), np.array(scores, np.int64))


def _across(catalogue: Catalogue, found: Candidates, config: GroupConfig) -> Pairs:
    """Pairs of two languages, which have no score: their groups are compared (across.py)."""
    vectors = catalogue.vectors
    products = dots([vector.bridge for vector in vectors], found.later, found.earlier).tolist()
    pairs = zip(found.later.tolist(), found.earlier.tolist(), products, strict=True)
    alike = [likeness_of(product, vectors[i], vectors[j], config) for i, j, product in pairs]
    return Pairs(found, np.array(alike, np.int64), np.zeros(len(alike), np.int64))
