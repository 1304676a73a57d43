"""What happened when."""

from __future__ import annotations

from collections import defaultdict

from rashomon.types import Article, DateMention, Statement, TimelineEntry


def make_timeline(
    statements: tuple[Statement, ...], articles: tuple[Article, ...]
) -> tuple[TimelineEntry, ...]:
    """Dates in order, each with the statements told of it; days of publication count only where told."""
    dates: dict[str, list[DateMention]] = {a.document.id: list(a.annotations.dates) for a in articles}
    told: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        found = {
            date.value
            for member in statement.members
            for date in dates.get(member.document_id, ())
            if member.start <= date.span.start and date.span.end <= member.end
        }
        # What is told with its time of day stands there, not under the day as well.
        timed = {value[:10] for value in found if "T" in value}
        for value in sorted(found - timed):
            told[value].append(statement.id)
    return tuple(TimelineEntry(date, tuple(ids)) for date, ids in sorted(told.items()))
