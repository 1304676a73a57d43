"""What happened when."""

from __future__ import annotations

from rashomon.types import Article, Statement, TimelineEntry


def make_timeline(
    statements: tuple[Statement, ...], articles: tuple[Article, ...]
) -> tuple[TimelineEntry, ...]:
    """Dates in order, each with the statements told of it."""
    return ()
