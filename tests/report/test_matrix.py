from __future__ import annotations

from dataclasses import replace

from rashomon.report import matrix, sections
from rashomon.report.view import StoryView, make_edition
from rashomon.types import Comparison, Span, Statement

from .builder import comparison as build
from .builder import gazette


def _wide(number: int, tellers: list[list[int]], one_hand: tuple[int, ...] = ()) -> StoryView:
    """A story of so many reports; each statement with the numbers of those that tell it."""
    documents = tuple(replace(gazette, id=f"r{n}", outlet=f"Outlet {n}") for n in range(number))
    ferry = build().stories[0]
    statements = tuple(
        Statement(f"t{k}", "agree", "", tuple(Span(f"r{n}", 0, 4, "Fire") for n in told))
        for k, told in enumerate(tellers)
    )
    origin = replace(ferry.origins[0], document_ids=tuple(f"r{n}" for n in one_hand), spans=())
    bare = {"quotes": (), "utterances": (), "figures": (), "dates": (), "timeline": (), "actors": ()}
    later = {"lineage": (), "voices": (), "omissions": ()}
    story = replace(
        ferry,
        story=replace(ferry.story, document_ids=tuple(d.id for d in documents), related=()),
        origins=(origin,) if one_hand else (),
        statements=statements,
        **bare,
        **later,
    )
    return make_edition(Comparison(documents, (story,))).stories[0]


def _columns(story: StoryView) -> list[str]:
    return [report.id for report in matrix.columns(story, sections.statements(story))]


def test_all_of_a_few() -> None:
    assert _columns(_wide(6, [[0, 1]])) == ["r0", "r1", "r2", "r3", "r4", "r5"]


def test_of_many_those_that_tell_most_together() -> None:
    """The ninth report alone has the last row: it is chosen before those that have what others have."""
    story = _wide(9, [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [8]])
    assert _columns(story) == ["r1", "r2", "r3", "r4", "r8"]


def test_rows_are_told_by_several_columns_before_all_are_told() -> None:
    story = _wide(9, [[5, 6, 7], [5, 6, 7], [5, 6, 7], [1], [2], [3], [4]])
    assert _columns(story) == ["r1", "r2", "r5", "r6", "r7"]


def test_no_two_of_one_hand() -> None:
    story = _wide(9, [[1, 2], [1, 2], [1, 2], [3, 4]], one_hand=(1, 2))
    assert not {"r1", "r2"} <= set(_columns(story))


def test_few_hands_have_columns_alike() -> None:
    story = _wide(9, [[0, 1, 2, 3]], one_hand=(0, 1, 2, 3, 4, 5, 6))
    origins = [report.origin for report in matrix.columns(story, sections.statements(story))]
    assert sorted(origins) == ["A", "A", "A", "B", "C"]


def test_others_are_those_that_are_no_column() -> None:
    story = _wide(9, [[1, 2, 7]])
    row = sections.statements(story)[0]
    shown = matrix.columns(story, (row,))
    told = {report.id for report in shown if row.words(report)} | {r.id for r in matrix.others(row, shown)}
    assert told == {"r1", "r2", "r7"}
