"""Likeness in integers: one language by its words, two by what they share; figures part look-alikes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.config import GroupConfig
from rashomon.group.pairs import figure_factor, likeness, told_by_model
from rashomon.group.times import WHOLE
from rashomon.group.vectors import make_vector
from rashomon.group.views import cosine, new_view
from rashomon.types import Article

from .pile import CRASH_GERMAN, CRASH_RUSSIAN, CRASH_TWO, PILE, article

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


@pytest.mark.parametrize(
    ("left", "right", "languages", "sign"),
    [
        ((100, 20), (90, 30), "en en", 1),
        ((100, 20), (-90, 30), "en en", -1),
        ((100, 20), (90, 30), "en it", 1),
        ((100, 20), (-90, 30), "en it", 0),
        ((100, 20), (), "en en", 0),
        ((100, 20), (1, 2, 3), "en en", 0),
        ((0, 0), (90, 30), "en en", 0),
    ],
)
def test_sentence_vectors_speak_for_one_event_and_across_languages_not_against(
    left: tuple[int, ...], right: tuple[int, ...], languages: str, sign: int
) -> None:
    pages = (article(n, "", "Bread.", language=code) for n, code in zip("ab", languages.split(), strict=True))
    pair = [
        make_vector(replace(page, embedding=numbers), CONFIG)
        for page, numbers in zip(pages, (left, right), strict=True)
    ]
    told = told_by_model(pair[0], pair[1], CONFIG)
    assert (told > 0) - (told < 0) == sign
    assert told_by_model(pair[1], pair[0], CONFIG) == told
