"""Likeness in integers: one language by its words, two by what they share; figures part look-alikes."""

from __future__ import annotations

import pytest

from rashomon.config import GroupConfig
from rashomon.group.pairs import candidate_pairs, figure_factor, likeness
from rashomon.group.times import WHOLE
from rashomon.group.vectors import make_vector
from rashomon.group.views import cosine, new_view
from rashomon.types import Article

from .pile import CRASH_GERMAN, CRASH_ONE, CRASH_RUSSIAN, CRASH_TWO, EARLIER, ELSEWHERE, PILE

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


def test_candidates_are_in_order_and_leave_out_strangers() -> None:
    vectors = [VECTORS[a.document.id] for a in (CRASH_ONE, CRASH_TWO, CRASH_GERMAN, EARLIER, ELSEWHERE)]
    pairs = list(candidate_pairs(vectors, CONFIG))
    assert pairs == sorted(pairs, key=lambda pair: pair[::-1])
    assert {(0, 1), (0, 2), (1, 2), (0, 3)} <= set(pairs)
    assert not {pair for pair in pairs if 4 in pair}
