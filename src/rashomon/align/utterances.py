"""Quotes that render the same words of one speaker."""

from __future__ import annotations

from rashomon.types import Article, StoryQuote


def align_utterances(
    articles: tuple[Article, ...], quotes: tuple[StoryQuote, ...]
) -> tuple[tuple[StoryQuote, ...], ...]:
    """Groups of two or more quotes, in the order of their first member."""
    return ()
