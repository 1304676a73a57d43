"""One actor over all reports, across scripts."""

from __future__ import annotations

from rashomon.types import Actor, Article, StoryQuote


def align_actors(articles: tuple[Article, ...]) -> tuple[tuple[Actor, ...], tuple[StoryQuote, ...]]:
    """Actors of a story, and its quotes with their speakers as actors."""
    return (), tuple(StoryQuote(q, None, q.speaker) for a in articles for q in a.annotations.quotes)
