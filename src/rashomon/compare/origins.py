"""Who has what from whom: independent origins."""

from __future__ import annotations

from rashomon.types import Article, Origin


def find_origins(articles: tuple[Article, ...]) -> tuple[Origin, ...]:
    """A partition of the documents of a story."""
    return ()
