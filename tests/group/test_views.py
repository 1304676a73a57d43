"""Views: what many pairs share is what each pair shares, whatever the size of a block."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.group import views
from rashomon.group.views import View, dot, dots, new_view, overlaps

VIEWS = st.lists(st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 1000)).map(new_view), min_size=1)


@pytest.mark.parametrize("block", [1, 3, 1 << 18])
def test_all_pairs_at_once_are_as_one_by_one(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "_BLOCK", block)

    @given(VIEWS, st.data())
    @settings(max_examples=40, deadline=None)
    def check(held: list[View], data: st.DataObject) -> None:
        place = st.integers(0, len(held) - 1)
        pairs = data.draw(st.lists(st.tuples(place, place), max_size=8))
        left, right = np.array(pairs, np.int64).reshape(-1, 2).T
        products, counts = overlaps(held, left, right)
        assert (
            products.tolist() == dots(held, left, right).tolist() == [dot(held[i], held[j]) for i, j in pairs]
        )
        assert counts.tolist() == [len(np.intersect1d(held[i].ids, held[j].ids)) for i, j in pairs]

    check()


def test_weights_without_bound_are_multiplied_whole() -> None:
    heavy = new_view({"a": 2**31 - 1, "b": 2**31 - 1})
    assert dots([heavy], np.array([0]), np.array([0])).tolist() == [2 * (2**31 - 1) ** 2]
