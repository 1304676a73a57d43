"""Who has what from whom, drawn: a row for each report that takes part, an arc from source to taker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.report.view import Report, StoryView
from rashomon.types import Descent, DescentKind

#: Height of a row and width of the drawing, in its own units; a row of text beside it is as high.
ROW, WIDTH = 32, 88
#: More rows than these are no picture any more; the list beside tells all links.
MOST_ROWS = 40
#: So many links are listed, and so many passages of each.
MOST_LINKS, MOST_PASSAGES = 100, 6
KINDS: dict[DescentKind, str] = {
    "copy": "repeats",
    "credit": "credits",
    "same-wire": "the same wire as",
    "same-briefing": "the same briefing as",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A descent with the reports it is between; ``source`` is None where who is credited has no page."""

    descent: Descent
    source: Report | None
    target: Report

    @property
    def source_name(self) -> str:
        """Whom the target has it from."""
        return self.source.name if self.source else self.descent.credit or "somebody not named"

    @property
    def share(self) -> str:
        """How much of the target's words are the source's, in words."""
        return f"{round(100 * self.descent.share)}% of its words" if self.descent.share >= 0.005 else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the drawing, or the name of somebody credited who has no page."""

    name: str
    report: Report | None


@dataclass(frozen=True, slots=True)
class Arc:
    """A link in the drawing: its path, the head of its arrow, and whether nothing tells who had it first."""

    path: str
    head: str
    kind: DescentKind


@dataclass(frozen=True, slots=True)
class Lineage:
    """The links of a story and their drawing."""

    links: tuple[Link, ...]
    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]

    @property
    def height(self) -> int:
        """Of the drawing, in its own units."""
        return ROW * len(self.rows)


def lineage(story: StoryView) -> Lineage:
    """Links in the order of the comparison; rows with those who are credited first, then by time."""
    links = tuple(
        Link(descent, _source(story, descent), story.reports[descent.target_id])
        for descent in story.comparison.lineage
        if not _own(story, descent)
    )
    taking = {report.id for link in links for report in (link.source, link.target) if report}
    credited = dict.fromkeys(link.source_name for link in links if link.source is None)
    reports = [report for report in story.reports.values() if report.id in taking]
    rows = [Row(name, None) for name in credited] + [Row(report.name, report) for report in reports]
    if len(rows) > MOST_ROWS:
        return Lineage(links, (), ())
    return Lineage(links, tuple(rows), _arcs(links, rows))


def _source(story: StoryView, descent: Descent) -> Report | None:
    """The report it comes from; that of somebody credited, who has one in the story."""
    if descent.source_id is not None:
        return story.reports.get(descent.source_id)
    named = [report for report in story.reports.values() if report.outlet == descent.credit]
    return named[0] if len(named) == 1 else None


def _own(story: StoryView, descent: Descent) -> bool:
    """Whether an agency's own page is said to have its words from the agency, which tells nothing."""
    return descent.source_id is None and descent.credit in (
        story.reports[descent.target_id].outlet,
        story.reports[descent.target_id].name,
    )


def _arcs(links: Sequence[Link], rows: Sequence[Row]) -> tuple[Arc, ...]:
    place = {(row.name, row.report): number for number, row in enumerate(rows)}
    ends = [
        (place[link.source_name, link.source], place[link.target.name, link.target], link.descent)
        for link in links
    ]
    # Short arcs inside, long ones outside, so that they cross as little as they can.
    longest = max((abs(start - end) for start, end, _ in ends), default=1) or 1
    return tuple(_arc(start, end, longest, descent) for start, end, descent in ends if start != end)


def _arc(start: int, end: int, longest: int, descent: Descent) -> Arc:
    top, bottom = (ROW * row + ROW // 2 for row in (start, end))
    side = WIDTH - 8
    reach = round(side - 14 - (side - 20) * abs(start - end) / longest, 1)
    path = f"M{side} {top}C{reach} {top} {reach} {bottom} {side} {bottom}"
    head = f"M{side - 7} {bottom - 4.5}L{side} {bottom}L{side - 7} {bottom + 4.5}" if descent.directed else ""
    return Arc(path, head, descent.kind)
