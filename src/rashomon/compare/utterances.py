"""Verdicts on utterances and what a rendering hedges, drops or turns."""

from __future__ import annotations

from rashomon.types import Article, StoryQuote, Utterance


def compare_utterances(
    groups: tuple[tuple[StoryQuote, ...], ...], articles: tuple[Article, ...]
) -> tuple[Utterance, ...]:
    """An utterance for each group."""
    return ()
