"""Two vectors -> how like the documents are, time left out."""

from __future__ import annotations

from math import isqrt

from rashomon.config import GroupConfig
from rashomon.group.times import WHOLE
from rashomon.group.vectors import Vector
from rashomon.group.views import cosine


def likeness(left: Vector, right: Vector, config: GroupConfig) -> int:
    """How like two documents are, time left out, against what one event asks for: WHOLE is enough."""
    if left.language == right.language:
        like = cosine(left.words, right.words) * figure_factor(left.figures, right.figures, config)
        flash = min(len(left.words.ids), len(right.words.ids)) <= config.flash_words
        return like // (config.flashes if flash else config.same_language)
    return cosine(left.bridge, right.bridge) * WHOLE // config.across_languages


def figure_factor(left: frozenset[str], right: frozenset[str], config: GroupConfig) -> int:
    """What the figures of two documents say to their likeness, in thousandths; nothing where one has few."""
    if min(len(left), len(right)) < config.least_figures:
        return WHOLE
    shared = WHOLE * len(left & right) // isqrt(len(left) * len(right))
    gain = WHOLE - config.no_figure_shared
    return config.no_figure_shared + gain * min(shared, config.figures_shared) // config.figures_shared
