"""Average link: chains break, ties go to the smallest, the mean counts pairs without a score."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.group.clusters import Group, Pair, clusters

CASES: list[tuple[int, dict[Pair, int], set[tuple[int, ...]]]] = [
    (0, {}, set()),
    (2, {}, {(0,), (1,)}),
    (2, {(0, 1): 10}, {(0, 1)}),
    (2, {(0, 1): 9}, {(0,), (1,)}),
    # A chain: 2 is like 1 alone, and the mean with the pair is under the threshold.
    (3, {(0, 1): 20, (1, 2): 15}, {(0, 1), (2,)}),
    (3, {(0, 1): 20, (1, 2): 15, (0, 2): 6}, {(0, 1, 2)}),
    # What speaks against a pair keeps the others from joining them.
    (3, {(0, 1): 20, (1, 2): 19, (0, 2): -30}, {(0, 1), (2,)}),
    # Two merges as good as each other: the smallest members go first.
    (3, {(0, 2): 15, (1, 2): 15}, {(0, 2), (1,)}),
    (4, {(0, 1): 30, (2, 3): 30, (1, 2): 12}, {(0, 1), (2, 3)}),
    (4, {(0, 1): 30, (2, 3): 30, (0, 2): 10, (0, 3): 10, (1, 2): 10, (1, 3): 10}, {(0, 1, 2, 3)}),
]


def clustered(size: int, scores: dict[Pair, int]) -> tuple[Group, ...]:
    columns = np.array([(i, j, score) for (i, j), score in scores.items()], np.int64).reshape(-1, 3).T
    left, right, values = columns
    return clusters(size, (left, right, values), 10)


@pytest.mark.parametrize(("size", "scores", "expected"), CASES)
def test_clusters(size: int, scores: dict[Pair, int], expected: set[tuple[int, ...]]) -> None:
    assert set(clustered(size, scores)) == expected


PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1])


@given(st.dictionaries(PAIRS, st.integers(-30, 30)), st.data())
def test_the_order_of_the_pairs_does_not_show(scores: dict[Pair, int], data: st.DataObject) -> None:
    turned = data.draw(st.sets(st.sampled_from(sorted(scores)))) if scores else set()
    order = data.draw(st.permutations(list(scores.items())))
    shuffled = {(j, i) if (i, j) in turned else (i, j): score for (i, j), score in order}
    groups = clustered(8, scores)
    assert groups == clustered(8, shuffled)
    assert sorted(i for group in groups for i in group) == list(range(8))


def test_a_component_that_nothing_touched_is_left_as_it_is_known() -> None:
    pairs = (np.array([0, 2, 4]), np.array([1, 3, 5]), np.array([20, 20, 20]))
    # What is known of the first component is wrong, and so it shows whether it was done again.
    known = [(0,), (1,), (2, 3), (4,), (5,)]
    assert clusters(6, pairs, 10, known, touched=[4]) == ((0,), (1,), (2, 3), (4, 5))
