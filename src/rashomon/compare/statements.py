"""Verdicts on statements."""

from __future__ import annotations

from rashomon.types import Article, Figure, Origin, Span, Statement


def compare_statements(
    groups: tuple[tuple[Span, ...], ...],
    articles: tuple[Article, ...],
    figures: tuple[Figure, ...],
    origins: tuple[Origin, ...],
) -> tuple[Statement, ...]:
    """A statement for each group, the important ones first."""
    return ()
