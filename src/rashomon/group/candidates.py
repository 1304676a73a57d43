"""Vectors -> pairs worth scoring: documents that share some of their heaviest features, near in time.

vectors -> rows by language, in the order of time -> each row asks an inverted index for those before it

No pair of near documents depends on a third one. Of those too far apart for one event, which can only be
related, each document takes the most alike before it. All sums are of whole numbers below 2**53, which
floats hold exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.times import WHOLE, days_apart
from rashomon.group.vectors import Vector
from rashomon.group.views import Flags, Ints, heaviest

#: Products that are summed at once; it bounds the memory.
_BLOCK = 1 << 21
_PLACES = 1 << 32


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """What the search must know of each document, by its place among the vectors.

    ``days`` are 0 where there is no one day, ``unsure`` tells of several.
    """

    vectors: Sequence[Vector]
    days: Ints
    unsure: Flags
    languages: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Pairs of places, the later document first, with what their heaviest features make of a cosine."""

    later: Ints
    earlier: Ints
    shared: Ints

    def where(self, chosen: Flags | Ints) -> Candidates:
        """Those of the pairs, in that order."""
        return Candidates(self.later[chosen], self.earlier[chosen], self.shared[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Documents in the order of time, those of no one day first, with the features they are found by.

    ``ranks`` are that order as numbers; row n holds features, and their shares of a view in thousandths,
    from ``starts[n]`` to ``starts[n + 1]``.
    """

    places: Ints
    days: Ints
    ranks: Ints
    starts: Ints
    features: Ints
    shares: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _Postings:
    """The rows that hold each feature; ``codes``, ascending, are its rank times ``size`` plus the row."""

    size: int
    features: Ints
    codes: Ints
    rows: Ints
    shares: Ints


def join(parts: Sequence[Candidates]) -> Candidates:
    """All the pairs of several parts."""
    empty = np.zeros(0, np.int64)
    columns = ([empty, *(getattr(part, name) for part in parts)] for name in ("later", "earlier", "shared"))
    return Candidates(*map(np.concatenate, columns))


def new_catalogue(vectors: Sequence[Vector]) -> Catalogue:
    """What the search must know of these vectors."""
    numbers: dict[str | None, int] = {}
    return Catalogue(
        vectors,
        np.array([v.times.days[0] if len(v.times.days) == 1 else 0 for v in vectors], np.int64),
        np.array([len(v.times.days) > 1 for v in vectors], np.bool_),
        np.array([numbers.setdefault(v.language, len(numbers)) for v in vectors], np.int64),
    )


def find_candidates(known: Catalogue, askers: Ints, holders: Ints, config: GroupConfig) -> Candidates:
    """For each asker those of the holders that are before it in time and somewhat like it.

    Documents of one language are found by their words, those of two by the bridge.
    """
    asking, held = (_by_language(known, places) for places in (askers, holders))

    @cache
    def index(language: int, words: bool) -> tuple[_Rows, _Postings]:
        rows = _rows(known, held[language], words, config)
        return rows, _postings(rows)

    parts = []
    for own, places in asking.items():
        for other in held:
            words = own == other
            rows = _rows(known, places, words, config)
            for found in _before(rows, *index(other, words), config):
                parts.append(found.where(best_candidates(known, found, config)))
    return join(parts)


def best_candidates(known: Catalogue, found: Candidates, config: GroupConfig) -> Flags:
    """Which pairs are kept: the near ones, and of the others the most alike before each document.

    The best of some and the best of others hold the best of all, so pairs may come in parts.
    """
    far = _far(known, found, config)
    chosen = ~far
    distant = np.flatnonzero(far & (found.shared >= config.candidate_related))
    chosen[distant[_most_alike(known, found.where(distant), config)]] = True
    return chosen


def _far(known: Catalogue, found: Candidates, config: GroupConfig) -> Flags:
    """Which pairs are too far apart in time for one event."""
    earlier, later = known.days[found.earlier], known.days[found.later]
    far = (earlier > 0) & (later - earlier > config.window)
    # Where the day is not sure each pair is looked at by itself.
    for n in np.flatnonzero(known.unsure[found.later] | known.unsure[found.earlier]).tolist():
        left, right = (known.vectors[place].times for place in (found.later[n], found.earlier[n]))
        days = days_apart(left, right)
        far[n] = days is not None and days > config.window
    return far


def _most_alike(known: Catalogue, found: Candidates, config: GroupConfig) -> Ints:
    """Of the pairs of each later document with one language the most alike, ties to the smaller place."""
    asked = found.later * _PLACES + known.languages[found.earlier]
    order = np.lexsort((found.earlier, -found.shared, asked))
    asked = asked[order]
    rank = np.arange(len(asked)) - asked.searchsorted(asked)
    return order[rank < config.most_distant]


def _by_language(known: Catalogue, places: Ints) -> dict[int, Ints]:
    languages = known.languages[places]
    return {int(language): places[languages == language] for language in np.unique(languages)}


def _rows(known: Catalogue, places: Ints, words: bool, config: GroupConfig) -> _Rows:
    ranks = np.sort(known.days[places] * _PLACES + places)
    ordered = ranks % _PLACES
    vectors = [known.vectors[place] for place in ordered.tolist()]
    held = [heaviest(v.words if words else v.bridge, config.candidate_features) for v in vectors]
    lengths = [len(features) for features, _ in held]
    return _Rows(
        places=ordered,
        days=ranks // _PLACES,
        ranks=ranks,
        starts=np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))),
        features=np.concatenate([features for features, _ in held]),
        shares=np.concatenate([shares for _, shares in held]),
    )


def _postings(rows: _Rows) -> _Postings:
    features, rank = np.unique(rows.features, return_inverse=True)
    row = np.repeat(np.arange(len(rows.places)), np.diff(rows.starts))
    codes = rank * len(rows.places) + row
    order = codes.argsort(kind="stable")
    return _Postings(len(rows.places), features, codes[order], row[order], rows.shares[order])


def _before(askers: _Rows, holders: _Rows, postings: _Postings, config: GroupConfig) -> Iterator[Candidates]:
    """Each asker with the holders before it: of the days it may look back to, and the undated ones."""
    undated = int((holders.days == 0).sum())
    high = holders.ranks.searchsorted(askers.ranks)
    back = holders.days.searchsorted(askers.days - config.related_window)
    dated = askers.days > 0
    low = np.where(dated, np.maximum(back, undated), 0)
    ranges = [(low, high)]
    if undated:
        ranges.append((np.zeros_like(low), np.where(dated, undated, 0)))
    for found in (part for range_ in ranges for part in _products(askers, postings, range_, config)):
        yield Candidates(found.later, holders.places[found.earlier], found.shared)


def _products(
    askers: _Rows, postings: _Postings, ranges: tuple[Ints, Ints], config: GroupConfig
) -> Iterator[Candidates]:
    """Each asker with the rows of its range, from low to high, that share enough, block by block.

    A cell is an asker and a row of its range; the products of what they share are summed there.
    """
    low, high = ranges
    spans = np.maximum(high - low, 0)
    asker = np.repeat(np.arange(len(spans)), np.diff(askers.starts))
    first, counts = _slices(askers.features, postings, low[asker], high[asker])
    entries = np.concatenate(([0], np.cumsum(counts)))[askers.starts]
    work = (np.cumsum(spans) + entries[1:]) // _BLOCK
    bounds = [0, *(np.flatnonzero(np.diff(work)) + 1).tolist(), len(spans)]
    for start, end in pairwise(bounds):
        cells = np.cumsum(spans[start:end]) - spans[start:end]
        inside = slice(askers.starts[start], askers.starts[end])
        many, mine = counts[inside], asker[inside]
        total = int(many.sum())
        if not total:
            continue
        posting = np.arange(total) + np.repeat(first[inside] - (np.cumsum(many) - many), many)
        cell = postings.rows[posting] + np.repeat(cells[mine - start] - low[mine], many)
        product = np.bincount(cell, np.repeat(askers.shares[inside], many) * postings.shares[posting])
        hits = np.flatnonzero(product >= config.candidate_likeness * WHOLE)
        own = cells.searchsorted(hits, "right") - 1
        row = hits - cells[own] + low[start + own]
        yield Candidates(askers.places[start + own], row, product[hits].astype(np.int64) // WHOLE)


def _slices(features: Ints, postings: _Postings, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """Where the postings of each feature begin that lie between two rows, and how many they are."""
    if not len(postings.features):
        return np.zeros_like(features), np.zeros_like(features)
    rank = postings.features.searchsorted(features)
    rank[rank == len(postings.features)] = 0
    first, end = (postings.codes.searchsorted(rank * postings.size + row) for row in (low, high))
    known = postings.features[rank] == features
    return first, np.where(known, np.maximum(end - first, 0), 0)
