"""Which reports are the columns of the matrix of statements, where they are too many for all to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.report.sections import StatementView
from rashomon.report.view import MOST_COLUMNS, Report, StoryView

#: A row is well told where so many columns tell it.
ENOUGH = 3


def columns(story: StoryView, rows: Sequence[StatementView]) -> tuple[Report, ...]:
    """All reports of a few; of many those that together tell most of the rows, of as many origins as can be.

    They are chosen greedily, by the rows that few of those chosen before tell, so that most rows have several
    cells to compare, and stand in the order of the story.
    """
    reports = list(story.reports.values())
    if story.in_columns:
        return tuple(reports)
    told: dict[str, set[int]] = {report.id: set() for report in reports}
    for number, row in enumerate(rows):
        for report, _ in row.told:
            told[report.id].add(number)
    chosen: list[Report] = []
    filled: Counter[int] = Counter()
    while len(chosen) < MOST_COLUMNS - 1:
        hands = Counter(report.origin for report in chosen)
        left = [report for report in reports if report not in chosen]
        fewest = min(hands[report.origin] for report in left)
        fresh = [report for report in left if hands[report.origin] == fewest]
        best = max(fresh, key=lambda r: (sum(filled[row] < ENOUGH for row in told[r.id]), len(told[r.id])))
        chosen.append(best)
        filled.update(told[best.id])
    return tuple(report for report in reports if report in chosen)


def others(row: StatementView, shown: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that tell a row, or its figure, and are no column."""
    return tuple(report for report, _ in (*row.told, *row.counted) if report not in shown)
