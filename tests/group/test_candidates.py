"""Candidates: what an exhaustive search would find, whatever the order and the size of a block."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.config import GroupConfig
from rashomon.group import candidates
from rashomon.group.candidates import Candidates, find_candidates, new_catalogue
from rashomon.group.times import WHOLE, Times, days_apart
from rashomon.group.vectors import Vector, make_vector
from rashomon.group.views import View, heaviest, new_view

from .pile import CRASH_GERMAN, CRASH_ONE, CRASH_TWO, EARLIER, ELSEWHERE

CONFIG = replace(GroupConfig(), candidate_features=3, most_distant=100)
EMPTY = new_view({})


def found_among(vectors: list[Vector], config: GroupConfig = CONFIG) -> dict[tuple[int, int], int]:
    every = np.arange(len(vectors))
    return as_dict(find_candidates(new_catalogue(vectors), every, every, config))


def as_dict(found: Candidates) -> dict[tuple[int, int], int]:
    columns = (found.earlier.tolist(), found.later.tolist(), found.shared.tolist())
    pairs = {tuple(sorted((i, j))): shared for i, j, shared in zip(*columns, strict=True)}
    assert len(pairs) == len(found.later)
    return {(i, j): shared for (i, j), shared in pairs.items()}


def test_one_event_is_found_in_any_language_and_a_stranger_is_not() -> None:
    pile = (CRASH_ONE, CRASH_TWO, CRASH_GERMAN, EARLIER, ELSEWHERE)
    pairs = found_among([make_vector(a, GroupConfig()) for a in pile], GroupConfig())
    assert {(0, 1), (0, 2), (1, 2), (0, 3)} <= pairs.keys()
    assert not {pair for pair in pairs if 4 in pair}


def test_far_ones_are_the_most_alike_before_each_document() -> None:
    words = [new_view({"a": 1000, "b": n}) for n in (1, 300, 100, 1)]
    times = [Times((100 + 20 * n,)) for n in range(4)]
    vectors = [vector(f"d{n}", "en", t, w, EMPTY) for n, (t, w) in enumerate(zip(times, words, strict=True))]
    assert found_among(vectors, replace(CONFIG, most_distant=1)).keys() == {(0, 1), (0, 2), (0, 3)}
    assert not found_among(vectors, replace(CONFIG, related_window=19))


VIEWS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 20), max_size=5).map(new_view)
DAYS = st.one_of(
    st.just(()), st.integers(1, 60).map(lambda d: (d,)), st.tuples(st.integers(1, 30), st.integers(31, 60))
)


def vector(name: str, language: str | None, times: Times, words: View, bridge: View) -> Vector:
    return Vector(name, language, "", times, words, bridge, frozenset())


VECTORS = st.lists(
    st.builds(
        vector, st.just("d"), st.sampled_from(["en", "de", None]), st.builds(Times, DAYS), VIEWS, VIEWS
    ),
    max_size=9,
)


def exhaustive(vectors: list[Vector]) -> dict[tuple[int, int], int]:
    """The same by looking at all pairs one by one."""
    found = {}
    for j, right in enumerate(vectors):
        for i, left in enumerate(vectors[:j]):
            one, two = (v.words if left.language == right.language else v.bridge for v in (left, right))
            held = [(f.tolist(), s.tolist()) for f, s in (heaviest(view, 3) for view in (one, two))]
            mine, theirs = (dict(zip(features, shares, strict=True)) for features, shares in held)
            shared = sum(share * theirs.get(feature, 0) for feature, share in mine.items()) // WHOLE
            days = days_apart(left.times, right.times)
            far = days is not None and days > CONFIG.window
            if shared >= (CONFIG.candidate_related if far else CONFIG.candidate_likeness):
                found[i, j] = shared
    return found


@pytest.mark.parametrize("block", [1, 7, 1 << 21])
def test_all_pairs_are_found(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "_BLOCK", block)

    @given(VECTORS)
    @settings(max_examples=60, deadline=None)
    def check(vectors: list[Vector]) -> None:
        assert found_among(vectors) == exhaustive(vectors)

    check()


@given(VECTORS, st.data())
@settings(max_examples=60, deadline=None)
def test_parts_find_together_what_the_whole_finds(vectors: list[Vector], data: st.DataObject) -> None:
    fresh = data.draw(st.lists(st.booleans(), min_size=len(vectors), max_size=len(vectors)))
    every, new = np.arange(len(vectors)), np.flatnonzero(fresh)
    old = np.setdiff1d(every, new)
    known = new_catalogue(vectors)
    parts = [(old, old), (new, every), (old, new)]
    together = [as_dict(find_candidates(known, askers, holders, CONFIG)) for askers, holders in parts]
    assert found_among(vectors) == {pair: shared for part in together for pair, shared in part.items()}
    assert sum(map(len, together)) == len(found_among(vectors))
