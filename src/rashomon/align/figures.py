"""Quantities told of the same thing."""

from __future__ import annotations

from rashomon.types import Article, Quantity


def align_figures(articles: tuple[Article, ...]) -> tuple[tuple[Quantity, ...], ...]:
    """Groups of quantities; one told alone is a group of one."""
    return ()
