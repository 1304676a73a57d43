from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.report.marks import Mark, Segment, segments

A, B = Mark(2, 8, "a", "x"), Mark(5, 11, "b", "y")

CASES: list[tuple[list[Mark], list[tuple[str, str]]]] = [
    ([], [("0123456789ab", "")]),
    ([A], [("01", ""), ("234567", "a"), ("89ab", "")]),
    ([A, B], [("01", ""), ("234", "a"), ("567", "ab"), ("89a", "b"), ("b", "")]),
    ([A, Mark(3, 5, "c")], [("01", ""), ("2", "a"), ("34", "ac"), ("567", "a"), ("89ab", "")]),
    ([A, A, Mark(2, 8, "c")], [("01", ""), ("234567", "ac"), ("89ab", "")]),
    ([Mark(0, 12, "a")], [("0123456789ab", "a")]),
    ([Mark(4, 4, "empty"), Mark(9, 3, "turned")], [("0123456789ab", "")]),
    ([Mark(10, 99, "beyond")], [("0123456789", ""), ("ab", "beyond")]),
]


@pytest.mark.parametrize(("marks", "told"), CASES)
def test_text_is_cut_at_every_boundary(marks: list[Mark], told: list[tuple[str, str]]) -> None:
    found = segments("0123456789ab", 0, 12, marks)
    assert [(segment.text, "".join(segment.kinds)) for segment in found] == told


def test_a_stretch_and_further_cuts() -> None:
    found = list(segments("0123456789ab", 4, 10, [A], also_at=(6, 99)))
    assert [(s.start, s.text, s.begins) for s in found] == [
        (4, "45", False),
        (6, "67", False),
        (8, "89", False),
    ]


def test_target_is_that_of_the_innermost_that_begins() -> None:
    inner = Mark(3, 5, "c", "z")
    assert [s.target for s in segments("0123456789ab", 0, 12, [A, inner])] == ["", "x", "z", "", ""]


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from("abc")), max_size=12),
)
def test_segments_join_to_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    found: list[Segment] = list(segments(text, 0, len(text), [Mark(*span) for span in spans]))
    assert "".join(segment.text for segment in found) == text
    for segment in found:
        for place in range(segment.start, segment.start + len(segment.text)):
            assert set(segment.kinds) == {kind for start, end, kind in spans if start <= place < end}
