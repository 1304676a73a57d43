"""Two vectors -> how like the documents are, time left out."""

from __future__ import annotations

from math import isqrt

from rashomon.config import GroupConfig
from rashomon.group.times import WHOLE
from rashomon.group.vectors import Vector
from rashomon.group.views import View, cosine_of, dot


def likeness(left: Vector, right: Vector, config: GroupConfig) -> int:
    """How like two documents are, time left out, against what one event asks for: WHOLE is enough."""
    return likeness_of(dot(*compared(left, right)), left, right, config)


def compared(left: Vector, right: Vector) -> tuple[View, View]:
    """The views that two documents have in common: words of one language, else the bridge."""
    same = left.language == right.language
    return (left.words, right.words) if same else (left.bridge, right.bridge)


def likeness_of(product: int, left: Vector, right: Vector, config: GroupConfig) -> int:
    """The same where the scalar product of the views to be compared is known."""
    like = cosine_of(product, *compared(left, right))
    length = min(len(left.words.ids), len(right.words.ids))
    if left.language == right.language:
        flash = length <= config.flash_words
        factor = figure_factor(left.figures, right.figures, config)
        return like * factor // (config.flashes if flash else config.same_language)
    return like * WHOLE * length // (config.across_languages * (length + config.across_brief))


def figure_factor(left: frozenset[str], right: frozenset[str], config: GroupConfig) -> int:
    """What the figures of two documents leave of their likeness, in thousandths."""
    return WHOLE - (WHOLE - config.no_figure_shared) * figures_differ(left, right, config) // WHOLE


def figures_differ(left: frozenset[str], right: frozenset[str], config: GroupConfig) -> int:
    """How far two documents tell other figures, in thousandths; 0 where one has few."""
    if min(len(left), len(right)) < config.least_figures:
        return 0
    shared = WHOLE * len(left & right) // isqrt(len(left) * len(right))
    return WHOLE - WHOLE * min(shared, config.figures_shared) // config.figures_shared


def told_by_model(left: Vector, right: Vector, config: GroupConfig) -> int:
    """What the sentence vectors of two documents say for one event, in thousandths of log odds.

    Nothing where one has none; nothing against it across languages, of which a model may know but one.
    """
    # Most have none, and there are many pairs.
    if not len(left.embedding) or len(left.embedding) != len(right.embedding):
        return 0
    lengths = isqrt(int((left.embedding**2).sum()) * int((right.embedding**2).sum()))
    if not lengths:
        return 0
    like = WHOLE * int((left.embedding * right.embedding).sum()) // lengths
    told = config.neural_weight * (like - config.neural_middle) // WHOLE
    return told if left.language == right.language else max(told, 0)
