"""Which reports are the columns of the matrix of statements, where they are too many for all to be."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.report.sections import StatementView
from rashomon.report.view import MOST_COLUMNS, Report, StoryView


def columns(story: StoryView, rows: Sequence[StatementView]) -> tuple[Report, ...]:
    """All reports of a few; of many those that together tell most of the rows, no two of one origin.

    They are chosen greedily, by what those chosen before do not tell, and stand in the order of the story.
    """
    reports = list(story.reports.values())
    if story.in_columns:
        return tuple(reports)
    told: dict[str, set[int]] = {report.id: set() for report in reports}
    for number, row in enumerate(rows):
        for report, _ in row.told:
            told[report.id].add(number)
    chosen: list[Report] = []
    covered: set[int] = set()
    while len(chosen) < MOST_COLUMNS - 1:
        origins = {report.origin for report in chosen}
        left = [r for r in reports if r not in chosen]
        fresh = [r for r in left if r.origin not in origins] or left
        best = max(fresh, key=lambda r: (len(told[r.id] - covered), len(told[r.id])))
        chosen.append(best)
        covered |= told[best.id]
    return tuple(report for report in reports if report in chosen)


def others(row: StatementView, shown: Sequence[Report]) -> tuple[Report, ...]:
    """The reports that tell a row and are no column."""
    return tuple(report for report, _ in row.told if report not in shown)
