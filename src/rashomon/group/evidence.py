"""What speaks for two documents of one language telling one event, added up by fixed weights.

words, headlines, lengths, days -> features in thousandths -> their weighted sum -> a probability

A logistic regression (Cox 1958) over pairs, as Miranda et al., "Multilingual clustering of streaming news"
(EMNLP 2018), rank clusters by; scripts/fit_pairs.py finds the weights. A pair depends on no third document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import exp, log2
from operator import mul
from typing import NamedTuple

import numpy as np

from rashomon.config import GroupConfig
from rashomon.group.pairs import figures_differ, told_by_model
from rashomon.group.times import WHOLE, awaits, days_apart, minutes_apart, shared_weekdays
from rashomon.group.vectors import Vector
from rashomon.group.views import Ints, cosine_of, counted, overlaps

_DAY = 24 * 60
#: Beyond this many thousandths of log odds a pair is as sure as can be.
_SURE = 12 * WHOLE


class Features(NamedTuple):
    """What is known of a pair, in thousandths.

    ``shared`` and ``size`` count words in doublings: those of both, and those of the document that has
    fewer. ``headline`` is how much of each one's headline the other tells. ``soon`` and ``near`` halve in
    a day and in six; where the day of one is not known both are 0, ``undated`` is whole, ``weekdays`` tells
    how far they speak of the same ones and ``differ`` how far of other figures. ``figures`` counts those of
    both in doublings. The last is the constant term.
    """

    cosine: int
    shared: int
    size: int
    headline: int
    soon: int
    near: int
    undated: int
    weekdays: int
    figures: int
    differ: int
    always: int = WHOLE


class Common(NamedTuple):
    """What two documents of one language have in common.

    The scalar product of their words, how many these are, and how much of each one's headline the other
    tells, in thousandths.
    """

    product: int
    shared: int
    of_left: int
    of_right: int


def in_common(vectors: Sequence[Vector], left: Ints, right: Ints) -> Iterator[Common]:
    """What each pair of documents has in common, by their places; quick where one left stands together."""
    count, words = len(vectors), [v.words for v in vectors]
    views = [*words, *map(counted, words), *(v.headline for v in vectors)]
    # A headline is short: it is looked up in the words of the other, whichever side it stands on.
    turned = right.argsort(kind="stable")
    lefts = np.concatenate((left, count + right[turned], count + left))
    rights = np.concatenate((right, 2 * count + left[turned], 2 * count + right))
    (products, of_left, of_right), (shared, _, _) = (np.split(c, 3) for c in overlaps(views, lefts, rights))
    whole = np.array([max(v.headline.weights.sum(), 1) for v in vectors], np.int64)
    of_left = WHOLE * of_left[turned.argsort()] // whole[left]
    of_right = WHOLE * of_right // whole[right]
    return map(Common, *(column.tolist() for column in (products, shared, of_left, of_right)))


def certainty(common: Common, left: Vector, right: Vector, config: GroupConfig) -> int:
    """How sure it is that two documents tell one event, in thousandths of what joins them.

    Less than nothing where their times forbid it: then others they share do not join them either.
    """
    days = days_apart(left.times, right.times)
    if days is None:
        other = awaits(left.times, right.times, config) or awaits(right.times, left.times, config)
    else:
        other = days > config.window
    if other:
        return config.of_other_times
    flash = min(len(left.words.ids), len(right.words.ids)) <= config.flash_words
    weights = config.flash_pairs if flash else config.text_pairs
    log_odds = sum(map(mul, features(common, left, right, config), weights)) // WHOLE
    log_odds += told_by_model(left, right, config)
    return WHOLE * _probability(max(-_SURE, min(log_odds, _SURE))) // config.sure


def features(common: Common, left: Vector, right: Vector, config: GroupConfig) -> Features:
    """The features of a pair."""
    minutes = minutes_apart(left.times, right.times)
    dated = minutes is not None
    return Features(
        cosine=cosine_of(common.product, left.words, right.words),
        shared=_doublings(common.shared),
        size=_doublings(min(len(left.words.ids), len(right.words.ids))),
        headline=(common.of_left + common.of_right) // 2,
        soon=WHOLE * _DAY // (_DAY + minutes) if minutes is not None else 0,
        near=WHOLE * 6 * _DAY // (6 * _DAY + minutes) if minutes is not None else 0,
        undated=0 if dated else WHOLE,
        weekdays=0 if dated else shared_weekdays(left.times, right.times, config),
        figures=_doublings(len(left.figures & right.figures)),
        differ=0 if dated else figures_differ(left.figures, right.figures, config),
    )


@cache
def _doublings(count: int) -> int:
    return round(WHOLE * log2(1 + count))


@lru_cache(maxsize=1 << 15)
def _probability(log_odds: int) -> int:
    return round(WHOLE / (1 + exp(-log_odds / WHOLE)))
