"""Likeness in integers: one language by its words, two by what they share; figures part look-alikes."""

from __future__ import annotations

import pytest

from rashomon.config import GroupConfig
from rashomon.group.pairs import figure_factor, likeness
from rashomon.group.times import WHOLE
from rashomon.group.vectors import make_vector
from rashomon.group.views import cosine, new_view
from rashomon.types import Article

from .pile import CRASH_GERMAN, CRASH_RUSSIAN, CRASH_TWO, PILE

CONFIG = GroupConfig()
VECTORS = {a.document.id: make_vector(a, CONFIG) for a in PILE}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [({}, {}, 0), ({"a": 3}, {}, 0), ({"a": 3}, {"a": 5}, WHOLE), ({"a": 3, "b": 4}, {"a": 3}, 600)],
)
def test_cosine(left: dict[str, int], right: dict[str, int], expected: int) -> None:
    views = [new_view(weights) for weights in (left, right)]
    assert cosine(*views) == cosine(*views[::-1]) == expected


@pytest.mark.parametrize("other", [CRASH_TWO, CRASH_GERMAN, CRASH_RUSSIAN])
def test_one_event_is_enough_alike_in_any_language(other: Article) -> None:
    here, there = VECTORS["d1"], VECTORS[other.document.id]
    assert likeness(here, there, CONFIG) == likeness(there, here, CONFIG) >= WHOLE


def test_another_country_is_not() -> None:
    assert all(likeness(VECTORS[f"d{n}"], VECTORS["d6"], CONFIG) < CONFIG.related for n in range(1, 6))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("230 14", "230 14 60", WHOLE),
        ("230 14 60", "230 14 60", WHOLE),
        ("230 14 60", "99 98 97", CONFIG.no_figure_shared),
    ],
)
def test_figures(left: str, right: str, expected: int) -> None:
    assert figure_factor(frozenset(left.split()), frozenset(right.split()), CONFIG) == expected
