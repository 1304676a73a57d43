"""Verdicts on figures."""

from __future__ import annotations

from rashomon.types import Article, Figure, Quantity


def compare_figures(
    groups: tuple[tuple[Quantity, ...], ...], articles: tuple[Article, ...]
) -> tuple[Figure, ...]:
    """A figure for each group, the telling ones first."""
    return ()
